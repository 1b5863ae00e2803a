import { HubError } from '@/server/kernel/errors'

/** An answer later than this is none: providers wait for few seconds, and send again what was not taken. */
const patienceMs = 1_800

/** @throws {HubError} hub.unavailable when the database does not answer in time; what was asked of it may still be done */
export function within<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () =>
        reject(new HubError('hub.unavailable', 'The webhook could not be stored in time.', { retryAfterMs: 5_000 })),
      patienceMs,
    )
    work.then(resolve, reject).finally(() => clearTimeout(late))
  })
}
