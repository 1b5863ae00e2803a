import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openServiceMemory, secretOf } from './files'
import { registryLogin } from './registries'
import { type DemoServices, installedPrograms, openServices, type Programs } from './services'
import { fallingQuota } from './vendors'

const none: Programs = { registry: undefined, prometheus: undefined }
const installed = installedPrograms()

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'inthub-services-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function theServices(programs = none, folder = aFolder()): Promise<DemoServices> {
  const memory = openServiceMemory(folder)
  const services = await openServices({ memory, metricsUrl: 'http://127.0.0.1:9/metrics', programs })
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
      ['github-1', '/user', { authorization: `Bearer ${secret('github-1')}` }],
      ['gitlab-1', '/api/v4/version', { 'private-token': secret('gitlab-1') }],
      ['grafana-1', '/api/org', { authorization: `Bearer ${secret('grafana-1')}` }],
      ['jenkins-1', '/api/json', { authorization: basic('acme-bot', secret('jenkins-1')) }],
      ['cad-bridge', '/status', { 'x-api-key': secret('cad-bridge') }],
      ['registry-1', '/v2/', { authorization: basic(registryLogin.username, registryLogin.password) }],
    ] as const
    for (const [slug, path, headers] of asked) {
      const url = `${urlOf(services, slug)}${path}`
      expect({ slug, status: (await ask(url, headers)).status }).toEqual({ slug, status: 200 })
      expect({ slug, status: (await ask(url)).status }).toEqual({ slug, status: 401 })
    }
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
  it('falls with every call and never below nothing', () => {
    const quota = fallingQuota({ limit: 3, windowMs: 3_600_000, from: 1, to: 1 })
    expect([quota(), quota(), quota(), quota()].map(({ remaining }) => remaining)).toEqual([2, 1, 0, 0])
  })
})
