/** Webhooks of providers: the hooks they come to, what came, and what is made of it. */
export type { Hook, IssuedHook, Registration } from './hook'
export {
  type CreateHookInput,
  createHook,
  deleteHook,
  getHook,
  listHooks,
  rotateHookSecret,
  type UpdateHookInput,
  updateHook,
  waiveVerification,
} from './hooks'
export { appTypeOf, type OpenHook, openAppHooks, openHook } from './opening'
export { processDeliveries } from './processing'
export {
  type InboundContent,
  type InboundDelivery,
  type InboundFilter,
  listInboundDeliveries,
  readInboundDelivery,
} from './reading'
export { type Received, receiveAppDelivery, receiveDelivery, requireOpen } from './receive'
export { type Replay, type ReplayInput, replayDeliveries } from './replay'
export { inboundChannel } from './waking'
