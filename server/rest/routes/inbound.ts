import { z } from '@hono/zod-openapi'
import {
  checkHook,
  createHook,
  deleteHook,
  getHook,
  listHooks,
  listInboundDeliveries,
  readInboundDelivery,
  recoverDeliveries,
  registerHook,
  replayDeliveries,
  rotateHookSecret,
  unregisterHook,
  updateHook,
  waiveVerification,
} from '@/server/domain/inbound/service'
import type { ErrorCode } from '@/server/kernel/errors'
import { paged } from '../pages'
import { type Route, route } from '../route'
import { integrationRef, paging } from '../shapes/base'
import {
  DeliveryContentShape,
  DeliveryPageShape,
  DeliveryQuery,
  deliveryRef,
  HookChangeShape,
  HookPageShape,
  HookShape,
  hookRef,
  IssuedHookShape,
  NewHookShape,
  RecoveryOrderShape,
  RecoveryShape,
  RegistrationOrderShape,
  ReplayOrderShape,
  ReplayShape,
  RotationShape,
  toContent,
  toDelivery,
  toHook,
  toIssued,
  WaiverShape,
} from '../shapes/inbound'

/** Webhooks of providers over REST: the hooks they come to, and what came. */
const tag = 'Inbound webhooks'
const place = '/api/v1/hooks/{id}'
const dateOf = (text: string | undefined) => (text === undefined ? undefined : new Date(text))
const ofHook: ErrorCode[] = ['inbound_hook.not_found', 'permission.denied']
const atProvider: ErrorCode[] = [
  ...ofHook,
  'inbound_hook.not_registrable',
  'inbound_hook.provider_refused',
  'integration.disabled',
  'credential.missing',
]

const hooks: Route[] = [
  route(
    {
      ...{ id: 'listInboundHooks', method: 'get', path: '/api/v1/integrations/{id}/hooks', tag },
      summary: 'Hooks of an integration, the oldest first',
      ...{ params: integrationRef, query: z.strictObject(paging), isPaged: true, answer: HookPageShape },
      errors: ['integration.not_found'],
    },
    ({ ctx, params, query }) => paged(query, (page) => listHooks(ctx, { ...page, integration: params.id }), toHook),
  ),
  route(
    {
      ...{ id: 'createInboundHook', method: 'post', path: '/api/v1/integrations/{id}/hooks', tag, status: 201 },
      summary: 'Make a hook; its address and its secret are told once',
      ...{ params: integrationRef, body: NewHookShape, needsBody: false, answer: IssuedHookShape },
      errors: ['integration.not_found', 'permission.denied'],
    },
    async ({ ctx, params, body }) => {
      const issued = await createHook(ctx, { ...body, integration: params.id })
      return { body: toIssued(issued), location: `/api/v1/hooks/${issued.hook.id}` }
    },
  ),
  route(
    {
      ...{ id: 'getInboundHook', method: 'get', path: place, tag, summary: 'One hook' },
      ...{ params: hookRef, answer: HookShape, isOne: true, errors: ['inbound_hook.not_found'] },
    },
    async ({ ctx, params }) => ({ body: toHook(await getHook(ctx, params.id)) }),
  ),
  route(
    {
      ...{
        id: 'updateInboundHook',
        method: 'patch',
        path: place,
        tag,
        summary: 'Rename a hook, or switch it on or off',
      },
      ...{ params: hookRef, body: HookChangeShape, answer: HookShape, errors: ofHook },
    },
    async ({ ctx, params, body }) => ({ body: toHook(await updateHook(ctx, { ...body, id: params.id })) }),
  ),
  route(
    {
      ...{ id: 'deleteInboundHook', method: 'delete', path: place, tag, params: hookRef, errors: ofHook },
      summary: 'Delete a hook; its address is dead and its secrets are destroyed',
    },
    async ({ ctx, params }) => {
      await deleteHook(ctx, params.id)
      return { body: undefined }
    },
  ),
  route(
    {
      ...{ id: 'rotateInboundHookSecret', method: 'post', path: `${place}/rotate`, tag, params: hookRef },
      summary: 'Give a hook a new secret; the old one is valid until the first webhook signed with the new one',
      ...{ body: RotationShape, needsBody: false, answer: IssuedHookShape, errors: ofHook },
    },
    async ({ ctx, params, body }) => ({ body: toIssued(await rotateHookSecret(ctx, { ...body, id: params.id })) }),
  ),
  route(
    {
      ...{ id: 'waiveInboundVerification', method: 'put', path: `${place}/waiver`, tag, params: hookRef },
      summary: 'Let a hook take webhooks that nothing proves, or end that',
      ...{ body: WaiverShape, answer: HookShape, errors: ofHook },
    },
    async ({ ctx, params, body }) => ({ body: toHook(await waiveVerification(ctx, { ...body, id: params.id })) }),
  ),
]

const atProviders: Route[] = [
  route(
    {
      ...{ id: 'registerInboundHook', method: 'post', path: `${place}/register`, tag, params: hookRef },
      summary: 'Make the hook known to the provider, or tell it the current address, secret and events',
      ...{ body: RegistrationOrderShape, needsBody: false, answer: HookShape, errors: atProvider },
    },
    async ({ ctx, params, body }) => ({ body: toHook(await registerHook(ctx, { ...body, id: params.id })) }),
  ),
  route(
    {
      ...{ id: 'unregisterInboundHook', method: 'post', path: `${place}/unregister`, tag, params: hookRef },
      ...{ summary: 'Remove the hook at the provider', answer: HookShape, errors: atProvider },
    },
    async ({ ctx, params }) => ({ body: toHook(await unregisterHook(ctx, params.id)) }),
  ),
  route(
    {
      ...{ id: 'checkInboundHook', method: 'post', path: `${place}/check`, tag, params: hookRef },
      ...{ summary: 'Look how the provider has the hook', answer: HookShape, errors: atProvider },
    },
    async ({ ctx, params }) => ({ body: toHook(await checkHook(ctx, params.id)) }),
  ),
  route(
    {
      ...{ id: 'recoverInboundDeliveries', method: 'post', path: `${place}/recover`, tag, params: hookRef },
      summary: 'Fetch deliveries from the provider that the hub has not seen',
      ...{ body: RecoveryOrderShape, needsBody: false, answer: RecoveryShape, errors: atProvider },
    },
    async ({ ctx, params, body: { since, preview } }) => ({
      body: await recoverDeliveries(ctx, { id: params.id, since: dateOf(since), preview }),
    }),
  ),
]

const deliveries: Route[] = [
  route(
    {
      ...{ id: 'listInboundDeliveries', method: 'get', path: '/api/v1/inbound-deliveries', tag },
      summary: 'What came in, the newest first; what was refused is among it',
      ...{ query: DeliveryQuery, isPaged: true, answer: DeliveryPageShape, errors: ['integration.not_found'] },
    },
    ({ ctx, query: { limit, cursor, since, until, ...filter } }) =>
      paged(
        { limit, cursor },
        (page) =>
          listInboundDeliveries(ctx, { ...page, filter: { ...filter, since: dateOf(since), until: dateOf(until) } }),
        toDelivery,
      ),
  ),
  route(
    {
      ...{ id: 'replayInboundDeliveries', method: 'post', path: '/api/v1/inbound-deliveries/replay', tag },
      summary: 'Tell again of deliveries: one, many, or all since a time',
      ...{ body: ReplayOrderShape, answer: ReplayShape },
      errors: ['inbound_delivery.not_found', 'integration.not_found', 'permission.denied'],
    },
    async ({ ctx, body: { ids, filter, preview } }) => ({
      body: await replayDeliveries(ctx, {
        ...{ ids, preview },
        filter: filter && { ...filter, since: dateOf(filter.since), until: dateOf(filter.until) },
      }),
    }),
  ),
  route(
    {
      ...{ id: 'getInboundDelivery', method: 'get', path: '/api/v1/inbound-deliveries/{id}', tag, params: deliveryRef },
      summary: 'One delivery with its headers and its body',
      ...{ answer: DeliveryContentShape, errors: ['inbound_delivery.not_found'] },
    },
    async ({ ctx, params }) => ({ body: toContent(await readInboundDelivery(ctx, params.id)) }),
  ),
]

export const inboundRoutes: Route[] = [...hooks, ...atProviders, ...deliveries]
