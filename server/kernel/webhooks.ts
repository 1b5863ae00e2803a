/** The words for webhooks that go out, shared by the database, the API, the screens and the CLI. */

/** Where a delivery stands. `failed` is the end of its schedule, until somebody replays it. */
export const deliveryStates = ['pending', 'delivered', 'retrying', 'failed', 'skipped'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** Those that are still sent. */
export const openStates = ['pending', 'retrying'] as const satisfies readonly DeliveryState[]

/** What people see of an endpoint: `failing` is paused between tries, `disabled` is sent nothing. */
export const endpointStates = ['active', 'failing', 'disabled'] as const
export type EndpointState = (typeof endpointStates)[number]

/** Why an endpoint was switched off: by somebody, by its own answer, or by the hub. */
export const disabledReasons = ['person', 'gone', 'failing', 'owner_gone'] as const
export type DisabledReason = (typeof disabledReasons)[number]

/** Seconds before each try: at once, then slower and slower for a day and a half. */
export const defaultSchedule: readonly number[] = [0, 5, 60, 300, 1_800, 7_200, 18_000, 36_000, 50_400]

export const defaultConcurrency = 16
export const maxConcurrency = 64
export const maxRatePerSecond = 1_000

/** Of this shape the payload is. A new one is a new number, and an endpoint keeps its own until it asks for the new one. */
export const payloadVersions = [1] as const
export type PayloadVersion = (typeof payloadVersions)[number]

/** The parts of the time a try took, as far as they can be told; a kept connection has neither name nor handshake. */
export type AttemptTimings = {
  dnsMs: number | null
  connectMs: number | null
  tlsMs: number | null
  /** Until the answer began. */
  waitMs: number | null
  totalMs: number
}
