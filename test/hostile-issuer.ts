import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { bodyOf, listening, type SignInProvider } from './sign-in-provider'

/**
 * An OpenID Connect issuer that keeps to the standard, PKCE and all, until a test bends one thing: what an ID token
 * says, how it is signed, what is discovered. Whoever comes is signed in as the person it was told.
 */
type Claims = Record<string, unknown>
type Signing = 'its key' | 'another key' | 'none'

export type Bend = {
  claims?: (claims: Claims) => Claims
  signing?: Signing
  discovery?: (document: Claims) => Claims
  /** Refuses at the page where people agree. */
  refuses?: boolean
  /** Takes a code again and again. */
  keepsCodes?: boolean
}

export type HostileIssuer = SignInProvider & {
  /** Who signs in, as the claims about them. */
  person: Claims
  bend: Bend
  /** What its token endpoint was asked. */
  exchanges: URLSearchParams[]
}

const keys = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

function jwt(claims: Claims, { privateKey }: ReturnType<typeof keys>, signing: Signing): string {
  const alg = signing === 'none' ? 'none' : 'RS256'
  const text = `${encoded({ alg, kid: 'one', typ: 'JWT' })}.${encoded(claims)}`
  const signature = signing === 'none' ? '' : createSign('RSA-SHA256').update(text).sign(privateKey, 'base64url')
  return `${text}.${signature}`
}

type Grant = { redirectUri: string; challenge: string; nonce: string | null }

export async function startHostileIssuer(): Promise<HostileIssuer> {
  const [own, foreign] = [keys(), keys()]
  const grants = new Map<string, Grant>()
  const client = { clientId: 'inthub-test', clientSecret: 'a client secret: of a test' }
  const json = (response: ServerResponse, status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  }

  const discovery = () => ({
    issuer: issuer.url,
    authorization_endpoint: `${issuer.url}/authorize`,
    token_endpoint: `${issuer.url}/token`,
    jwks_uri: `${issuer.url}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  })

  const authorize = (query: URLSearchParams, response: ServerResponse) => {
    const target = new URL(query.get('redirect_uri') ?? '')
    target.searchParams.set('state', query.get('state') ?? '')
    if (issuer.bend.refuses) target.searchParams.set('error', 'access_denied')
    else {
      const code = randomBytes(16).toString('hex')
      const challenge = query.get('code_challenge_method') === 'S256' ? (query.get('code_challenge') ?? '') : ''
      grants.set(code, { redirectUri: query.get('redirect_uri') ?? '', challenge, nonce: query.get('nonce') })
      target.searchParams.set('code', code)
    }
    response.writeHead(302, { location: target.href }).end()
  }

  const isClient = (request: IncomingMessage) => {
    const expected = [client.clientId, client.clientSecret].map((each) =>
      new URLSearchParams({ each }).toString().slice('each='.length),
    )
    return request.headers.authorization === `Basic ${Buffer.from(expected.join(':')).toString('base64')}`
  }

  const idToken = (nonce: string | null) => {
    const now = Math.floor(Date.now() / 1000)
    const times = { iat: now, exp: now + 300 }
    const claims = { iss: issuer.url, aud: client.clientId, ...times, ...(nonce && { nonce }), ...issuer.person }
    const { signing = 'its key' } = issuer.bend
    return jwt(issuer.bend.claims?.(claims) ?? claims, signing === 'another key' ? foreign : own, signing)
  }

  const exchange = async (request: IncomingMessage, response: ServerResponse) => {
    const form = new URLSearchParams(await bodyOf(request))
    issuer.exchanges.push(form)
    const code = form.get('code') ?? ''
    const grant = grants.get(code)
    if (!issuer.bend.keepsCodes) grants.delete(code)
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const fits = grant && grant.redirectUri === form.get('redirect_uri') && grant.challenge === proof
    if (!isClient(request)) json(response, 401, { error: 'invalid_client' })
    else if (!grant || !fits) json(response, 400, { error: 'invalid_grant' })
    else {
      const id_token = idToken(grant.nonce)
      json(response, 200, {
        access_token: randomBytes(16).toString('hex'),
        token_type: 'Bearer',
        expires_in: 300,
        id_token,
      })
    }
  }

  const { url, close } = await listening(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer.url)
    if (pathname === '/.well-known/openid-configuration') {
      json(response, 200, issuer.bend.discovery?.(discovery()) ?? discovery())
    } else if (pathname === '/authorize') authorize(searchParams, response)
    else if (pathname === '/token') await exchange(request, response)
    else if (pathname === '/keys') {
      json(response, 200, {
        keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
      })
    } else json(response, 404, {})
  })
  const issuer: HostileIssuer = { url, close, ...client, person: {}, bend: {}, exchanges: [] }
  return issuer
}
