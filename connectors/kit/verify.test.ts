import { createHash, createHmac, generateKeyPairSync, sign as signBytes } from 'node:crypto'
import { exportJWK, SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { type InboundRequest, type VerifyScheme, verifyDelivery } from './verify'

const now = new Date('2026-05-01T12:00:00Z')
const seconds = String(now.getTime() / 1000)
const body = Buffer.from('{"a":1}\n')
const secrets = [
  { version: 2, value: 'the new secret 0123456789' },
  { version: 1, value: 'the old secret 0123456789' },
]
const fetch = async (): Promise<Buffer> => {
  throw new Error('nothing is fetched')
}

const asked = (headers: InboundRequest['headers'], more: Partial<InboundRequest> = {}): InboundRequest => ({
  ...{ method: 'POST', url: 'https://hub.example/hooks/t', query: '', headers, body },
  ...more,
})

const verify = (
  schemes: VerifyScheme | VerifyScheme[],
  request: InboundRequest,
  more: Partial<Parameters<typeof verifyDelivery>[2]> = {},
) => verifyDelivery([schemes].flat(), request, { secrets, now, fetch, ...more })

const hmacOf = (secret: string, text: string | Buffer, algo = 'sha256', encoding: 'hex' | 'base64' = 'hex') =>
  createHmac(algo, secret).update(text).digest(encoding)

const github: VerifyScheme = { scheme: 'hmac', algo: 'sha256', header: 'X-Hub-Signature-256', prefix: 'sha256=' }
const slack: VerifyScheme = {
  ...{ scheme: 'hmac', algo: 'sha256', header: 'X-Slack-Signature', prefix: 'v0=', template: 'v0:{timestamp}:{body}' },
  ...{ timestampHeader: 'X-Slack-Request-Timestamp', toleranceSeconds: 300 },
}
const [fresh, old] = secrets.map(({ value }) => value) as [string, string]

describe('hmac', () => {
  const signed = (signature: string) => asked({ 'x-hub-signature-256': signature })
  const right = `sha256=${hmacOf(fresh, body)}`

  it('proves with either of two active secrets, and says with which', async () => {
    expect(await verify(github, signed(right))).toMatchObject({ outcome: 'proven', secretVersion: 2, isWeak: false })
    expect(await verify(github, signed(`sha256=${hmacOf(old, body)}`))).toMatchObject({ secretVersion: 1 })
  })

  it.each([
    ['nothing', '', 'unsigned'],
    ['only the prefix', 'sha256=', 'malformed'],
    ['a truncated one', right.slice(0, -2), 'malformed'],
    ['half of one', right.slice(0, 7 + 32), 'malformed'],
    ['one with more behind it', `${right}00`, 'malformed'],
    ['one with a space behind it', `${right} `, 'malformed'],
    ['no hex', `sha256=${'z'.repeat(64)}`, 'malformed'],
    ['a weaker hash', `sha1=${hmacOf(fresh, body, 'sha1')}`, 'wrong_algorithm'],
    ['a weaker hash under the right name', `sha256=${hmacOf(fresh, body, 'sha1')}`, 'malformed'],
    ['one of another secret', `sha256=${hmacOf('of another integration', body)}`, 'mismatch'],
    ['one of an empty secret', `sha256=${hmacOf('', body)}`, 'mismatch'],
    ['one of another body', `sha256=${hmacOf(fresh, '{"a":2}')}`, 'mismatch'],
    ['one of the parsed body', `sha256=${hmacOf(fresh, '{"a":1}')}`, 'mismatch'],
    ['two at once', `${right}, ${right}`, 'malformed'],
  ])('refuses %s', async (_what, signature, reason) =>
    expect(await verify(github, signed(signature))).toMatchObject({ outcome: 'refused', reason }),
  )

  it('refuses a delivery that is signed with SHA-1 alone', async () => {
    const request = asked({ 'x-hub-signature': `sha1=${hmacOf(fresh, body, 'sha1')}` })
    expect(await verify(github, request)).toMatchObject({ outcome: 'refused', reason: 'unsigned' })
  })

  it('refuses every signature in which one bit is different', async () => {
    const bytes = Buffer.from(hmacOf(fresh, body), 'hex')
    for (let bit = 0; bit < 256; bit += 1) {
      const wrong = Buffer.from(bytes)
      wrong[bit >> 3] = (wrong[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const verdict = await verify(github, signed(`sha256=${wrong.toString('hex')}`))
      expect(verdict.outcome, `bit ${bit}`).toBe('refused')
    }
  })

  it('refuses every body in which one byte is different, and takes bytes that are no text', async () => {
    const bytes = Buffer.from([0xff, 0xfe, 0, 0xc3, 0x28, 0x0a])
    const signature = `sha256=${hmacOf(fresh, bytes)}`
    expect((await verify(github, { ...signed(signature), body: bytes })).outcome).toBe('proven')
    for (let at = 0; at < bytes.length; at += 1) {
      const wrong = Buffer.from(bytes)
      wrong[at] = (wrong[at] ?? 0) ^ 1
      expect((await verify(github, { ...signed(signature), body: wrong })).outcome).toBe('refused')
    }
  })

  it('proves nothing without a secret', async () => {
    const empty = [{ version: 1, value: '' }]
    const request = signed(`sha256=${hmacOf('', body)}`)
    expect(await verify(github, request, { secrets: [] })).toMatchObject({ reason: 'no_secret' })
    expect(await verify(github, request, { secrets: empty })).toMatchObject({ reason: 'no_secret' })
  })

  const timed = (timestamp: string) =>
    asked({
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${hmacOf(fresh, `v0:${timestamp}:${body}`)}`,
    })

  it('keeps to the window of the time that is signed', async () => {
    expect((await verify(slack, timed(seconds))).outcome).toBe('proven')
    expect((await verify(slack, timed(String(Number(seconds) - 300)))).outcome).toBe('proven')
    for (const off of [-301, 301, -86_400, 86_400]) {
      expect(await verify(slack, timed(String(Number(seconds) + off)))).toMatchObject({ reason: 'stale' })
    }
    for (const text of ['', 'now', '1e9', `${seconds}.5`, '-1', '9'.repeat(40)]) {
      expect(await verify(slack, timed(text)), text).toMatchObject({ reason: 'malformed' })
    }
    const moved = {
      ...timed(seconds),
      headers: { ...timed(seconds).headers, 'x-slack-request-timestamp': '1777636801' },
    }
    expect(await verify(slack, moved)).toMatchObject({ reason: 'mismatch' })
  })

  it('signs the address, an id, or with another hash, where the manifest says so', async () => {
    const trello: VerifyScheme = {
      ...{ scheme: 'hmac', algo: 'sha1', encoding: 'base64', header: 'X-Trello-Webhook', template: '{body}{url}' },
    }
    const over = `${body}https://hub.example/hooks/t`
    const request = asked({ 'x-trello-webhook': hmacOf(fresh, over, 'sha1', 'base64') })
    expect((await verify(trello, request)).outcome).toBe('proven')
    expect((await verify(trello, { ...request, url: 'https://hub.example/hooks/u' })).outcome).toBe('refused')
    const withId: VerifyScheme = {
      scheme: 'hmac',
      algo: 'sha512',
      header: 'X-S',
      template: '{id}.{body}',
      idHeader: 'X-Id',
    }
    const headers = { 'x-id': 'm1', 'x-s': hmacOf(fresh, `m1.${body}`, 'sha512') }
    expect(await verify(withId, asked(headers))).toMatchObject({ outcome: 'proven', signedId: 'm1' })
    expect((await verify(withId, asked({ ...headers, 'x-id': 'm2' }))).outcome).toBe('refused')
  })
})

describe('standard_webhooks', () => {
  const scheme: VerifyScheme = { scheme: 'standard_webhooks' }
  const key = Buffer.alloc(32, 5)
  const given = { secrets: [{ version: 4, value: `whsec_${key.toString('base64')}` }] }
  const sign = (id: string, at: string) =>
    createHmac('sha256', key).update(`${id}.${at}.`).update(body).digest('base64')
  const request = (signature: string, at = seconds, id = 'msg_1') =>
    asked({ 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature })

  it('proves with any one of several signatures', async () => {
    const right = `v1,${sign('msg_1', seconds)}`
    const other = `v1,${hmacOf('x', body, 'sha256', 'base64')}`
    for (const signature of [right, `${other} ${right}`, `v1a,abc ${right} ${other}`]) {
      expect(await verify(scheme, request(signature), given)).toMatchObject({ secretVersion: 4, signedId: 'msg_1' })
    }
    expect(await verify(scheme, request(other), given)).toMatchObject({ reason: 'mismatch' })
  })

  it.each([
    ['an empty signature', '', seconds, 'unsigned'],
    ['another version', `v2,${'A'.repeat(43)}=`, seconds, 'malformed'],
    ['a truncated one', `v1,${'A'.repeat(40)}`, seconds, 'malformed'],
    ['an old one', 'v1,x', '1000000000', 'stale'],
  ])('refuses %s', async (_what, signature, at, reason) =>
    expect(await verify(scheme, request(signature, at), given)).toMatchObject({ outcome: 'refused', reason }),
  )

  it('binds the id and the time', async () => {
    const right = `v1,${sign('msg_1', seconds)}`
    expect((await verify(scheme, request(right, seconds, 'msg_2'), given)).outcome).toBe('refused')
    expect((await verify(scheme, request(right, String(Number(seconds) + 1)), given)).outcome).toBe('refused')
  })
})

describe('ed25519', () => {
  const scheme: VerifyScheme = {
    ...{ scheme: 'ed25519', header: 'X-Signature-Ed25519', template: '{timestamp}{body}' },
    ...{ timestampHeader: 'X-Signature-Timestamp', toleranceSeconds: 300 },
  }
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
  const signature = signBytes(null, Buffer.from(`${seconds}${body}`), privateKey).toString('hex')
  const request = asked({ 'x-signature-ed25519': signature, 'x-signature-timestamp': seconds })

  it.each([
    ['hex', raw.toString('hex')],
    ['base64', raw.toString('base64')],
    ['PEM', publicKey.export({ format: 'pem', type: 'spki' }).toString()],
  ])('proves with a public key in %s', async (_form, value) =>
    expect(await verify(scheme, request, { secrets: [{ version: 1, value }] })).toMatchObject({ outcome: 'proven' }),
  )

  it('refuses another key, another body, and what is no key', async () => {
    const other = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
    const withKey = (value: string) => ({ secrets: [{ version: 1, value }] })
    expect(await verify(scheme, request, withKey(other.toString('hex')))).toMatchObject({ reason: 'mismatch' })
    expect(await verify(scheme, { ...request, body: Buffer.from('x') }, withKey(raw.toString('hex')))).toMatchObject({
      reason: 'mismatch',
    })
    expect(await verify(scheme, request, withKey('no key'))).toMatchObject({ reason: 'no_secret' })
  })
})

describe('jwt', () => {
  const base = { scheme: 'jwt', header: 'Authorization', prefix: 'Bearer ' } as const
  const shared: VerifyScheme = { ...base, algorithms: ['HS256'], bodyHashClaim: 'sha' }
  const hash = createHash('sha256').update(body).digest('hex')
  const at = now.getTime() / 1000
  const token = (claims: object, key: string | Uint8Array = fresh, alg = 'HS256') =>
    new SignJWT({ ...claims }).setProtectedHeader({ alg }).sign(typeof key === 'string' ? Buffer.from(key) : key)
  const bearer = (jwt: string) => asked({ authorization: `Bearer ${jwt}` })

  it('proves with a shared secret, over the body, while it is valid', async () => {
    expect(await verify(shared, bearer(await token({ sha: hash, iat: at })))).toMatchObject({ secretVersion: 2 })
    expect(await verify(shared, bearer(await token({ sha: hash, exp: at + 60 }, old)))).toMatchObject({
      secretVersion: 1,
    })
  })

  it.each([
    ['is of another secret', () => token({ sha: hash, iat: at }, 'another secret'), 'mismatch'],
    ['has ended', () => token({ sha: hash, exp: at - 120 }), 'stale'],
    ['has neither end nor beginning', () => token({ sha: hash }), 'stale'],
    ['is of yesterday', () => token({ sha: hash, iat: at - 86_400 }), 'stale'],
    ['covers another body', () => token({ sha: hash.replace(/./, 'f'), iat: at }), 'mismatch'],
    ['covers no body', () => token({ iat: at }), 'mismatch'],
    ['is signed by another algorithm', () => token({ sha: hash, iat: at }, fresh, 'HS512'), 'wrong_algorithm'],
    ['is not signed', async () => `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`, 'wrong_algorithm'],
    ['is no token', async () => 'abc', 'malformed'],
  ])('refuses one that %s', async (_what, make, reason) =>
    expect(await verify(shared, bearer(await make()))).toMatchObject({ outcome: 'refused', reason }),
  )

  it('proves with the key set of the vendor, for the right issuer and audience', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256', use: 'sig' }] })
    const jwks: VerifyScheme = {
      ...{ ...base, algorithms: ['RS256'], jwks: 'https://vendor.example/keys', issuer: 'vendor', audience: 'hub' },
    }
    const signed = (claims: object) =>
      new SignJWT({ iat: at, ...claims }).setProtectedHeader({ alg: 'RS256', kid: 'k' }).sign(privateKey)
    const urls: string[] = []
    const fetched = async (url: string) => {
      urls.push(url)
      return Buffer.from(keys)
    }
    const with_ = { fetch: fetched }
    expect(await verify(jwks, bearer(await signed({ iss: 'vendor', aud: 'hub' })), with_)).toMatchObject({
      outcome: 'proven',
    })
    expect(urls).toEqual(['https://vendor.example/keys'])
    expect(await verify(jwks, bearer(await signed({ iss: 'other', aud: 'hub' })), with_)).toMatchObject({
      reason: 'mismatch',
    })
    const reply = await verify(jwks, bearer(await signed({ iss: 'vendor', aud: 'hub' })))
    expect(reply).toMatchObject({ reason: 'keys_unavailable' })
  })
})

describe('tokens beside the body', () => {
  const gitlab: VerifyScheme = { scheme: 'shared_token', header: 'X-Gitlab-Token' }

  it('are compared whole', async () => {
    expect(await verify(gitlab, asked({ 'x-gitlab-token': old }))).toMatchObject({ secretVersion: 1 })
    for (const wrong of [old.slice(0, -1), `${old} `, old.toUpperCase()]) {
      expect(await verify(gitlab, asked({ 'x-gitlab-token': wrong }))).toMatchObject({ reason: 'mismatch' })
    }
    expect(await verify(gitlab, asked({}))).toMatchObject({ reason: 'unsigned' })
    const empty = { secrets: [{ version: 1, value: '' }] }
    expect((await verify(gitlab, asked({ 'x-gitlab-token': '' }), empty)).outcome).toBe('refused')
  })

  it('are found in the body, where the vendor puts them there', async () => {
    const scheme: VerifyScheme = { scheme: 'shared_token', body: 'auth.token' }
    const withToken = (token: unknown) => asked({}, { body: Buffer.from(JSON.stringify({ auth: { token } })) })
    expect((await verify(scheme, withToken(fresh))).outcome).toBe('proven')
    expect((await verify(scheme, withToken('wrong'))).outcome).toBe('refused')
    expect((await verify(scheme, withToken({}))).outcome).toBe('refused')
    expect((await verify(scheme, asked({}, { body: Buffer.from('{'.repeat(20_000)) }))).outcome).toBe('refused')
  })

  it('are a name and a password', async () => {
    const basic = (text: string) => asked({ authorization: `Basic ${Buffer.from(text).toString('base64')}` })
    const given = { secrets: [{ version: 1, value: 'alerts:pass:word' }] }
    expect((await verify({ scheme: 'basic' }, basic('alerts:pass:word'), given)).outcome).toBe('proven')
    expect((await verify({ scheme: 'basic' }, basic('other:pass:word'), given)).outcome).toBe('refused')
    expect(await verify({ scheme: 'basic' }, asked({ authorization: 'Bearer x' }), given)).toMatchObject({
      reason: 'malformed',
    })
  })

  it('are a certificate that a trusted proxy saw, and never one that the sender tells of', async () => {
    const scheme: VerifyScheme = { scheme: 'mtls', subject: 'CN=vendor' }
    const told = asked({ 'x-client-cert': 'CN=vendor' })
    expect(await verify(scheme, told)).toMatchObject({ outcome: 'refused', reason: 'unsigned' })
    expect((await verify(scheme, { ...told, certificateSubject: 'CN=vendor' })).outcome).toBe('proven')
    expect((await verify(scheme, { ...told, certificateSubject: 'CN=vendor2' })).outcome).toBe('refused')
  })

  it('are weak where the address is all there is', async () => {
    const scheme: VerifyScheme = { scheme: 'secret_path', reason: 'The vendor signs nothing and sends no token.' }
    expect(await verify(scheme, asked({}))).toMatchObject({ outcome: 'proven', isWeak: true })
  })
})

describe('challenges', () => {
  const echo: VerifyScheme = { scheme: 'challenge', answer: 'echo_body', from: 'challenge' }
  const verification = Buffer.from('{"type":"url_verification","challenge":"3eZbrw1a"}')

  it('are echoed, signed or not, and prove nothing', async () => {
    const unsigned = await verify([slack, echo], asked({}, { body: verification }))
    expect(unsigned).toMatchObject({ outcome: 'challenge', challenge: { status: 200, body: '3eZbrw1a' } })
    const headers = {
      'x-slack-request-timestamp': seconds,
      'x-slack-signature': `v0=${hmacOf(fresh, `v0:${seconds}:${verification}`)}`,
    }
    const signed = await verify([slack, echo], asked(headers, { body: verification }))
    expect(signed).toMatchObject({ outcome: 'proven', challenge: { body: '3eZbrw1a' } })
  })

  it('are read from the query, a header, or are a HEAD', async () => {
    const query: VerifyScheme = { scheme: 'challenge', answer: 'echo_query', from: 'validationToken' }
    const request = asked({}, { method: 'GET', query: 'validationToken=a%20b' })
    expect(await verify(query, request)).toMatchObject({ challenge: { body: 'a b' } })
    const header: VerifyScheme = { scheme: 'challenge', answer: 'echo_header', from: 'X-Hook-Secret' }
    expect(await verify(header, asked({ 'x-hook-secret': 's3' }))).toMatchObject({
      challenge: { headers: { 'x-hook-secret': 's3' } },
    })
    const head: VerifyScheme = { scheme: 'challenge', answer: 'head_ok' }
    expect(await verify(head, asked({}, { method: 'HEAD' }))).toMatchObject({ outcome: 'challenge' })
    expect(await verify(head, asked({}))).toMatchObject({ outcome: 'refused', reason: 'no_scheme' })
  })

  it('are never a page, nor what could split a header', async () => {
    for (const value of ['a\r\nset-cookie: x', '', '\u0000', 'x'.repeat(1_001)]) {
      const sent = Buffer.from(JSON.stringify({ challenge: value }))
      expect((await verify(echo, asked({}, { body: sent }))).outcome).toBe('refused')
    }
    const page = await verify(echo, asked({}, { body: Buffer.from('{"challenge":"<script>"}') }))
    expect(page).toMatchObject({ challenge: { headers: { 'content-type': 'text/plain; charset=utf-8' } } })
  })
})

describe('several schemes', () => {
  it('are tried in order; the refusal tells the most of what was tried', async () => {
    const gitlab: VerifyScheme[] = [
      { scheme: 'standard_webhooks' },
      { scheme: 'shared_token', header: 'X-Gitlab-Token' },
    ]
    expect(await verify(gitlab, asked({ 'x-gitlab-token': fresh }))).toMatchObject({ scheme: 'shared_token' })
    expect(await verify(gitlab, asked({ 'x-gitlab-token': 'x' }))).toMatchObject({ reason: 'mismatch' })
    expect(await verify([], asked({ 'x-gitlab-token': fresh }))).toMatchObject({ reason: 'no_scheme' })
  })
})
