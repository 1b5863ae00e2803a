import { HubError } from '@/server/kernel/errors'

/**
 * Whoever may not call any more loses the streams that run: a download of an hour must not outlive by an hour the key
 * that began it, or the integration it goes through. Asked as often as sockets are; a call that is over before that
 * costs one timer.
 */
const everyMs = 2_000

/** A hub that cannot tell who somebody is has no reason to send them away. */
const isNo = (error: unknown): error is HubError =>
  error instanceof HubError && error.kind !== 'unavailable' && error.kind !== 'internal'

/**
 * @param look rejects when the caller may not call any more
 * @returns how to stop looking
 */
export function watchStream(look: () => Promise<unknown>, onRefused: (error: HubError) => void): () => void {
  let isOver = false
  let timer: NodeJS.Timeout
  const again = () => {
    timer = setTimeout(() => void lookOnce(), everyMs).unref()
  }
  const lookOnce = async () => {
    const error: unknown = await look().then(
      () => null,
      (reason: unknown) => reason,
    )
    if (isOver) return
    if (isNo(error)) onRefused(error)
    else again()
  }
  again()
  return () => {
    isOver = true
    clearTimeout(timer)
  }
}
