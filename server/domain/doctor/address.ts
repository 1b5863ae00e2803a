import { type EgressPolicy, judgeAddress } from '@/server/kernel/egress'
import { type Resolver, systemResolver } from '@/server/platform/egress-socket'

/**
 * What a name stands for, and whether the hub may connect there: asked of the resolver only, so that DNS, the egress
 * policy and the connection can be told apart when one of them fails.
 */
export type AddressFacts = {
  dns: 'answered' | 'failed' | 'not needed'
  addresses: string | null
  egress: string | null
}

const patienceMs = 3_000
/** More tell nobody more. */
const mostShown = 8

async function within<T>(work: Promise<T>, ms: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ms, null)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

async function addressesOf(hostname: string, resolve: Resolver): Promise<string[]> {
  try {
    return ((await within(Promise.resolve(resolve(hostname)), patienceMs)) ?? []).map(({ address }) => address)
  } catch {
    return []
  }
}

function verdictOf(policy: EgressPolicy, addresses: readonly string[], port: number): string | null {
  if (addresses.length === 0) return null
  const verdicts = addresses.map((address) => judgeAddress(policy, address, port))
  const refused = verdicts.find((verdict) => !verdict.allowed)
  if (!refused || refused.allowed) return 'allowed'
  return verdicts.some(({ allowed }) => allowed) ? 'allowed for some addresses' : `denied: ${refused.reason}`
}

export async function factsOf(
  policy: EgressPolicy,
  baseUrl: string,
  resolve: Resolver = systemResolver,
): Promise<AddressFacts> {
  const url = new URL(baseUrl)
  const hostname = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  const isAddress = /^[\d.]+$/.test(hostname) || hostname.includes(':')
  const addresses = isAddress ? [hostname] : await addressesOf(hostname, resolve)
  return {
    dns: isAddress ? 'not needed' : addresses.length > 0 ? 'answered' : 'failed',
    addresses: addresses.slice(0, mostShown).join(', ') || null,
    egress: verdictOf(policy, addresses, port),
  }
}
