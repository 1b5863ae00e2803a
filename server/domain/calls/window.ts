/**
 * How many of the last calls failed: ten slices of a window that slides. An old slice is emptied when its place in time
 * comes again, so nothing has to run by the clock.
 */
const slices = 10

type Slice = { beganAt: number; good: number; bad: number }

export class FailureWindow {
  #slices: Slice[] = []

  #at(now: number, windowMs: number): Slice {
    const width = Math.max(1, windowMs / slices)
    const beganAt = Math.floor(now / width) * width
    const last = this.#slices.at(-1)
    if (last && last.beganAt >= beganAt) return last
    const next = { beganAt, good: 0, bad: 0 }
    this.#slices = [...this.#slices.filter((one) => one.beganAt > now - windowMs), next]
    return next
  }

  note(isGood: boolean, windowMs: number, now: number): void {
    const slice = this.#at(now, windowMs)
    if (isGood) slice.good += 1
    else slice.bad += 1
  }

  /** Of the calls in the window. */
  counts(windowMs: number, now: number): { calls: number; failed: number } {
    const young = this.#slices.filter((one) => one.beganAt > now - windowMs)
    const failed = young.reduce((sum, one) => sum + one.bad, 0)
    return { calls: failed + young.reduce((sum, one) => sum + one.good, 0), failed }
  }

  clear(): void {
    this.#slices = []
  }
}
