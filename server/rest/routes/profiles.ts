import { z } from '@hono/zod-openapi'
import {
  createProfile,
  deleteProfile,
  getProfile,
  listProfiles,
  setDefaultProfile,
  updateProfile,
} from '@/server/domain/profiles/service'
import { HubError } from '@/server/kernel/errors'
import { paged } from '../pages'
import { type Asked, type Route, route } from '../route'
import { byId, flag, paging } from '../shapes/base'
import { NewProfileShape, ProfileChangesShape, ProfilePageShape, ProfileShape, toProfile } from '../shapes/profile'
import { labelsOf } from './integrations'

/** Connection profiles over REST. */
const base = '/api/v1/connection-profiles'
const profileRef = byId('Id or name of the profile.')
const one = { tag: 'Connection profiles', params: profileRef, isOne: true } as const

type Given = Pick<z.output<typeof NewProfileShape>, 'defaultConfig' | 'labels'>
const settingsOf = ({ defaultConfig, labels }: Given) => ({ config: defaultConfig, labels: labelsOf(labels) })

type Changed = Pick<
  Asked<typeof profileRef, undefined, typeof ProfileChangesShape>,
  'ctx' | 'params' | 'body' | 'ifMatch'
>

async function change({ ctx, params, body: { defaultConfig, labels, ...rest }, ifMatch }: Changed) {
  const version = ifMatch ?? (await getProfile(ctx, params.id)).version
  const given = { ...rest, ...settingsOf({ defaultConfig, labels }), id: params.id, version }
  const profile = await updateProfile(ctx, given)
  return { body: toProfile(profile), version: profile.version }
}

const listing: Route[] = [
  route(
    {
      ...{ id: 'listConnectionProfiles', method: 'get', path: base, tag: one.tag, isPaged: true },
      summary: 'The profiles of the tenant, by name',
      query: z.strictObject({
        ...paging,
        type: z.string().optional(),
        instance: z.string().optional(),
        templates: flag.optional(),
        text: z.string().optional(),
      }),
      answer: ProfilePageShape,
    },
    ({ ctx, query: { limit, cursor, ...filter } }) =>
      paged({ limit, cursor }, (page) => listProfiles(ctx, { ...page, ...filter }), toProfile),
  ),
  route(
    {
      ...{
        id: 'createConnectionProfile',
        method: 'post',
        path: base,
        tag: one.tag,
        status: 201,
        isOne: true,
        isKeyed: true,
      },
      summary: 'Keeps settings under a name; secrets are never part of it',
      body: NewProfileShape,
      answer: ProfileShape,
      errors: [
        'profile.name_taken',
        'connector.unknown',
        'integration.not_found',
        'profile.not_found',
        'request.key_reused',
      ],
    },
    async ({ ctx, body: { integrationType, defaultConfig, labels, ...rest }, idempotencyKey }) => {
      const given = { ...rest, ...settingsOf({ defaultConfig, labels }), type: integrationType, idempotencyKey }
      const profile = await createProfile(ctx, given)
      return { body: toProfile(profile), version: profile.version, location: `${base}/${profile.id}` }
    },
  ),
]

export const profileRoutes: Route[] = [
  ...listing,
  route(
    {
      ...{ ...one, id: 'getConnectionProfile', method: 'get', path: `${base}/{id}` },
      summary: 'One profile',
      answer: ProfileShape,
      errors: ['profile.not_found'],
    },
    async ({ ctx, params }) => {
      const profile = await getProfile(ctx, params.id)
      return { body: toProfile(profile), version: profile.version }
    },
  ),
  ...(['put', 'patch'] as const).map((method) =>
    route(
      {
        ...{ ...one, method, path: `${base}/{id}`, isVersioned: true },
        id: method === 'put' ? 'updateConnectionProfile' : 'changeConnectionProfile',
        summary: 'Changes just what is sent',
        body: ProfileChangesShape,
        answer: ProfileShape,
        errors: ['profile.not_found', 'profile.name_taken', 'profile.version_stale', 'integration.settings_invalid'],
      },
      change,
    ),
  ),
  route(
    {
      ...{ ...one, id: 'deleteConnectionProfile', method: 'delete', path: `${base}/{id}`, isVersioned: true },
      summary: 'Deletes a profile; integrations that were started from it stay',
      answer: ProfileShape,
      errors: ['profile.not_found', 'profile.version_stale'],
    },
    async ({ ctx, params, ifMatch }) => {
      const found = await getProfile(ctx, params.id)
      if (ifMatch !== null && found.version !== ifMatch) throw new HubError('profile.version_stale')
      return { body: toProfile(await deleteProfile(ctx, found.id)) }
    },
  ),
  route(
    {
      ...{ ...one, id: 'setDefaultConnectionProfile', method: 'post', path: `${base}/{id}/default` },
      summary: 'Makes it the one its type starts from, or takes that away',
      body: z.strictObject({ isDefault: z.boolean().optional() }).openapi('DefaultProfile'),
      needsBody: false,
      answer: ProfileShape,
      errors: ['profile.not_found'],
    },
    async ({ ctx, params, body }) => {
      const profile = await setDefaultProfile(ctx, { id: params.id, isDefault: body.isDefault ?? true })
      return { body: toProfile(profile), version: profile.version }
    },
  ),
]
