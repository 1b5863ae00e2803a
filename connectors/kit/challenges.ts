import { jsonOf } from './content'
import { valueAt } from './template'
import type { InboundRequest, VerifyScheme } from './verify'

/**
 * A vendor asks whether somebody listens here, and is sent back what it sent. What is sent back is text that a browser
 * neither shows nor runs, so that an address of ours reflects nothing.
 */
export type ChallengeAnswer = { status: number; headers: Record<string, string>; body: string }

type Challenge = Extract<VerifyScheme, { scheme: 'challenge' }>

/** A challenge is short; a body that is longer is an event. */
const maxBodyBytes = 16_384
const printable = /^[\x20-\x7e]{1,1000}$/

const text = (body: string): ChallengeAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
})

function echoed(challenge: Challenge, request: InboundRequest): string | null {
  const { answer, from = '' } = challenge
  if (answer === 'echo_query') return new URLSearchParams(request.query).get(from)
  if (answer === 'echo_header') return request.headers[from.toLowerCase()] ?? null
  const { body, method } = request
  const name = from.split('.').at(-1) ?? ''
  if (method !== 'POST' || body.length > maxBodyBytes || !body.includes(`"${name}"`)) return null
  const found = valueAt(jsonOf(body), from)
  return typeof found === 'string' ? found : null
}

function answerTo(challenge: Challenge, request: InboundRequest): ChallengeAnswer | null {
  if (challenge.answer === 'head_ok') return request.method === 'HEAD' ? { status: 200, headers: {}, body: '' } : null
  const value = echoed(challenge, request)
  if (value === null || !printable.test(value)) return null
  if (challenge.answer !== 'echo_header') return text(value)
  return { status: 200, headers: { [(challenge.from ?? '').toLowerCase()]: value }, body: '' }
}

export function challengeIn(schemes: readonly VerifyScheme[], request: InboundRequest): ChallengeAnswer | null {
  for (const scheme of schemes) {
    const answer = scheme.scheme === 'challenge' ? answerTo(scheme, request) : null
    if (answer) return answer
  }
  return null
}

/** Methods besides POST that a hook with these schemes answers. */
export function challengeMethods(schemes: readonly VerifyScheme[]): string[] {
  const answers = schemes.flatMap((scheme) => (scheme.scheme === 'challenge' ? [scheme.answer] : []))
  return [...(answers.includes('head_ok') ? ['HEAD'] : []), ...(answers.includes('echo_query') ? ['GET'] : [])]
}
