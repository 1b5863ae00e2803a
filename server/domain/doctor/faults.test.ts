import type { IncomingMessage, ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { makeCertificate } from '@/test/certificates'
import { serve, serveTls } from '@/test/loopback'
import { aCaller } from '@/test/world'
import { connectIntegration } from '../integrations/service'
import { examineIntegration } from './service'

/** The fault matrix: what can be wrong with a service, on real servers, and the one finding and remedy each has. */
const token = 'glpat-0123456789abcdefghij'
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

type Wish = {
  version?: string
  scopes?: string[]
  remaining?: number
  slowMs?: number
  projects?: unknown
  projectsStatus?: number
}

const answers = ({ version = '18.2.0', scopes = ['read_api'], projects, projectsStatus = 200 }: Wish) =>
  new Map<string, [status: number, body: unknown]>([
    ['/api/v4/version', [200, { version }]],
    ['/api/v4/user', [200, { id: 1, username: 'alice' }]],
    ['/api/v4/personal_access_tokens/self', [200, { name: 'hub', scopes, expires_at: null }]],
    ['/api/v4/projects', [projectsStatus, projects ?? [{ id: 7, path_with_namespace: 'acme/site' }]]],
  ])

/** A GitLab as far as the hub looks. */
function aGitlab(wish: Wish = {}) {
  const known = answers(wish)
  return (request: IncomingMessage, response: ServerResponse) => {
    const isKnown = request.headers['private-token'] === token
    const [status, body] = known.get(new URL(request.url ?? '/', 'http://x').pathname) ?? [404, { error: 'none' }]
    const headers = { 'ratelimit-limit': '1000', 'ratelimit-remaining': String(wish.remaining ?? 900) }
    const answer = () =>
      response
        .writeHead(isKnown ? status : 401, { 'content-type': 'application/json', ...(isKnown && headers) })
        .end(JSON.stringify(isKnown ? body : { message: '401 Unauthorized' }))
    // Strangers are let wait: that is the first question of a run.
    if (wish.slowMs !== undefined && !isKnown) setTimeout(answer, wish.slowMs)
    else answer()
  }
}

async function examined(server: string, config: object = {}, secret = token) {
  const ctx = await aCaller()
  const { integration } = await connectIntegration(ctx, {
    type: 'scm.gitlab',
    instance: 'selfManaged',
    config: { server, ...config },
    secrets: { token: secret },
    skipTest: true,
  })
  const report = await examineIntegration(ctx, { integration: { id: integration.id }, source: 'person' })
  return { report, slug: integration.slug }
}

const aPort = async () => Number(new URL(await serve(() => {})).port)

type Fault = {
  name: string
  check: string
  finding: string
  overall: 'unhealthy' | 'degraded'
  server: () => Promise<string>
  config?: object
  secret?: string
  /** A part of what is suggested: in words, as a command, or as a page. */
  remedy: RegExp
}

const authority = makeCertificate({ name: 'authority', isAuthority: true })
const config = { caBundle: authority.cert }

const faults: Fault[] = [
  {
    ...{ name: 'a name that does not resolve', check: 'connectivity', finding: 'dns_failed', overall: 'unhealthy' },
    server: async () => 'http://git.example.invalid',
    remedy: /settings#config_server/,
  },
  {
    ...{ name: 'a refused port', check: 'connectivity', finding: 'connection_refused', overall: 'unhealthy' },
    server: async () => 'http://127.0.0.1:1',
    remedy: /that the service is running/,
  },
  {
    ...{ name: 'an expired certificate', check: 'tls', finding: 'tls_expired', overall: 'unhealthy', config },
    server: () =>
      serveTls(makeCertificate({ issuer: authority, validFrom: inDays(-90), validTo: inDays(-1) }), aGitlab()),
    remedy: /Renew the certificate/,
  },
  {
    ...{ name: 'a self-signed certificate', check: 'tls', finding: 'tls_self_signed', overall: 'unhealthy' },
    server: () => serveTls(makeCertificate(), aGitlab()),
    remedy: /settings#config_caBundle/,
  },
  {
    ...{ name: 'a certificate of another name', check: 'tls', finding: 'tls_wrong_name', overall: 'unhealthy', config },
    server: () => serveTls(makeCertificate({ issuer: authority, hosts: ['other.test'] }), aGitlab()),
    remedy: /Use the host name the certificate was issued for/,
  },
  {
    ...{ name: 'a wrong token', check: 'authentication', finding: 'credential_rejected', overall: 'unhealthy' },
    server: () => serve(aGitlab()),
    secret: 'glpat-of-somebody-else-000',
    remedy: /inthub integration reconnect gitlab-1/,
  },
  {
    ...{ name: 'a missing scope', check: 'authorization', finding: 'scope_missing', overall: 'degraded' },
    server: () => serve(aGitlab({ scopes: ['read_user'] })),
    remedy: /with read_api ticked/,
  },
  {
    ...{ name: 'an old version', check: 'version', finding: 'version_unsupported', overall: 'degraded' },
    server: () => serve(aGitlab({ version: '14.9.1' })),
    remedy: /Upgrade GitLab to 15\.0 or newer/,
  },
  {
    ...{ name: 'a quota at 3 %', check: 'rate_limit', finding: 'quota_low', overall: 'degraded' },
    server: () => serve(aGitlab({ remaining: 30 })),
    remedy: /--interval 30m/,
  },
  {
    ...{ name: 'slow answers', check: 'latency', finding: 'slow', overall: 'degraded' },
    server: () => serve(aGitlab({ slowMs: 5_200 })),
    remedy: /inthub integration ping gitlab-1/,
  },
]

describe('the fault matrix', () => {
  it.each(faults)('tells $name', { timeout: 20_000 }, async (fault) => {
    const { report } = await examined(await fault.server(), fault.config, fault.secret)
    expect(report.overall).toBe(fault.overall)
    const worst = report.checks.find(({ status }) => status === 'fail' || status === 'warn')
    expect(worst).toMatchObject({ name: fault.check, finding: fault.finding, message: report.message })
    expect(JSON.stringify(worst?.suggestions)).toMatch(fault.remedy)
    for (const { command, link } of worst?.suggestions ?? []) expect(command ?? link).toBeTruthy()
    expect(JSON.stringify(report)).not.toContain(fault.secret ?? token)
  })

  it('has a word of its own for each', () => {
    expect(new Set(faults.map(({ finding }) => finding)).size).toBe(10)
  })
})

describe('what is well', () => {
  it('is healthy in all eight checks, with what was measured', async () => {
    const url = await serveTls(
      makeCertificate({ issuer: authority, hosts: ['localhost'], validTo: inDays(60) }),
      aGitlab(),
    )
    const { report } = await examined(url, config)
    expect(report.checks.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 'pass'))
    const evidence = Object.fromEntries(report.checks.map((check) => [check.name, check.evidence]))
    expect(evidence.connectivity).toMatchObject({ dns: 'answered', egress: 'allowed', tcp: 'open' })
    expect(evidence.tls).toMatchObject({ daysLeft: 59, chainEnd: 'CN=authority' })
    expect(evidence.version).toMatchObject({ version: '18.2.0', range: '>=15.0' })
    expect(evidence.resources).toMatchObject({ first: 'acme/site' })
  })

  it('tells a certificate of the chain that expires before the service’s own', async () => {
    const soon = makeCertificate({ name: 'short authority', isAuthority: true, validTo: inDays(9) })
    const leaf = makeCertificate({ issuer: soon, validTo: inDays(80) })
    const { report } = await examined(await serveTls(leaf, aGitlab()), { caBundle: soon.cert })
    expect(report.checks[1]).toMatchObject({ status: 'warn', finding: 'tls_expires_soon' })
    expect(report.checks[1]?.message).toContain('short authority')
  })

  it('names what a credential has beyond its needs, and is healthy all the same', async () => {
    const { report } = await examined(await serve(aGitlab({ scopes: ['api', 'sudo'] })))
    expect(report.overall).toBe('healthy')
    expect(report.checks[3]).toMatchObject({ finding: 'scope_surplus', evidence: { surplus: 'sudo', missing: '' } })
  })
})

describe('an address the hub may not connect to', () => {
  it('is told apart from one that does not answer', async () => {
    const { report } = await examined(`http://10.1.2.3:${await aPort()}`)
    expect(report.checks[0]).toMatchObject({
      finding: 'egress_denied',
      evidence: { dns: 'not needed', egress: 'denied: a private network', tcp: 'not tried' },
    })
    expect(report.checks[0]?.suggestions[0]?.command).toMatch(/^inthub admin egress grant t-\S+ 10\.1\.2\.3\/32:\d+$/)
  })
})

describe('the reach of resources', () => {
  it('is degraded where a list is refused', async () => {
    const refused = { projectsStatus: 403, projects: { message: '403 Forbidden' } }
    const { report } = await examined(await serve(aGitlab(refused)))
    expect(report.overall).toBe('degraded')
    expect(report.checks[7]).toMatchObject({ name: 'resources', status: 'warn', finding: 'permission_missing' })
  })

  it('is not asked for where nobody is signed in, and the reason is told', async () => {
    const { report } = await examined(await serve(aGitlab()), {}, 'glpat-of-somebody-else-000')
    expect(report.checks[7]).toMatchObject({
      status: 'skipped',
      message: 'Not asked, because authentication failed.',
    })
    expect(report.checks[3]).toMatchObject({ status: 'skipped', finding: 'not_asked' })
  })
})
