import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { flushCalls } from '@/server/domain/calls/service'
import { connectIntegration } from '@/server/domain/integrations/service'
import { overrideEnv } from '@/server/platform/env'
import { type Certificate, makeCertificate } from '@/test/certificates'
import { aHub } from '@/test/hub'
import { serve, serveTls } from '@/test/loopback'
import { rest } from '@/test/rest'
import { aCaller, aKey, aLiveHub } from '@/test/world'

/** The streaming proxy on its way out: over TLS, through a proxy of the house, and with tokens that are made on the way. */
const token = 'canary-0123456789abcdef'
const authority = makeCertificate({ name: 'the authority', isAuthority: true })

type Wish = { type?: string; instance?: string; method?: string; config: object; secrets: object }

async function doorTo(wish: Wish) {
  const [hub, ctx] = [await aHub(), await aCaller()]
  const { integration } = await connectIntegration(ctx, {
    ...{ type: 'custom.http', method: 'bearer', skipTest: true, ...wish },
    ...{ config: { ...wish.config }, secrets: { ...wish.secrets } },
  })
  const key = await aKey(ctx)
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${hub.url}/api/v1/proxy/${integration.slug}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${key}`, ...(init.headers as Record<string, string>) },
    })
  const lastCall = async () => {
    await flushCalls()
    return (await rest(hub, 'GET /api/v1/calls?limit=1', { key })).body.items[0] as unknown
  }
  return { ask, lastCall }
}

const serverOf = ({ cert, key }: Certificate) => ({ cert, key })
const big = Buffer.alloc(2_000_000, 'x')

describe('a service over TLS', () => {
  const listener: RequestListener = (request, response) => {
    response.writeHead(200, { 'x-heard': String(request.headers.authorization === `Bearer ${token}`) })
    request.pipe(response)
  }
  const aTlsDoor = async (certificate: Certificate, ca: string | undefined = authority.cert) => {
    const baseUrl = await serveTls(serverOf(certificate), listener)
    return doorTo({ config: { baseUrl, ...(ca && { caBundle: ca }) }, secrets: { token } })
  }

  it('of an authority of the house is reached, with bodies streamed both ways', async () => {
    const { ask } = await aTlsDoor(makeCertificate({ issuer: authority }))
    const answer = await ask('/echo', { method: 'PUT', body: big })
    expect([answer.status, answer.headers.get('x-heard')]).toEqual([200, 'true'])
    expect((await answer.arrayBuffer()).byteLength).toBe(big.length)
  })

  it.each([
    ['of an authority that is not known', () => makeCertificate({ issuer: authority }), '', 'tls_untrusted'],
    [
      'that expired',
      () => makeCertificate({ issuer: authority, validFrom: new Date(0), validTo: new Date(86_400_000) }),
      authority.cert,
      'tls_expired',
    ],
    [
      'for another name',
      () => makeCertificate({ issuer: authority, hosts: ['other.example'] }),
      authority.cert,
      'tls_wrong_name',
    ],
  ])('%s is not given the credential, and the caller is told why', async (_what, certificate, ca, reason) => {
    const { ask, lastCall } = await aTlsDoor(certificate(), ca)
    const answer = await ask('/echo')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([502, 'application/problem+json'])
    expect(await answer.json()).toMatchObject({
      code: 'call.unreachable',
      detail: expect.stringMatching(/certificate/i),
    })
    expect(await lastCall()).toMatchObject({ outcome: 'failure', failure: { reason } })
  })
})

/** A proxy as companies have them: it opens tunnels and notes where to. */
async function aForwardProxy(to: string, credentials?: string) {
  const asked: { target: string; authorization: string | undefined }[] = []
  let bytes = ''
  const server = createServer((_request, response) => response.writeHead(400).end())
  server.on('connect', (request, socket) => {
    asked.push({ target: request.url ?? '', authorization: request.headers['proxy-authorization'] })
    socket.on('error', () => {})
    if (credentials && request.headers['proxy-authorization'] !== `Basic ${credentials}`) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
      return
    }
    // Wherever the hub wants to go: the test goes nowhere but here.
    const { hostname, port } = new URL(to)
    const up = connect(Number(port), hostname, () => socket.write('HTTP/1.1 200 OK\r\n\r\n'))
    up.on('error', () => socket.destroy())
    socket.on('data', (chunk) => {
      bytes += chunk.toString('latin1')
    })
    socket.pipe(up).pipe(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, asked, seen: () => bytes }
}

/** An address outside, to which nothing ever goes: the proxy leads elsewhere. */
const outside = '93.184.216.34'

describe('through a proxy of the house', () => {
  const through = (url: string) => {
    overrideEnv({ HTTPS_PROXY: url })
    onTestFinished(() => {
      overrideEnv({ HTTPS_PROXY: undefined })
    })
  }

  it('a call goes in a tunnel to the address the hub judged, and the proxy sees nothing of it', async () => {
    const certificate = makeCertificate({ issuer: authority, hosts: [outside] })
    const house = await aForwardProxy(
      await serveTls(serverOf(certificate), (request, response) => {
        response.writeHead(200, { 'x-heard': String(request.headers.authorization === `Bearer ${token}`) })
        request.pipe(response)
      }),
    )
    through(`http://127.0.0.1:${house.port}`)
    const config = { baseUrl: `https://${outside}:8443`, caBundle: authority.cert }
    const { ask } = await doorTo({ config, secrets: { token } })
    const answer = await ask('/echo?secret=of-the-query', { method: 'POST', body: big })
    expect([answer.status, answer.headers.get('x-heard')]).toEqual([200, 'true'])
    expect((await answer.arrayBuffer()).byteLength).toBe(big.length)
    expect(house.asked.map(({ target }) => target)).toEqual([`${outside}:8443`])
    expect(house.seen().length).toBeGreaterThan(big.length)
    expect(house.seen()).not.toContain(token)
    expect(house.seen()).not.toContain('of-the-query')
  })

  it('the login of the proxy goes to the proxy, and a proxy that refuses it is told as what it is', async () => {
    const headersSeen: (string | undefined)[] = []
    const service = await serve((request, response) => {
      headersSeen.push(request.headers['proxy-authorization'])
      response.end('well')
    })
    const login = Buffer.from('hub:pass-of-the-proxy').toString('base64')
    const house = await aForwardProxy(service, login)
    const config = { baseUrl: `http://${outside}:8080` }
    through(`http://hub:pass-of-the-proxy@127.0.0.1:${house.port}`)
    const good = await doorTo({ config, secrets: { token } })
    expect(await (await good.ask('/x')).text()).toBe('well')
    expect(headersSeen).toEqual([undefined])
    through(`http://hub:wrong-login@127.0.0.1:${house.port}`)
    const answer = await (await doorTo({ config, secrets: { token } })).ask('/x')
    const text = await answer.text()
    expect([answer.status, answer.headers.get('content-type')]).toEqual([502, 'application/problem+json'])
    expect(text).toContain('The proxy refused the connection (status 407).')
    expect(text).not.toContain('wrong-login')
  })
})

describe('a registry whose token is made on the way', () => {
  async function aRegistry(lastsSeconds: number) {
    let made = 0
    const logins: (string | undefined)[] = []
    const bearers: string[] = []
    const url = await serve((request, response) => {
      const { authorization } = request.headers
      if (request.url?.startsWith('/token')) {
        logins.push(authorization)
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify({ token: `made-${++made}`, expires_in: lastsSeconds }))
        return
      }
      if (!authorization?.startsWith('Bearer made-')) {
        const realm = `Bearer realm="${url}/token",service="registry"`
        response.writeHead(401, { 'www-authenticate': realm }).end()
        return
      }
      bearers.push(authorization)
      if (request.method === 'PUT') request.pipe(response.writeHead(201))
      else response.end('blob')
    })
    const door = await doorTo({
      ...{ type: 'registry.oci', instance: 'custom', method: 'basic' },
      ...{ config: { baseUrl: url, username: 'bot' }, secrets: { password: token } },
    })
    return { ...door, logins, bearers }
  }

  it('gets one for each scope, and the login goes to the token service only', async () => {
    await aLiveHub()
    const { ask, logins, bearers } = await aRegistry(300)
    // What was opened is remembered once nothing changes any more.
    await new Promise((resolve) => setTimeout(resolve, 2_100))
    for (const _each of [1, 2]) expect(await (await ask('/v2/team/app/blobs/sha256:aa')).text()).toBe('blob')
    expect(bearers).toEqual(['Bearer made-1', 'Bearer made-1'])
    const put = await ask('/v2/team/app/blobs/uploads/1', { method: 'PUT', body: big })
    expect([put.status, (await put.arrayBuffer()).byteLength]).toEqual([201, big.length])
    expect(bearers.at(-1)).toBe('Bearer made-2')
    const basic = `Basic ${Buffer.from(`bot:${token}`).toString('base64')}`
    expect(logins).toEqual([basic, basic])
  })

  it('gets a new one when the one before is over', async () => {
    const { ask, bearers } = await aRegistry(1)
    for (const _each of [1, 2]) await (await ask('/v2/team/app/blobs/sha256:aa')).text()
    expect(bearers).toEqual(['Bearer made-1', 'Bearer made-2'])
  })
})
