import { describe, expect, it } from 'vitest'
import { type EgressPolicy, formatEgressRule, isGrantable, judgeAddress, parseEgressRule } from './egress'

const strict: EgressPolicy = { mode: 'strict', allow: [], deny: [], grants: [] }
const rules = (...texts: string[]) => texts.map(parseEgressRule)
const isOpen = (policy: EgressPolicy, ip: string, port = 443) => judgeAddress(policy, ip, port).allowed

const metadata = [
  '169.254.169.254', '169.254.170.2', '168.63.129.16', '100.100.100.200', '192.0.0.192', 'fd00:ec2::254', 'fd20:ce::254',
  '::ffff:169.254.169.254', '::169.254.169.254', '64:ff9b::a9fe:a9fe', '2002:a9fe:a9fe::1', '2001:0:a9fe:a9fe::1',
  '2001:0:4136:e378:8000:63bf:5601:5601',
] // biome-ignore format: a table reads better in rows
const special = [
  '0.0.0.0', '0.1.2.3', '10.0.0.1', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.255.255.254', '172.16.0.1',
  '172.31.255.255', '192.0.0.1', '192.0.2.1', '192.88.99.1', '192.168.1.1', '198.18.0.1', '198.19.255.255',
  '198.51.100.1', '203.0.113.1', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255',
  '::', '::1', '::8.8.8.8', '::ffff:8.8.8.8', '::ffff:10.0.0.1', '::ffff:0:8.8.8.8', '64:ff9b::8.8.8.8',
  '64:ff9b:1::1', '100::1', 'fc00::1', 'fdff::1', 'fe80::1', 'febf::1', 'fec0::1', 'ff02::1', '2001::1',
  '2001:2::1', '2001:10::1', '2001:db8::1', '2002:808:808::1', '3fff::1', '4000::1', '5f00::1', '8000::1',
] // biome-ignore format: a table reads better in rows
const open = [
  '8.8.8.8',
  '1.1.1.1',
  '100.63.255.255',
  '100.128.0.1',
  '172.15.0.1',
  '172.32.0.1',
  '2606:4700::1111',
  '2a00:1450::1',
]

describe('judgeAddress', () => {
  it.each(open)('lets %s through', (ip) => expect(isOpen(strict, ip)).toBe(true))
  it.each(special)('refuses %s in production', (ip) => expect(isOpen(strict, ip)).toBe(false))
  it.each(metadata)('refuses the metadata address %s whatever is granted', (ip) => {
    const granted = { ...strict, mode: 'open_loopback' as const, grants: rules('0.0.0.0/0', '::/0', '169.254.0.0/16') }
    expect(judgeAddress(granted, ip, 80)).toMatchObject({ allowed: false, grantable: false })
  })

  it('opens nothing but loopback outside production', () => {
    const dev = { ...strict, mode: 'open_loopback' as const }
    expect(open.every((ip) => isOpen(dev, ip))).toBe(true)
    expect(special.filter((ip) => isOpen(dev, ip))).toEqual(['127.0.0.1', '127.255.255.254', '::1'])
  })

  it('opens metadata only through EGRESS_ALLOW', () => {
    expect(isOpen({ ...strict, allow: rules('169.254.169.254/32:80') }, '169.254.169.254', 80)).toBe(true)
    expect(isOpen({ ...strict, allow: rules('169.254.169.254/32:80') }, '169.254.169.254', 81)).toBe(false)
    expect(isOpen({ ...strict, allow: rules('169.254.169.254/32:80') }, '::ffff:169.254.169.254', 80)).toBe(false)
  })

  it('opens exactly the granted range and port', () => {
    const granted = { ...strict, grants: rules('10.1.2.0/24:443', '[fd12::/16]:8443') }
    expect(isOpen(granted, '10.1.2.200', 443)).toBe(true)
    expect(isOpen(granted, '10.1.2.200', 80)).toBe(false)
    expect(isOpen(granted, '10.1.3.1', 443)).toBe(false)
    expect(isOpen(granted, '::ffff:10.1.2.200', 443)).toBe(false)
    expect(isOpen(granted, 'fd12::5', 8443)).toBe(true)
    expect(isOpen(granted, 'fd13::5', 8443)).toBe(false)
  })

  it('lets EGRESS_DENY beat everything, in every disguise', () => {
    const shut = { ...strict, deny: rules('8.8.8.0/24'), allow: rules('0.0.0.0/0', '::/0'), grants: rules('::/0') }
    for (const ip of ['8.8.8.8', '::ffff:8.8.8.8', '64:ff9b::808:808', '2002:808:808::1']) {
      expect(isOpen(shut, ip)).toBe(false)
    }
    expect(isOpen(shut, '8.8.9.8')).toBe(true)
  })

  it.each(['', 'localhost', '10.0.0.1/8', 'fe80::1%eth0', '0x7f.1'])('refuses %j, which is not an address', (text) =>
    expect(isOpen({ ...strict, allow: rules('0.0.0.0/0', '::/0') }, text)).toBe(false),
  )

  it('tells why, and whether a grant would help', () => {
    expect(judgeAddress(strict, '10.0.0.1', 443)).toEqual({
      allowed: false,
      reason: 'a private network',
      grantable: true,
    })
    expect(judgeAddress(strict, '169.254.1.1', 443)).toMatchObject({ grantable: false })
  })
})

describe('parseEgressRule', () => {
  it.each([
    ['10.1.2.3/24:443', '10.1.2.0/24:443'],
    ['10.1.2.3', '10.1.2.3/32'],
    ['10.1.2.3:8080', '10.1.2.3/32:8080'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['[FD00::1:0/8]:443', '[fd00::/8]:443'],
    ['fd00:1234::/20', 'fd00:1000::/20'],
    ['[::1]:80', '[::1/128]:80'],
  ])('reads %s as %s', (text, canonical) => expect(formatEgressRule(parseEgressRule(text))).toBe(canonical))

  it.each([
    '',
    'x',
    '10.1.2',
    '10.1.2.3/33',
    '10.1.2.3:0',
    '10.1.2.3:70000',
    '[fd00::/129]:1',
    'example.org:443',
    '1.2.3.4/8/8',
  ])('refuses %j', (text) =>
    expect(() => parseEgressRule(text)).toThrow(expect.objectContaining({ code: 'egress.grant_invalid' })),
  )
})

describe('isGrantable', () => {
  it('refuses what lies within the metadata addresses and nothing else', () => {
    expect(rules('169.254.169.254/32:80', '169.254.0.0/16', 'fd00:ec2::254').some(isGrantable)).toBe(false)
    expect(rules('10.0.0.0/8:443', '0.0.0.0/0', 'fd00::/8', '127.0.0.1:5000').every(isGrantable)).toBe(true)
  })
})
