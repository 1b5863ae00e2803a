export { type DeliveryDetails, type DeliveryFilter, listDeliveries, readDelivery } from './deliveries'
export type { Delivery, DeliveryAttempt } from './delivery'
export type { WebhookEndpoint } from './endpoint'
export {
  createEndpoint,
  deleteEndpoint,
  disableEndpoint,
  enableEndpoint,
  getEndpoint,
  listEndpoints,
} from './endpoints'
export { type LeasedDelivery, leaseDeliveries, releaseDeliveries } from './lease'
export { deliveriesTopic, deliveryHints, hearDeliveries, startHearingDeliveries } from './live'
export { type Prepared, type PreparedDelivery, prepareDeliveries } from './prepare'
export { recordAttempts } from './recording'
export { replayDeliveries, replayDelivery, sendTestEvent, skipRemaining } from './replay'
export { rotateEndpointSecret } from './secrets'
export { type Senders, sendersOf, sendOnce } from './sending'
export { disableOwnerless, settleNever } from './settling'
export { type EndpointStatistics, statisticsOf } from './statistics'
export { updateEndpoint } from './update'
export type { FinishedAttempt } from './verdict'
