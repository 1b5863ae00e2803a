import { readCall } from '@/connectors/kit'
import { learnQuotas } from '@/connectors/kit/quotas'
import type { CallFailure } from '@/server/kernel/calls'
import type { LearnedQuota } from '@/server/kernel/health'
import type { CallTarget } from './call'
import { answerFailure } from './failures'
import { redactText } from './secrets'

/**
 * What the head of a streamed answer says of the call: its body is nobody's to read here. Headers are looked at closely
 * only where they can say something, for most answers say nothing.
 */
export type HeadReading = {
  failure: CallFailure | null
  isThrottled: boolean
  quotas: readonly LearnedQuota[]
  waitMs: number | null
}

const noQuotas: readonly LearnedQuota[] = []
const fine: HeadReading = { failure: null, isThrottled: false, quotas: noQuotas, waitMs: null }
const widespread = /^(?:x-)?rate-?limit/
const declared = new WeakMap<CallTarget['connector'], ReadonlySet<string>>()

function declaredBy(connector: CallTarget['connector']): ReadonlySet<string> {
  const known = declared.get(connector)
  if (known) return known
  const quotas = connector.manifest.quotas ?? []
  const names = quotas.flatMap((one) => [one.limit, one.remaining, one.used, one.reset, one.poolHeader, one.retryAfter])
  const made = new Set(names.flatMap((name) => (name === undefined ? [] : [name.toLowerCase()])))
  declared.set(connector, made)
  return made
}

function tellsQuota({ connector }: CallTarget, pairs: readonly string[]): boolean {
  const names = declaredBy(connector)
  for (let at = 0; at < pairs.length; at += 2) {
    const name = pairs[at] ?? ''
    if (names.has(name) || widespread.test(name)) return true
  }
  return false
}

function joined(pairs: readonly string[]): Record<string, string> {
  const headers = new Map<string, string>()
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const [name = '', value = ''] = [pairs[at], pairs[at + 1]]
    const earlier = headers.get(name)
    headers.set(name, earlier === undefined ? value : `${earlier}, ${value}`)
  }
  headers.delete('__proto__')
  return Object.fromEntries(headers)
}

const noTimings = { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: 0, totalMs: 0 }
const noBody = Buffer.alloc(0)

/** @param pairs names in lower case and values in turn */
export function readHead(target: CallTarget, status: number, pairs: readonly string[]): HeadReading {
  if (status >= 200 && status < 400) {
    if (!tellsQuota(target, pairs)) return fine
    const quotas = learnQuotas(target.connector.manifest.quotas ?? [], joined(pairs), new Date())
    return { failure: null, isThrottled: false, quotas, waitMs: null }
  }
  const rest = { body: noBody, truncated: false, url: '', redirects: 0, remoteAddress: '', certificate: null }
  const response = { status, headers: joined(pairs), timings: noTimings, ...rest }
  const judged = readCall({ connector: target.connector }, response, { expect: 'any' })
  return { failure: answerFailure({ status }, judged), ...judged }
}

const lowerNames = new Map<string, string>()

/** Names are few and come again with each answer; bounded, for a service may make them up. */
function lowerName(name: string): string {
  const known = lowerNames.get(name)
  if (known !== undefined) return known
  const lower = name.toLowerCase()
  if (lowerNames.size < 2_000 && name.length < 100) lowerNames.set(name, lower)
  return lower
}

/** Names in lower case and values in turn. A secret that comes back, as in the address of a next page, is taken out. */
export function pairsOf(raw: readonly Buffer[], secrets: readonly string[]): string[] {
  const pairs: string[] = []
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const value = raw[at + 1]?.toString('latin1') ?? ''
    pairs.push(lowerName(raw[at]?.toString('latin1') ?? ''), redactText(value, secrets))
  }
  return pairs
}
