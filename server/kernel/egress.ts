import { BlockList, isIP } from 'node:net'
import { HubError } from './errors'

/**
 * The one judge of where the hub may connect to. Pure: it is given the address a socket is about to use, never a
 * name, so neither DNS nor a spelling of an address can argue with it. server/platform asks it before every connect.
 *
 * Order: EGRESS_DENY shuts, EGRESS_ALLOW opens, metadata stays shut, loopback as the mode says, the public internet
 * is open, and of the rest a tenant reaches what was granted to it.
 */
export type EgressRule = {
  /** In canonical form: host bits cleared, IPv6 in lower case and shortened. */
  cidr: string
  /** Null: every port. */
  port: number | null
}

export type EgressPolicy = {
  /** `open_loopback` for dev, demo and tests; production is `strict`. */
  mode: 'open_loopback' | 'strict'
  /** EGRESS_ALLOW: the operator's word, the only one that opens metadata addresses. */
  allow: readonly EgressRule[]
  /** EGRESS_DENY: beats everything. */
  deny: readonly EgressRule[]
  /** What the instance admin granted to this tenant. */
  grants: readonly EgressRule[]
}

export type EgressVerdict = { allowed: true } | { allowed: false; reason: string; grantable: boolean }

type Range = readonly [cidr: string, name: string]

/** Addresses at which clouds hand out the machine's own credentials. */
const metadataRanges: readonly Range[] = [
  ['169.254.0.0/16', 'link-local, where clouds keep metadata'],
  ['168.63.129.16/32', 'the Azure wire server'],
  ['100.100.100.200/32', 'the Alibaba Cloud metadata service'],
  ['192.0.0.192/32', 'the Oracle Cloud metadata service'],
  ['fd00:ec2::/32', 'the AWS metadata service'],
  ['fd20:ce::254/128', 'the Google Cloud metadata service'],
]

const loopbackRanges: readonly Range[] = [
  ['127.0.0.0/8', 'loopback'],
  ['::1/128', 'loopback'],
]

/**
 * Everything that is not the public internet, the most telling name first. IPv6 is public only inside 2000::/3, so the
 * two halves around it close what no line names.
 * Source: https://www.iana.org/assignments/iana-ipv4-special-registry and …/iana-ipv6-special-registry
 */
const specialRanges: readonly Range[] = [
  ...loopbackRanges,
  ['0.0.0.0/8', 'unspecified'],
  ['10.0.0.0/8', 'a private network'],
  ['100.64.0.0/10', 'carrier-grade NAT'],
  ['172.16.0.0/12', 'a private network'],
  ['192.0.0.0/24', 'reserved for protocols'],
  ['192.0.2.0/24', 'a test range'],
  ['192.88.99.0/24', '6to4 relay'],
  ['192.168.0.0/16', 'a private network'],
  ['198.18.0.0/15', 'a test range'],
  ['198.51.100.0/24', 'a test range'],
  ['203.0.113.0/24', 'a test range'],
  ['224.0.0.0/4', 'multicast'],
  ['240.0.0.0/4', 'reserved'],
  ['::/128', 'unspecified'],
  ['::/96', 'IPv4-compatible IPv6'],
  ['::ffff:0:0/96', 'IPv4-mapped IPv6'],
  ['::ffff:0:0:0/96', 'IPv4-translated IPv6'],
  ['64:ff9b::/96', 'NAT64'],
  ['64:ff9b:1::/48', 'NAT64'],
  ['fc00::/7', 'a private network'],
  ['fe80::/10', 'link-local'],
  ['fec0::/10', 'site-local'],
  ['ff00::/8', 'multicast'],
  ['2001::/32', 'Teredo'],
  ['2001::/23', 'reserved for protocols'],
  ['2001:db8::/32', 'a test range'],
  ['2002::/16', '6to4'],
  ['3fff::/20', 'a test range'],
  ['::/3', 'reserved'],
  ['4000::/2', 'reserved'],
  ['8000::/1', 'reserved'],
]

/** The BlockList of a CIDR is built once; rules come again with every policy. */
const blockLists = new Map<string, BlockList>()
const maxBlockLists = 10_000

function blockListOf(cidr: string): BlockList {
  const known = blockLists.get(cidr)
  if (known) return known
  const [address = '', bits = ''] = cidr.split('/')
  const made = new BlockList()
  made.addSubnet(address, Number(bits), isIP(address) === 4 ? 'ipv4' : 'ipv6')
  if (blockLists.size >= maxBlockLists) blockLists.clear()
  blockLists.set(cidr, made)
  return made
}

const familyOf = (ip: string) => (isIP(ip) === 4 ? 'ipv4' : 'ipv6')

/** BlockList lets an IPv4 rule match a mapped IPv6 address; a family of its own keeps a face from counting twice. */
function isWithin(ip: string, cidr: string): boolean {
  const sameFamily = isIP(ip) === isIP(cidr.slice(0, cidr.indexOf('/')))
  return sameFamily && blockListOf(cidr).check(ip, familyOf(ip))
}

const nameIn = (ranges: readonly Range[], ip: string) => ranges.find(([cidr]) => isWithin(ip, cidr))?.[1]

const matches = (rules: readonly EgressRule[], ip: string, port: number) =>
  rules.some((rule) => (rule.port === null || rule.port === port) && isWithin(ip, rule.cidr))

/** The eight 16-bit groups of an IPv6 address. */
function groupsOf(ip: string): number[] {
  const canonical = new URL(`http://[${ip}]`).hostname.slice(1, -1)
  const [head = '', tail] = canonical.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const middle = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0')
  return [...left, ...middle, ...right].map((group) => Number.parseInt(group, 16))
}

const ipv4Of = (high: number, low: number) => `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`

/**
 * An address and every IPv4 address it may stand for. A tunnel or translator on the way would carry the packet there,
 * so what is shut for the one is shut for the other.
 */
function facesOf(ip: string): string[] {
  if (isIP(ip) === 4) return [ip]
  const [a = 0, b = 0, c = 0, d = 0, , , g = 0, h = 0] = groupsOf(ip)
  if (a === 0x2002) return [ip, ipv4Of(b, c)]
  // Teredo: the server in clear, the client with every bit turned. Source: https://www.rfc-editor.org/rfc/rfc4380#section-4
  if (a === 0x2001 && b === 0) return [ip, ipv4Of(c, d), ipv4Of(g ^ 0xffff, h ^ 0xffff)]
  if (a === 0 || (a === 0x64 && b === 0xff9b)) return [ip, ipv4Of(g, h)]
  return [ip]
}

const refused = (reason: string, grantable = false): EgressVerdict => ({ allowed: false, reason, grantable })

/** Judges the address a socket is about to connect to. A refusal's `reason` completes "the address is …". */
export function judgeAddress(policy: EgressPolicy, ip: string, port: number): EgressVerdict {
  if (isIP(ip) === 0 || ip.includes('%')) return refused('not an address that can be judged')
  const faces = facesOf(ip)
  if (faces.some((face) => matches(policy.deny, face, port))) return refused('shut by EGRESS_DENY')
  if (matches(policy.allow, ip, port)) return { allowed: true }
  const metadata = faces.map((face) => nameIn(metadataRanges, face)).find((name) => name !== undefined)
  if (metadata) return refused(metadata)
  if (policy.mode === 'open_loopback' && nameIn(loopbackRanges, ip)) return { allowed: true }
  const special = nameIn(specialRanges, ip)
  if (!special || matches(policy.grants, ip, port)) return { allowed: true }
  return refused(special, true)
}

const ruleForm = /^(?:\[([0-9a-f:.]+)(?:\/(\d{1,3}))?\]|([0-9.]+)(?:\/(\d{1,2}))?)(?::(\d{1,5}))?$/i
const bareIpv6Form = /^([0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.]*)(?:\/(\d{1,3}))?$/i

function withoutHostBits(address: string, bits: number): string {
  if (isIP(address) === 4) {
    const octets = address.split('.').map(Number)
    return octets.map((octet, i) => octet & (0xff00 >> Math.min(8, Math.max(0, bits - 8 * i))) & 255).join('.')
  }
  const groups = groupsOf(address).map(
    (group, i) => group & (0xffff0000 >> Math.min(16, Math.max(0, bits - 16 * i))) & 0xffff,
  )
  return new URL(`http://[${groups.map((group) => group.toString(16)).join(':')}]`).hostname.slice(1, -1)
}

/**
 * Reads `10.1.2.0/24:443`, `10.1.2.3:443`, `10.1.2.0/24`, `[fd00::/8]:443` or `fd00::/8`.
 *
 * @throws {HubError} egress.grant_invalid
 */
export function parseEgressRule(text: string): EgressRule {
  const bare = bareIpv6Form.exec(text)
  const full = bare ? null : ruleForm.exec(text)
  const address = bare?.[1] ?? full?.[1] ?? full?.[3] ?? ''
  const width = isIP(address) === 4 ? 32 : 128
  const bits = Number(bare?.[2] ?? full?.[2] ?? full?.[4] ?? width)
  const port = full?.[5] === undefined ? null : Number(full[5])
  const portIsRight = port === null || (port >= 1 && port <= 65_535)
  if (isIP(address) === 0 || bits > width || !portIsRight) {
    throw new HubError('egress.grant_invalid', 'This is not an address range of the form CIDR or CIDR:port.')
  }
  return { cidr: `${withoutHostBits(address, bits)}/${bits}`, port }
}

/** The form {@link parseEgressRule} reads. */
export function formatEgressRule(rule: EgressRule): string {
  if (rule.port === null) return rule.cidr
  return rule.cidr.includes(':') ? `[${rule.cidr}]:${rule.port}` : `${rule.cidr}:${rule.port}`
}

/**
 * Whether a tenant's grant of this rule could open anything. A range within the metadata addresses could not; a
 * broader range may be granted, and the metadata addresses inside it stay shut all the same.
 */
export function isGrantable(rule: EgressRule): boolean {
  const [address = '', bits = ''] = rule.cidr.split('/')
  return !metadataRanges.some(
    ([cidr]) => Number(bits) >= Number(cidr.slice(cidr.indexOf('/') + 1)) && isWithin(address, cidr),
  )
}
