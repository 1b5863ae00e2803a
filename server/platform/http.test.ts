import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http'
import { createServer as createHttpsServer, type ServerOptions } from 'node:https'
import { type AddressInfo, connect, createServer as createTcpServer, type Server, type Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { afterEach, describe, expect, it } from 'vitest'
import type { EgressPolicy } from '@/server/kernel/egress'
import { parseEgressRule } from '@/server/kernel/egress'
import { HttpFailure } from '@/server/kernel/http'
import { makeCertificate } from '@/test/certificates'
import { idleConnections } from './egress-connections'
import { createHttpClient } from './http'

const dev: EgressPolicy = { mode: 'open_loopback', allow: [], deny: [], grants: [] }
const strict: EgressPolicy = { ...dev, mode: 'strict' }
const http = createHttpClient({ policy: dev })
const running: { server: Server; sockets: Set<Socket> }[] = []

async function listening(server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  running.push({ server, sockets })
  return (server.address() as AddressInfo).port
}

const serve = async (listener: RequestListener) => `http://127.0.0.1:${await listening(createHttpServer(listener))}`
const serveTls = async (options: ServerOptions, listener: RequestListener = (_req, res) => res.end('ok')) =>
  `https://localhost:${await listening(createHttpsServer(options, listener))}`
const serveRaw = async (onSocket: (socket: Socket) => void) =>
  `http://127.0.0.1:${await listening(createTcpServer(onSocket))}`
const redirectTo = (location: string, status = 302) => serve((_req, res) => res.writeHead(status, { location }).end())
const refusal = (request: Promise<unknown>): Promise<HttpFailure> =>
  request.then(
    () => Promise.reject(new Error('was answered')),
    (error: unknown) => (error instanceof HttpFailure ? error : Promise.reject(error)),
  )
const get = (url: string, rest: object = {}) => http({ method: 'GET', url, ...rest })

afterEach(async () => {
  for (const { server, sockets } of running.splice(0)) {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
})

describe('an answer', () => {
  it('is told with its timings and address, whatever its status', async () => {
    const url = await serve((req, res) =>
      res.writeHead(503, { 'x-a': ['1', '2'] }).end(`${req.headers.host} ${req.url}`),
    )
    const answer = await get(`${url}/path?q=1`)
    expect(answer).toMatchObject({
      status: 503,
      redirects: 0,
      truncated: false,
      remoteAddress: '127.0.0.1',
      certificate: null,
    })
    expect(answer.headers['x-a']).toBe('1, 2')
    expect(answer.body.toString()).toBe(`${url.slice(7)} /path?q=1`)
    expect(answer.timings.connectMs).toBeGreaterThan(0)
    expect(answer.timings.totalMs).toBeGreaterThanOrEqual(answer.timings.firstByteMs)
  })

  it('comes over a kept connection the second time, and over a new one when that has died', async () => {
    const seen = new Set<number | undefined>()
    const url = await serve((req, res) => res.end(String(seen.add(req.socket.remotePort).size)))
    await get(url)
    expect((await get(url)).timings.connectMs).toBeNull()
    expect(seen.size).toBe(1)
    for (const { sockets } of running) for (const socket of sockets) socket.destroy()
    expect((await get(url)).status).toBe(200)
    expect(seen.size).toBe(2)
  })

  it.each([204, 304])('is whole when it is a %i that tells the length of another one', async (status) => {
    const url = await serveRaw((socket) => {
      socket.once('data', () => socket.write(`HTTP/1.1 ${status} X\r\nETag: "a"\r\nContent-Length: 5\r\n\r\n`))
    })
    const { body, truncated, ...answer } = await get(url)
    expect([answer.status, body.length, truncated]).toEqual([status, 0, false])
  })

  it('with a status that there is not is no valid one', async () => {
    const url = await serveRaw((socket) => {
      socket.once('data', () => socket.write('HTTP/1.1 000 X\r\nContent-Length: 2\r\n\r\nok'))
    })
    expect((await refusal(get(url))).reason).toBe('malformed_answer')
  })

  it('is never asked for packed', async () => {
    const url = await serve((req, res) => res.end(req.headers['accept-encoding']))
    expect((await get(url)).body.toString()).toBe('identity')
  })

  it('is read to the cap and cut, in bounded memory, when it never ends', async () => {
    const chunk = Buffer.alloc(1 << 20, 'x')
    let sent = 0
    const url = await serve((_req, res) => {
      const pump = () => {
        while (sent < 2 ** 31 && !res.destroyed && res.write(chunk)) sent += chunk.length
      }
      res.on('drain', pump)
      pump()
    })
    const before = process.memoryUsage().rss
    const answer = await get(url, { maxBodyBytes: 100_000 })
    expect(answer).toMatchObject({ status: 200, truncated: true })
    expect(answer.body.length).toBe(100_000)
    expect(sent).toBeLessThan(64 << 20)
    expect(process.memoryUsage().rss - before).toBeLessThan(200 << 20)
  })

  it('of exactly the cap is not cut', async () => {
    const url = await serve((_req, res) => res.end('x'.repeat(100)))
    expect(await get(url, { maxBodyBytes: 100 })).toMatchObject({ truncated: false })
  })
})

describe('a service that does not answer', () => {
  it('is given up after the total time, silent or dripping', async () => {
    const silent = await serve(() => undefined)
    const dripping = await serve((_req, res) => {
      const timer = setInterval(() => res.write('.'), 20)
      res.on('close', () => clearInterval(timer))
    })
    for (const url of [silent, dripping]) {
      const startedAt = performance.now()
      const failure = await refusal(get(url, { totalTimeoutMs: 200 }))
      expect(failure).toMatchObject({ reason: 'total_timeout' })
      expect(performance.now() - startedAt).toBeLessThan(1_500)
    }
  })

  it('is given up after the connect time when TLS never begins', async () => {
    const url = (await serveRaw(() => undefined)).replace('http:', 'https:')
    expect(await refusal(get(url, { connectTimeoutMs: 150 }))).toMatchObject({ reason: 'connect_timeout' })
  })

  it.each([
    ['refuses', () => Promise.resolve('http://127.0.0.1:1'), 'connection_refused'],
    ['resets', () => serveRaw((socket) => socket.once('data', () => socket.resetAndDestroy())), 'connection_reset'],
    ['hangs up', () => serveRaw((socket) => socket.once('data', () => socket.end())), 'connection_reset'],
    [
      'answers garbage',
      () => serveRaw((socket) => socket.once('data', () => socket.end('SSH-2.0-x\r\n\r\n'))),
      'malformed_answer',
    ],
    [
      'sends endless headers',
      () => serveRaw((s) => s.once('data', () => s.write(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(90_000)}\r\n\r\n`))),
      'malformed_answer',
    ],
    [
      'breaks off',
      () => serveRaw((s) => s.once('data', () => s.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc'))),
      'connection_reset',
    ],
    ['speaks no TLS', async () => (await serveRaw((s) => s.end('hello'))).replace('http:', 'https:'), 'tls_failed'],
    ['has no name', () => Promise.resolve('http://nowhere.invalid/'), 'dns_failed'],
    ['has a name that cannot be one', () => Promise.resolve(`http://${'x'.repeat(300)}/`), 'dns_failed'],
  ])('%s and is told as such', async (_what, url, reason) => {
    const failure = await refusal(get(await url(), { totalTimeoutMs: 5_000 }))
    expect(failure.reason).toBe(reason)
    expect(failure.remedy).toBeTruthy()
  })

  it('is left alone by many callers who share one signal, without a warning', async () => {
    const warnings: string[] = []
    const note = (warning: Error) => warnings.push(warning.name)
    process.on('warning', note)
    const stop = new AbortController()
    const url = await serve((_req, res) => setTimeout(() => res.end('late'), 5_000))
    const calls = Array.from({ length: 30 }, () => refusal(get(url, { signal: stop.signal })))
    setTimeout(() => stop.abort(), 50)
    const reasons = new Set((await Promise.all(calls)).map(({ reason }) => reason))
    await new Promise((resolve) => setImmediate(resolve))
    process.off('warning', note)
    expect([...reasons]).toEqual(['aborted'])
    expect(warnings).toEqual([])
  })

  it('is refused at once when the caller had gone before', async () => {
    const url = await serve(() => expect.unreachable('was asked'))
    expect(await refusal(get(url, { signal: AbortSignal.abort() }))).toMatchObject({ reason: 'aborted' })
  })

  it('is left alone when the caller goes, and nothing stays behind', async () => {
    const stop = new AbortController()
    const url = await serve(() => setTimeout(() => stop.abort(), 20))
    const before = idleConnections()
    expect(await refusal(get(url, { signal: stop.signal }))).toMatchObject({ reason: 'aborted' })
    expect(idleConnections()).toBe(before)
  })
})

describe('a forbidden address', () => {
  it('is refused before a connection, naming address, port and the command that grants it', async () => {
    const guarded = createHttpClient({ policy: strict, describeGrant: 'acme' })
    const url = await serve(() => expect.unreachable('was connected to'))
    const port = url.slice(17)
    const failure = await refusal(guarded({ method: 'GET', url }))
    expect(failure.reason).toBe('egress_denied')
    expect(failure.message).toContain(`127.0.0.1:${port}`)
    expect(failure.remedy).toContain(`inthub admin egress grant acme 127.0.0.1/32:${port}`)
    expect(running[0]?.sockets.size).toBe(0)
  })

  it.each([
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://[::1]/',
    'http://[::ffff:7f00:1]/',
    'http://localhost/',
    'http://①②⑦.0.0.1/',
    'http://169.254.169.254/latest',
    'http://[fd00:ec2::254]/',
    'http://0/',
    'http://10.0.0.1:8080/',
    'https://192.168.0.1/',
  ])('is recognised as %s', async (url) => {
    const failure = await refusal(createHttpClient({ policy: strict })({ method: 'GET', url }))
    expect(failure.reason).toBe('egress_denied')
  })

  it('is refused behind a redirect', async () => {
    const url = await redirectTo('http://169.254.169.254/latest/meta-data/')
    const failure = await refusal(get(url))
    expect(failure).toMatchObject({ reason: 'egress_denied' })
    expect(failure.message).toContain('169.254.169.254:80')
    expect(failure.remedy).toContain('EGRESS_ALLOW')
  })

  it('is left out of a name with mixed answers, and the judged one is connected to', async () => {
    const url = await serve((req, res) => res.end(req.headers.host))
    const mixed = [
      { address: '169.254.169.254', family: 4 },
      { address: '10.0.0.1', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]
    const asked: string[] = []
    const resolve = async (name: string) => {
      asked.push(name)
      return mixed
    }
    const client = createHttpClient({ policy: dev, resolve })
    const answer = await client({ method: 'GET', url: url.replace('127.0.0.1', 'mixed.example') })
    expect(answer.remoteAddress).toBe('127.0.0.1')
    expect(answer.body.toString()).toBe(`mixed.example:${url.slice(17)}`)
    expect(asked).toEqual(['mixed.example'])
    const shut = createHttpClient({ policy: strict, resolve: async () => mixed })
    expect(await refusal(shut({ method: 'GET', url: 'http://mixed.example/' }))).toMatchObject({
      reason: 'egress_denied',
    })
  })

  it('is open while granted, and shut on the next call after the grant is taken back', async () => {
    const url = await serve((_req, res) => res.end('ok'))
    const granted = { ...strict, grants: [parseEgressRule(`127.0.0.1/32:${url.slice(17)}`)] }
    expect((await createHttpClient({ policy: granted })({ method: 'GET', url })).status).toBe(200)
    const failure = await refusal(createHttpClient({ policy: strict })({ method: 'GET', url }))
    expect(failure.reason).toBe('egress_denied')
  })
})

describe('a redirect', () => {
  const echo = (req: IncomingMessage, res: ServerResponse) =>
    res.end(JSON.stringify({ method: req.method, ...req.headers }))
  const secret = {
    headers: { authorization: 'Bearer s', cookie: 'c=1', 'X-Api-Key': 'k', 'x-own': 'o', accept: 'text/a' },
    secretHeaders: ['x-own'],
  }

  it('to another origin takes no credential along, not even under a name of its own', async () => {
    const other = await serve(echo)
    const answer = await get(await redirectTo(other), secret)
    expect(answer.redirects).toBe(1)
    expect(answer.url).toBe(`${other}/`)
    const seen: object = JSON.parse(answer.body.toString())
    expect(Object.keys(seen).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'method',
      'user-agent',
    ])
    expect(seen).toMatchObject({ accept: 'text/a' })
  })

  it('does not get the credential back on the way home', async () => {
    let home = ''
    const away = await serve((_req, res) => res.writeHead(302, { location: `${home}/end` }).end())
    home = await serve((req, res) =>
      req.url === '/end' ? echo(req, res) : res.writeHead(302, { location: away }).end(),
    )
    const answer = await get(home, secret)
    expect(answer.redirects).toBe(2)
    expect(answer.body.toString()).not.toMatch(/authorization|x-api-key|x-own|cookie/)
  })

  it('within the origin keeps it', async () => {
    const url = await serve((req, res) =>
      req.url === '/end' ? echo(req, res) : res.writeHead(307, { location: '/end' }).end(),
    )
    expect(JSON.parse((await get(url, secret)).body.toString())).toMatchObject({
      authorization: 'Bearer s',
      'x-api-key': 'k',
    })
  })

  it('turns a POST into a GET without its body, and never carries a body elsewhere', async () => {
    const url = await serve((req, res) =>
      req.url === '/end' ? echo(req, res) : res.writeHead(302, { location: '/end' }).end(),
    )
    const answer = await http({ method: 'POST', url, body: 'secret=1', headers: { 'content-type': 'text/plain' } })
    const seen: object = JSON.parse(answer.body.toString())
    expect(seen).toMatchObject({ method: 'GET' })
    expect(seen).not.toHaveProperty('content-type')
    const elsewhere = await redirectTo(await serve(echo), 307)
    expect(await refusal(http({ method: 'POST', url: elsewhere, body: 'secret=1' }))).toMatchObject({
      reason: 'redirect_refused',
    })
  })

  it.each(['file:///etc/passwd', 'ftp://127.0.0.1/', 'http://user:pw@127.0.0.1/', 'http://[', 'javascript:1'])(
    'to %s is refused',
    async (location) => expect((await refusal(get(await redirectTo(location)))).reason).toBe('redirect_refused'),
  )

  it('without end is told', async () => {
    let count = 0
    const same = await serve((req, res) => res.writeHead(302, { location: req.url ?? '/' }).end())
    const ever = await serve((_req, res) => {
      count += 1
      res.writeHead(302, { location: `/${count}` }).end()
    })
    for (const url of [same, ever]) expect((await refusal(get(url))).reason).toBe('redirect_loop')
    expect(count).toBe(6)
  })

  it('is an answer like any other when none are wanted', async () => {
    expect(await get(await redirectTo('http://10.0.0.1/'), { maxRedirects: 0 })).toMatchObject({ status: 302 })
  })
})

describe('TLS', () => {
  const authority = makeCertificate({ name: 'test authority', isAuthority: true })
  const tls = { ca: authority.cert }

  it('is accepted with a private authority, and shows the certificate', async () => {
    const url = await serveTls(makeCertificate({ issuer: authority, name: 'service' }))
    const answer = await get(url, { tls })
    expect(answer.certificate).toMatchObject({ subject: 'CN=service', issuer: 'CN=test authority' })
    expect(answer.timings.tlsMs).toBeGreaterThan(0)
    expect((await get(url.replace('localhost', '127.0.0.1'), { tls })).status).toBe(200)
  })

  it.each([
    ['tls_untrusted', makeCertificate({ name: 'self' })],
    ['tls_untrusted', makeCertificate({ issuer: makeCertificate({ name: 'other', isAuthority: true }) })],
    ['tls_expired', makeCertificate({ issuer: authority, validFrom: new Date(0), validTo: new Date(86_400_000) })],
    ['tls_expired', makeCertificate({ issuer: authority, validFrom: new Date(Date.now() + 86_400_000) })],
    ['tls_wrong_name', makeCertificate({ issuer: authority, hosts: ['other.example'] })],
  ])('is refused as %s, and shows the refused certificate', async (reason, certificate) => {
    const url = await serveTls(certificate, () => expect.unreachable('was sent a request'))
    const failure = await refusal(get(url, { tls, headers: { authorization: 'Bearer s' } }))
    expect(failure.reason).toBe(reason)
    expect(failure.certificate?.subject).toContain('CN=')
    expect(failure.remedy).toBeTruthy()
  })

  it('sends the client certificate to its own origin and no other', async () => {
    const client = makeCertificate({ issuer: authority, name: 'hub' })
    const asking = {
      ...makeCertificate({ issuer: authority }),
      requestCert: true,
      rejectUnauthorized: false,
      ca: authority.cert,
    }
    const who: RequestListener = (req, res) =>
      res.end((req.socket as TLSSocket).getPeerCertificate().subject?.CN ?? 'nobody')
    const mutual = { tls: { ca: authority.cert, cert: client.cert, key: client.key } }
    const other = await serveTls(asking, who)
    expect((await get(other, mutual)).body.toString()).toBe('hub')
    const url = await serveTls(asking, (_req, res) => res.writeHead(302, { location: other }).end())
    expect((await get(url, mutual)).body.toString()).toBe('nobody')
    expect(await refusal(get(other, { tls: { cert: 'x', key: 'y' } }))).toMatchObject({ reason: 'bad_request' })
  })

  it('is not left for plain http by a redirect', async () => {
    const plain = await serve((_req, res) => res.end())
    const url = await serveTls(makeCertificate({ issuer: authority }), (_req, res) =>
      res.writeHead(302, { location: plain }).end(),
    )
    expect((await refusal(get(url, { tls }))).reason).toBe('redirect_refused')
  })
})

describe('a proxy', () => {
  it('is told the judged address, never the name, and sees no forbidden one', async () => {
    const asked: string[] = []
    const logins: (string | undefined)[] = []
    const target = await serve((req, res) => res.end(req.headers.host))
    const proxy = createHttpServer()
    proxy.on('connect', (req, socket) => {
      asked.push(req.url ?? '')
      logins.push(req.headers['proxy-authorization'])
      const onward = connect(Number(target.slice(17)), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n')
        onward.pipe(socket).pipe(onward)
      })
      onward.on('error', () => socket.destroy())
    })
    const proxyUrl = `http://hub:p%40ss@127.0.0.1:${await listening(proxy)}`
    const resolve = async (name: string) => [
      { address: name === 'inside.example' ? '10.0.0.1' : '93.184.216.34', family: 4 },
    ]
    const client = createHttpClient({ policy: strict, proxyUrl, resolve })
    const answer = await client({ method: 'GET', url: 'http://outside.example:8080/' })
    expect(answer.body.toString()).toBe('outside.example:8080')
    expect(answer.remoteAddress).toBe('93.184.216.34')
    expect(await refusal(client({ method: 'GET', url: 'http://inside.example/' }))).toMatchObject({
      reason: 'egress_denied',
    })
    expect(asked).toEqual(['93.184.216.34:8080'])
    expect(logins).toEqual([`Basic ${Buffer.from('hub:p@ss').toString('base64')}`])
  })

  it('that refuses is named as the one who did', async () => {
    const proxy = createHttpServer()
    proxy.on('connect', (_req, socket) => socket.end('HTTP/1.1 407 No\r\n\r\n'))
    const client = createHttpClient({ policy: strict, proxyUrl: `http://127.0.0.1:${await listening(proxy)}` })
    expect((await refusal(client({ method: 'GET', url: 'http://93.184.216.34/' }))).message).toContain('407')
  })
})

describe('a request', () => {
  it.each([
    { url: 'http://127.0.0.1/a\r\nX: y' },
    { url: 'http://127.0.0.1\\@evil' },
    { url: 'ftp://127.0.0.1/' },
    { url: 'no url' },
    { url: 'http://u:p@127.0.0.1/' },
    { url: 'http://127.0.0.1/', headers: { a: 'tok\nen' } },
    { url: 'http://127.0.0.1/', headers: { 'a b': 'x' } },
    { url: 'http://127.0.0.1/', headers: { a: 'é✓' } },
    { url: 'http://127.0.0.1/', headers: { Host: 'evil' } },
    { url: 'http://127.0.0.1/', headers: { 'transfer-encoding': 'x' } },
  ])('that could be read in two ways is refused without quoting it (%#)', async (request) => {
    const failure = await refusal(http({ method: 'GET', ...request }))
    expect(failure.reason).toBe('bad_request')
    expect(failure.message).not.toMatch(/tok|u:p|evil/)
  })

  it('closes what it opened: a connection that nobody uses again is gone seconds later', async () => {
    for (let i = 0; i < 80; i += 1) await get(await serve((_req, res) => res.end('ok')))
    expect(idleConnections()).toBeGreaterThan(0)
    await expect.poll(idleConnections, { timeout: 10_000 }).toBe(0)
  })
})
