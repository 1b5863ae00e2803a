import { describe, expect, it } from 'vitest'
import { verifyScheme, webhooks } from './webhooks'

const accepts = (scheme: object) => verifyScheme.safeParse(scheme).success
const hmac = { scheme: 'hmac', algo: 'sha256', header: 'X-Signature' }

describe('a scheme that proves a delivery', () => {
  it.each([
    hmac,
    { ...hmac, encoding: 'base64', prefix: 'sha256=' },
    { ...hmac, template: 'v0:{timestamp}:{body}', timestampHeader: 'X-Time', toleranceSeconds: 300 },
    { ...hmac, template: '{body}{url}' },
    { ...hmac, template: '{id}.{body}', idHeader: 'X-Id' },
    { scheme: 'standard_webhooks', secretPrefix: 'whsec_' },
    { scheme: 'ed25519', header: 'X-S', template: '{timestamp}{body}', timestampHeader: 'X-T', toleranceSeconds: 5 },
    { scheme: 'jwt', header: 'Authorization', prefix: 'Bearer ', jwks: 'https://a.example/k', algorithms: ['RS256'] },
    { scheme: 'jwt', header: 'Authorization', algorithms: ['HS256'] },
    { scheme: 'sns', certificateHosts: ['sns.us-east-1.amazonaws.com', '*.example.com'] },
    { scheme: 'shared_token', header: 'X-Gitlab-Token' },
    { scheme: 'basic' },
    { scheme: 'mtls' },
    { scheme: 'challenge', answer: 'echo_body', from: 'challenge' },
    { scheme: 'challenge', answer: 'head_ok' },
    { scheme: 'secret_path', reason: 'The vendor signs nothing and sends no token.' },
  ])('is declared as %j', (scheme) => expect(accepts(scheme)).toBe(true))

  it.each([
    ['of an unknown kind', { scheme: 'trust_me' }],
    ['with a word too many', { ...hmac, secret: 'x' }],
    ['of a weak hash', { ...hmac, algo: 'md5' }],
    ['that leaves out the body', { ...hmac, template: 'v0' }],
    ['over a time nobody tells', { ...hmac, template: '{timestamp}.{body}' }],
    ['over a time of any age', { ...hmac, template: '{timestamp}.{body}', timestampHeader: 'X-Time' }],
    ['with an age that is not signed', { ...hmac, timestampHeader: 'X-Time', toleranceSeconds: 300 }],
    ['over something unknown', { ...hmac, template: '{body}{secret}' }],
    ['with an id that is not signed', { ...hmac, idHeader: 'X-Id' }],
    ['of keys over http', { scheme: 'jwt', header: 'A', jwks: 'http://a.example/k', algorithms: ['RS256'] }],
    ['of a public key as a shared secret', { scheme: 'jwt', header: 'A', jwks: 'https://a/k', algorithms: ['HS256'] }],
    ['of a token nowhere', { scheme: 'shared_token' }],
    ['of a token in two places', { scheme: 'shared_token', header: 'A', body: 'token' }],
    ['that is an echo of nothing', { scheme: 'challenge', answer: 'echo_body' }],
    ['that hides in a path without a reason', { scheme: 'secret_path' }],
  ])('is refused: %s', (_what, scheme) => expect(accepts(scheme)).toBe(false))

  it('is needed beside a challenge, which proves the receiver only', () => {
    const challenge = { scheme: 'challenge', answer: 'head_ok' }
    expect(webhooks.safeParse({ verify: [challenge] }).success).toBe(false)
    expect(webhooks.safeParse({ verify: [challenge, hmac] }).success).toBe(true)
    expect(webhooks.safeParse({ verify: [] }).success).toBe(false)
  })
})
