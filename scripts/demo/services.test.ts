import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { parseConnectorSettings, runProbes } from '@/connectors/kit'
import { findBuiltInConnector } from '@/connectors/registry'
import { createHttpClient } from '@/server/platform/http'
import { openServiceMemory, secretOf } from './files'
import { stateOf } from './local-server'
import { registryLogin } from './registries'
import { type DemoServices, installedPrograms, openServices, type Programs } from './services'
import { type StoryIntegration, storyOf } from './story'
import { fallingQuota } from './vendors'

const none: Programs = { registry: undefined, prometheus: undefined }
const installed = installedPrograms()

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'inthub-services-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function theServices(programs = none, folder = aFolder(), emulators = true): Promise<DemoServices> {
  const memory = openServiceMemory(folder)
  const services = await openServices({ memory, metricsUrl: 'http://127.0.0.1:9/metrics', programs, emulators })
  onTestFinished(() => services.stop())
  return services
}

const urlOf = (services: DemoServices, slug: string) => services.of.get(slug)?.url ?? ''
const basic = (username: string, password: string) =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`

async function ask(url: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, { headers })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

const http = createHttpClient({ policy: { mode: 'open_loopback', allow: [], deny: [], grants: [] } })

async function probed({ type, config, secrets, instance, method }: StoryIntegration) {
  const connector = findBuiltInConnector(type)
  if (!connector) throw new Error(`There is no connector ${type}.`)
  const settings = parseConnectorSettings(connector, { instance, method, config: config ?? {}, secrets: secrets ?? {} })
  return runProbes(connector, settings, http)
}

/** What a healthy integration shows otherwise than announced, fault by fault. */
async function differencesOf({ of }: DemoServices, one: StoryIntegration): Promise<string[]> {
  const service = of.get(one.slug)
  if (!service || (await probed(one)).verdict !== 'healthy') return []
  const differences: string[] = []
  for (const fault of service.faults) {
    await service.break(fault)
    const { verdict } = await probed(one)
    if (verdict !== stateOf(fault)) differences.push(`${one.slug} with ${fault} is ${verdict}`)
  }
  await service.heal()
  const { verdict } = await probed(one)
  return verdict === 'healthy' ? differences : [...differences, `${one.slug} is not healed`]
}

describe('the small services', () => {
  it('send a registry client to the token service, which gives a token for the right login only', async () => {
    const services = await theServices()
    const hub = urlOf(services, 'docker-hub-1')
    const refused = await ask(`${hub}/v2/`)
    expect(refused.status).toBe(401)
    expect(refused.headers.get('www-authenticate')).toBe(
      `Bearer realm="${services.tokenHost}/token",service="registry.docker.io"`,
    )
    const wrong = await ask(`${services.tokenHost}/token`, { authorization: basic('acme-bot', 'wrong') })
    expect(wrong.status).toBe(401)
    const password = secretOf(services.memory, 'docker-hub-1')
    const given = await ask(`${services.tokenHost}/token`, { authorization: basic('acme-bot', password) })
    const { token } = JSON.parse(given.text) as { token: string }
    const answer = await ask(`${hub}/v2/`, { authorization: `Bearer ${token}` })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('docker-distribution-api-version')).toBe('registry/2.0')
    expect(answer.headers.get('ratelimit-remaining')).toBe('8;w=21600')
  })

  it('answer as Prometheus does where it is not installed', async () => {
    const url = urlOf(await theServices(), 'prometheus-1')
    expect((await ask(`${url}/-/ready`)).text).toBe('Prometheus Server is Ready.\n')
    const query = JSON.parse((await ask(`${url}/api/v1/query?query=up`)).text)
    expect(query).toMatchObject({ status: 'success', data: { resultType: 'vector' } })
    const info = JSON.parse((await ask(`${url}/api/v1/status/buildinfo`)).text)
    expect(info.data.version).toMatch(/^\d+\.\d+/)
  })

  it('show a certificate that the authority vouches for and that ends in nine days', async () => {
    const services = await theServices()
    const url = urlOf(services, 'vault-1')
    const ends = await new Promise<string>((resolve, reject) => {
      const call = request(`${url}/v1/sys/health`, { ca: services.caBundle, agent: false }, (response) => {
        const { socket } = response as unknown as { socket: import('node:tls').TLSSocket }
        resolve(socket.getPeerCertificate().valid_to)
        response.resume()
      })
      call.on('error', reject)
      call.end()
    })
    expect(Math.floor((Date.parse(ends) - Date.now()) / 86_400_000)).toBe(9)
  })

  it('take the token they were given and no other', async () => {
    const services = await theServices()
    const secret = (slug: string) => secretOf(services.memory, slug)
    const asked = [
      ['github-1', '/api/v3/user', { authorization: `Bearer ${secret('github-1')}` }],
      ['gitlab-1', '/api/v4/version', { 'private-token': secret('gitlab-1') }],
      ['grafana-1', '/api/org', { authorization: `Bearer ${secret('grafana-1')}` }],
      ['traefik-1', '/api/version', { authorization: basic('acme', secret('traefik-1')) }],
      ['cad-bridge', '/status', { 'x-api-key': secret('cad-bridge') }],
      ['registry-1', '/v2/', { authorization: basic(registryLogin.username, registryLogin.password) }],
    ] as const
    for (const [slug, path, headers] of asked) {
      const url = `${urlOf(services, slug)}${path}`
      expect({ slug, status: (await ask(url, headers)).status }).toEqual({ slug, status: 200 })
      expect({ slug, status: (await ask(url)).status }).toEqual({ slug, status: 401 })
    }
  })

  it('answer strangers as Slack and Jenkins do: politely, and without saying yes', async () => {
    const services = await theServices()
    const asked = async (authorization?: string) => {
      const url = `${urlOf(services, 'slack-1')}/api/auth.test`
      const response = await fetch(url, { method: 'POST', headers: authorization ? { authorization } : {} })
      return { ...((await response.json()) as object), scopes: response.headers.get('x-oauth-scopes') }
    }
    expect(await asked()).toMatchObject({ ok: false, error: 'not_authed', scopes: null })
    expect(await asked('Bearer xoxb-wrong')).toMatchObject({ ok: false, error: 'invalid_auth' })
    const right = await asked(`Bearer xoxb-${secretOf(services.memory, 'slack-1')}`)
    expect(right).toMatchObject({ ok: true, user: 'acme-bot', team: 'Acme' })
    expect(right.scopes).toContain('chat:write')
    const jenkins = urlOf(services, 'jenkins-1')
    expect(JSON.parse((await ask(`${jenkins}/whoAmI/api/json`)).text)).toMatchObject({ anonymous: true })
    expect((await ask(`${jenkins}/api/json`)).status).toBe(403)
    expect((await ask(`${jenkins}/api/json`, { authorization: basic('acme-bot', 'wrong') })).status).toBe(401)
  })

  it('take what is written to them, as the emulator keeps it', async () => {
    const services = await theServices()
    const memory = storyOf(services).find(({ slug }) => slug === 'github-1')
    const issues = `${urlOf(services, 'github-1')}/api/v3/repos/acme-bot/web/issues`
    const headers = { authorization: `Bearer ${memory?.secrets?.token}`, 'content-type': 'application/json' }
    const made = await fetch(issues, { method: 'POST', headers, body: JSON.stringify({ title: 'Wrïtten' }) })
    expect([made.status, ((await made.json()) as { title: string }).title]).toEqual([201, 'Wrïtten'])
    expect((await ask(issues, headers)).text).toContain('Wrïtten')
  })

  it('have GitHub and Slack of the emulator behind them, which are reached on loopback alone', async () => {
    const services = await theServices()
    expect(services.isEmulated).toBe(true)
    const github = urlOf(services, 'github-1')
    const headers = { authorization: `Bearer ${secretOf(services.memory, 'github-1')}` }
    const repositories = await ask(`${github}/api/v3/user/repos?per_page=2`, headers)
    expect(JSON.parse(repositories.text)).toHaveLength(2)
    expect(repositories.headers.get('link')).toContain(`<${github}/api/v3/user/repos?`)
    expect(repositories.text).not.toContain('emulator.invalid')
    const channels = await fetch(`${urlOf(services, 'slack-1')}/api/conversations.list?limit=2`, {
      headers: { authorization: `Bearer xoxb-${secretOf(services.memory, 'slack-1')}` },
    })
    expect(await channels.json()).toMatchObject({ ok: true, channels: [{}, {}] })
  })

  it('say it in their own words when they ask for less, or are slow with the one request that counts', async () => {
    const services = await theServices()
    const told = async (slug: string, path: string) => {
      await services.of.get(slug)?.break('rate_limited')
      const { status, headers } = await ask(`${urlOf(services, slug)}${path}`)
      return [
        status,
        headers.get('retry-after'),
        headers.get('x-ratelimit-remaining'),
        headers.get('ratelimit-remaining'),
      ]
    }
    expect(await told('github-1', '/api/v3/user')).toEqual([403, null, '0', null])
    expect(await told('gitlab-1', '/api/v4/user')).toEqual([429, '42', null, '0'])
    expect(await told('slack-1', '/api/auth.test')).toEqual([429, '30', null, null])
    // What is healed is asked again soon, not only when the window of its whole quota ends.
    for (const [slug, path, header] of [
      ['github-1', '/api/v3/user', 'x-ratelimit-reset'],
      ['gitlab-1', '/api/v4/user', 'ratelimit-reset'],
    ] as const) {
      const { headers } = await ask(`${urlOf(services, slug)}${path}`)
      expect(Number(headers.get(header)) - Date.now() / 1_000).toBeLessThanOrEqual(42)
    }
    const slow = [...services.of].filter(([, { faults }]) => faults.includes('slow')).map(([slug]) => slug)
    expect(slow.sort()).toEqual(['github-1', 'gitlab-1', 'grafana-1', 'slack-1', 'traefik-1'])
  })

  it('break as told and heal where they were', async () => {
    const services = await theServices()
    const grafana = services.of.get('grafana-1')
    const headers = { authorization: `Bearer ${secretOf(services.memory, 'grafana-1')}` }
    const asking = async () => {
      try {
        const { status, text } = await ask(`${grafana?.url}/api/org`, headers)
        return text.startsWith('<!doctype html>') ? 'a page' : status
      } catch (error) {
        const { cause } = error as { cause?: { code?: string } }
        return cause?.code
      }
    }
    await grafana?.break('unauthorized')
    expect(await asking()).toBe(401)
    await grafana?.break('unavailable')
    expect(await asking()).toBe(503)
    await grafana?.break('sign_in_page')
    expect(await asking()).toBe('a page')
    await grafana?.break('cut_off')
    expect(await asking()).toBe('UND_ERR_SOCKET')
    await grafana?.break('refused')
    expect(await asking()).toBe('ECONNREFUSED')
    await grafana?.heal()
    expect(await asking()).toBe(200)
  })

  it('show what b announces, whatever breaks', { timeout: 120_000 }, async () => {
    const services = await theServices()
    const wrong = await Promise.all(storyOf(services).map((one) => differencesOf(services, one)))
    expect(wrong.flat()).toEqual([])
  })

  it('are all there without the emulators', async () => {
    const services = await theServices(none, aFolder(), false)
    expect(services.isEmulated).toBe(false)
    const found = storyOf(services).filter(({ slug }) => ['github-1', 'slack-1'].includes(slug))
    expect(await Promise.all(found.map(async (one) => (await probed(one)).verdict))).toEqual(['healthy', 'healthy'])
  })

  it('listen where they did before, with the same secrets and the same authority', async () => {
    const folder = aFolder()
    const before = await theServices(none, folder)
    const urls = [...before.of.values()].map(({ url }) => url)
    await before.stop()
    const after = await theServices(none, folder)
    expect([...after.of.values()].map(({ url }) => url)).toEqual(urls)
    expect(after.caBundle).toBe(before.caBundle)
    expect(secretOf(after.memory, 'github-1')).toBe(secretOf(before.memory, 'github-1'))
  })
})

describe('the real programs', () => {
  it.skipIf(!installed.registry)('a docker-registry wants its login, can be stopped and started again', async () => {
    const services = await theServices({ ...none, registry: installed.registry })
    const registry = services.of.get('registry-1')
    const login = { authorization: basic(registryLogin.username, registryLogin.password) }
    expect((await ask(`${registry?.url}/v2/`)).status).toBe(401)
    expect((await ask(`${registry?.url}/v2/`, login)).status).toBe(200)
    await registry?.break('refused')
    await expect(ask(`${registry?.url}/v2/`, login)).rejects.toThrow()
    await registry?.heal()
    expect((await ask(`${registry?.url}/v2/`, login)).status).toBe(200)
  })

  it.skipIf(!installed.prometheus)('a prometheus answers queries', async () => {
    const url = urlOf(await theServices({ ...none, prometheus: installed.prometheus }), 'prometheus-1')
    expect(JSON.parse((await ask(`${url}/api/v1/query?query=up`)).text).status).toBe('success')
  })

  it('give way to a small server when they do not start', async () => {
    const services = await theServices({ ...none, registry: '/bin/false' })
    const login = { authorization: basic(registryLogin.username, registryLogin.password) }
    expect((await ask(`${urlOf(services, 'registry-1')}/v2/`, login)).status).toBe(200)
  })
})

describe('fallingQuota', () => {
  it('begins where it is told to, and asking about it is free of charge', () => {
    const quota = fallingQuota({ limit: 5_000, windowMs: 3_600_000, from: 0.62, to: 0.4 })
    expect(quota(0).remaining).toBeGreaterThan(3_090)
    expect(quota().remaining).toBeLessThan(3_100)
  })

  it('falls with every call and never below nothing', () => {
    const quota = fallingQuota({ limit: 3, windowMs: 3_600_000, from: 1, to: 1 })
    expect([quota(), quota(), quota(), quota()].map(({ remaining }) => remaining)).toEqual([2, 1, 0, 0])
  })
})
