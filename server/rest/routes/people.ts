import { z } from '@hono/zod-openapi'
import { createApiKeyOnce, listApiKeys, revokeApiKey, rotateApiKey } from '@/server/domain/keys/service'
import { addMember, changeMemberRole, listMembers, removeMember } from '@/server/domain/members/service'
import { parseId } from '@/server/kernel/ids'
import { type Route, route } from '../route'
import { byId } from '../shapes/base'
import {
  ApiKeyShape,
  ApiKeyWithSecretShape,
  MemberShape,
  NewApiKeyShape,
  NewlyMadeApiKeyShape,
  NewMemberShape,
  RoleChangeShape,
  RotationShape,
  toApiKey,
  toMember,
} from '../shapes/people'

/** Members and keys of the tenant. They are few, so that a list of them is one page. */
const memberRef = byId('Id of the user.')
const keyRef = byId('Id of the key.')
const dateOf = (text: string | undefined) => (text === undefined ? undefined : new Date(text))

const memberRoutes: Route[] = [
  route(
    {
      ...{ id: 'listMembers', method: 'get', path: '/api/v1/members', tag: 'Members' },
      summary: 'Who is in the tenant, and with which roles',
      answer: z.object({ items: z.array(MemberShape), nextCursor: z.null() }).openapi('MemberPage'),
    },
    async ({ ctx }) => ({ body: { items: (await listMembers(ctx)).map(toMember), nextCursor: null } }),
  ),
  route(
    {
      ...{ id: 'addMember', method: 'post', path: '/api/v1/members', tag: 'Members', status: 201, isKeyed: true },
      summary: 'Gives somebody a role in the tenant or in a project',
      body: NewMemberShape,
      answer: MemberShape,
      errors: ['member.exists', 'member.not_found', 'project.not_found', 'request.key_reused'],
    },
    async ({ ctx, body, idempotencyKey }) => ({ body: toMember(await addMember(ctx, { ...body, idempotencyKey })) }),
  ),
  route(
    {
      ...{ id: 'changeMemberRole', method: 'post', path: '/api/v1/members/{id}/role', tag: 'Members' },
      summary: 'Changes a role somebody has',
      params: memberRef,
      body: RoleChangeShape,
      answer: MemberShape,
      errors: ['member.not_found', 'member.last_owner', 'project.not_found'],
    },
    async ({ ctx, params, body }) => ({
      body: toMember(await changeMemberRole(ctx, { id: parseId('user', params.id), ...body })),
    }),
  ),
  route(
    {
      ...{ id: 'removeMember', method: 'delete', path: '/api/v1/members/{id}', tag: 'Members' },
      summary: 'Takes every role in the tenant away',
      params: memberRef,
      errors: ['member.not_found', 'member.last_owner'],
    },
    async ({ ctx, params }) => {
      await removeMember(ctx, { id: parseId('user', params.id) })
      return { body: undefined }
    },
  ),
]

const keyRoutes: Route[] = [
  route(
    {
      ...{ id: 'listApiKeys', method: 'get', path: '/api/v1/keys', tag: 'Keys' },
      summary: 'The keys of the tenant, the newest first; no secret is among it',
      answer: z.object({ items: z.array(ApiKeyShape), nextCursor: z.null() }).openapi('ApiKeyPage'),
    },
    async ({ ctx }) => ({ body: { items: (await listApiKeys(ctx)).map(toApiKey), nextCursor: null } }),
  ),
  route(
    {
      ...{ id: 'createApiKey', method: 'post', path: '/api/v1/keys', tag: 'Keys', status: 201, isKeyed: true },
      summary: 'Makes a key that can do what its scopes say; its secret is in this answer only',
      description:
        'With an Idempotency-Key a repetition is answered with the key and a secret of null, for the secret is kept nowhere. Whoever never got it revokes the key and makes another.',
      body: NewApiKeyShape,
      answer: NewlyMadeApiKeyShape,
      errors: ['project.not_found', 'integration.not_found', 'request.key_reused'],
    },
    async ({ ctx, body, idempotencyKey }) => {
      const input = { ...body, expiresAt: dateOf(body.expiresAt), idempotencyKey }
      const { apiKey, secret } = await createApiKeyOnce(ctx, input)
      return { body: { ...toApiKey(apiKey), secret } }
    },
  ),
  route(
    {
      ...{ id: 'rotateApiKey', method: 'post', path: '/api/v1/keys/{id}/rotate', tag: 'Keys' },
      summary: 'Gives a key a new secret; the old one works on for a while',
      params: keyRef,
      body: RotationShape,
      needsBody: false,
      answer: ApiKeyWithSecretShape,
      errors: ['api_key.not_found', 'api_key.revoked'],
    },
    async ({ ctx, params, body }) => {
      const input = { id: parseId('apiKey', params.id), ...body, expiresAt: dateOf(body.expiresAt) }
      const { apiKey, secret } = await rotateApiKey(ctx, input)
      return { body: { ...toApiKey(apiKey), secret } }
    },
  ),
  route(
    {
      ...{ id: 'revokeApiKey', method: 'delete', path: '/api/v1/keys/{id}', tag: 'Keys' },
      summary: 'Ends a key',
      params: keyRef,
      answer: ApiKeyShape,
      errors: ['api_key.not_found'],
    },
    async ({ ctx, params }) => ({ body: toApiKey(await revokeApiKey(ctx, { id: parseId('apiKey', params.id) })) }),
  ),
]

export const peopleRoutes: Route[] = [...memberRoutes, ...keyRoutes]
