import { type CallReading, HttpFailure, readCall, readyRequest } from '@/connectors/kit'
import type { CallFailure } from '@/server/kernel/calls'
import type { HttpRequest, HttpResponse, HttpTimings } from '@/server/kernel/http'
import { reusableAnswer } from './answers-kept'
import type { CallTarget } from './call'
import { answerFailure, networkFailure, tooLargeFailure } from './failures'
import type { PreparedCall } from './prepare'
import { answerHeaders, redactBody, secretTexts } from './secrets'

/** One request with the credential in it, and what its answer means. */
export type Attempted = {
  status: number | null
  failure: CallFailure | null
  headers: Record<string, string>
  body: Buffer
  timings: HttpTimings | null
  isThrottled: boolean
  reading: CallReading | null
  cached: 'no' | 'revalidated'
}

const maxAnswerBytes = 10 * 1024 * 1024

type AttemptOptions = { timeoutMs: number; signal: AbortSignal | undefined; input: Record<string, string> }

async function send(target: CallTarget, request: HttpRequest, options: AttemptOptions) {
  const { connector, settings, http } = target
  const limited = (one: HttpRequest): HttpRequest => ({
    ...one,
    totalTimeoutMs: options.timeoutMs,
    connectTimeoutMs: Math.min(5_000, options.timeoutMs),
    maxBodyBytes: maxAnswerBytes,
    ...(options.signal && { signal: options.signal }),
  })
  const ready = await readyRequest(
    { connector, settings, http: (one) => http(limited(one)), input: options.input },
    request,
  )
  if ('status' in ready) return { response: ready, sent: request }
  return { response: await http(limited(ready)), sent: ready }
}

/** Which answers are good: any 2xx, "not modified" for who asked so, a page for who takes pages. */
function expectationOf(target: CallTarget, prepared: PreparedCall) {
  const isAny = prepared.takesPages || target.settings.config.answer === 'any'
  return {
    ok: prepared.isConditional ? okWithNotModified : undefined,
    expect: isAny ? ('any' as const) : ('data' as const),
  }
}
const okWithNotModified = [...Array.from({ length: 100 }, (_, at) => 200 + at).filter((code) => code !== 203), 304]

function readAnswered(
  target: CallTarget,
  prepared: PreparedCall,
  response: HttpResponse,
  sent: HttpRequest,
): Attempted {
  const reading = readCall(target, response, expectationOf(target, prepared))
  const secrets = secretTexts(target, sent)
  const isCut = response.truncated
  return {
    status: response.status,
    failure: isCut && !reading.trouble ? tooLargeFailure() : answerFailure(response, reading),
    headers: answerHeaders(response.headers, secrets),
    body: isCut ? Buffer.alloc(0) : redactBody(response.body, secrets),
    timings: response.timings,
    isThrottled: reading.isThrottled && reading.trouble !== null,
    reading,
    cached: 'no',
  }
}

const unanswered = (failure: CallFailure): Attempted => ({
  ...{ status: null, failure, headers: {}, body: Buffer.alloc(0), timings: null, isThrottled: false },
  ...{ reading: null, cached: 'no' as const },
})

/** Never throws for what the service or the network does. */
export async function attemptCall(
  target: CallTarget,
  prepared: PreparedCall,
  options: AttemptOptions,
): Promise<Attempted> {
  const kept = reusableAnswer(target, prepared)
  try {
    const { response, sent } = await send(target, kept?.ask(prepared.request) ?? prepared.request, options)
    if (kept && response.status === 304)
      return kept.again(readAnswered(target, { ...prepared, isConditional: true }, response, sent))
    const answered = readAnswered(target, prepared, response, sent)
    kept?.keep(answered)
    return answered
  } catch (error) {
    if (error instanceof HttpFailure) return unanswered(networkFailure(error))
    throw error
  }
}
