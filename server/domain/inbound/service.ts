/** Webhooks of providers: the hooks they come to, what came, and what is made of it. */
import './leaving'

export type { Hook, IssuedHook, Registration } from './hook'
export {
  createHook,
  deleteHook,
  getHook,
  listHooks,
  rotateHookSecret,
  updateHook,
  waiveVerification,
} from './hooks'
export { appTypeOf, type OpenHook, openAppHooks, openHook } from './opening'
export { processDeliveries } from './processing'
export { checkHook, registerHook, unregisterHook } from './provider'
export {
  type InboundContent,
  type InboundDelivery,
  listInboundDeliveries,
  readInboundDelivery,
} from './reading'
export { type Received, receiveAppDelivery, receiveDelivery, requireOpen } from './receive'
export { recoverDeliveries } from './recover'
export { replayDeliveries } from './replay'
export { tendHooks } from './tending'
export { inboundChannel } from './waking'
