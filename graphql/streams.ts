/**
 * Streams for subscriptions. They are written by hand because a generator that waits for its source cannot be ended:
 * its `return` would queue behind the next event, and a closed socket would keep its subscription until then.
 */
export type Stream<T> = AsyncIterableIterator<T>

type Ending = () => Promise<unknown> | undefined

/** A stream from what gives the next value, and what ends it. */
export function streamOf<T>(next: () => Promise<IteratorResult<T>>, end: Ending): Stream<T> {
  return {
    next,
    return: async () => {
      await end()
      return { done: true, value: undefined }
    },
    throw: async (error) => {
      await end()
      throw error
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}

/** Only what `wanted` lets through. */
export function onlyWhere<T>(source: Stream<T>, wanted: (value: T) => boolean): Stream<T> {
  const next = async (): Promise<IteratorResult<T>> => {
    for (;;) {
      const step = await source.next()
      if (step.done || wanted(step.value)) return step
    }
  }
  return streamOf(next, () => source.return?.())
}

/** Ends a source that waits for its next event: its `return` alone would wait too. */
export function endable<T>(start: (signal: AbortSignal) => AsyncIterableIterator<T>): Stream<T> {
  const ending = new AbortController()
  const source = start(ending.signal)
  return streamOf(
    () => source.next(),
    async () => {
      ending.abort()
      await source.return?.()
    },
  )
}

/** Takes every value to its place, one after the other; whoever reads it sees only the end, or what went wrong. */
export function drained<T>(source: AsyncIterator<T>, take: (value: T) => Promise<void>): Stream<never> {
  const next = async (): Promise<IteratorResult<never>> => {
    for (let step = await source.next(); !step.done; step = await source.next()) await take(step.value)
    return { done: true, value: undefined }
  }
  return streamOf(next, () => source.return?.())
}

/** One value, then silence until the subscriber goes. */
export function onceThenOpen<T>(value: T): Stream<T> {
  let told = false
  let end = (): void => {}
  const ended = new Promise<IteratorResult<T>>((resolve) => {
    end = () => resolve({ done: true, value: undefined })
  })
  const next = async (): Promise<IteratorResult<T>> => {
    if (told) return ended
    told = true
    return { done: false, value }
  }
  return streamOf(next, async () => end())
}
