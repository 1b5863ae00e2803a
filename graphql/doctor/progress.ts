import type { DoctorCheckName, DoctorCheckResult, DoctorReport } from '@/server/kernel/doctor'
import { type Stream, streamOf } from '../streams'

/**
 * An examination as a stream: what is going to be checked, each check as it ends, the report, and the end. Nothing
 * waits for a slow reader, for there are ten messages at most; a reader that goes away ends the examination.
 */
export type DoctorProgress = {
  started: DoctorCheckName[] | null
  check: DoctorCheckResult | null
  report: DoctorReport | null
}

type Run = (signal: AbortSignal, onCheck: (result: DoctorCheckResult) => void) => Promise<DoctorReport>
type Waiting = { resolve: (step: IteratorResult<DoctorProgress>) => void; reject: (error: unknown) => void }

const nothing: DoctorProgress = { started: null, check: null, report: null }
const done: IteratorResult<never> = { done: true, value: undefined }

export function examining(checks: DoctorCheckName[], run: Run): Stream<DoctorProgress> {
  const ending = new AbortController()
  const ready: DoctorProgress[] = [{ ...nothing, started: checks }]
  let outcome: { error: unknown } | 'done' | undefined
  let waiting: Waiting | undefined
  const wake = () => {
    const reader = waiting
    const value = reader && ready.shift()
    if (!reader || (!value && !outcome)) return
    waiting = undefined
    if (value) reader.resolve({ done: false, value })
    else if (outcome === 'done' || ending.signal.aborted) reader.resolve(done)
    else if (outcome) reader.reject(outcome.error)
  }
  const put = (value: DoctorProgress) => {
    ready.push(value)
    wake()
  }
  const start = () =>
    run(ending.signal, (check) => put({ ...nothing, check })).then(
      (report) => {
        outcome = 'done'
        put({ ...nothing, report })
      },
      (error: unknown) => {
        outcome = { error }
        wake()
      },
    )
  // Not before somebody reads: a subscription that is refused has caused nothing.
  let isStarted = false
  const next = () =>
    new Promise<IteratorResult<DoctorProgress>>((resolve, reject) => {
      if (!isStarted) void start()
      isStarted = true
      waiting = { resolve, reject }
      wake()
    })
  const end = async () => {
    ending.abort()
    outcome ??= 'done'
    ready.length = 0
    wake()
  }
  return streamOf(next, end)
}
