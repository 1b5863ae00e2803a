import type { TokenSet } from 'next-auth'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import type { Env } from '@/server/platform/env'
import {
  addressOrNull,
  type Provider,
  type ProviderProfile,
  profileOf,
  providerTimeoutMs,
  toAuthUser,
  type VouchedPerson,
} from './provider'

/**
 * OpenID Connect: Google, and any other issuer. The library checks signature, issuer, audience, times and nonce of the
 * ID token; here its claims are read. Source: https://openid.net/specs/openid-connect-core-1_0.html
 */
type UserinfoRequest = NonNullable<Exclude<OAuthConfig<ProviderProfile>['userinfo'], string | undefined>['request']>
type Client = Parameters<UserinfoRequest>[0]['client']
type Claims = Record<string, unknown>

const textOf = (claim: unknown) => (typeof claim === 'string' && claim !== '' ? claim : null)
const withoutSlash = (issuer: string) => issuer.replace(/\/+$/, '')

/** Some issuers put the address into their userinfo only. The library sees to it that both are of one subject. */
async function claimsOf(client: Client, tokens: TokenSet): Promise<Claims> {
  const set = tokens as TokenSet & { claims(): Claims }
  const claims = set.claims()
  if (claims.email !== undefined || !client.issuer.metadata.userinfo_endpoint || !tokens.access_token) return claims
  return { ...(await client.userinfo(set as Parameters<Client['userinfo']>[0])), ...claims }
}

/** Some write the claim as text. */
const isTrue = (claim: unknown) => claim === true || claim === 'true'

function personOf(issuer: string, claims: Claims): VouchedPerson {
  const email = addressOrNull(claims.email)
  return {
    accountId: `${withoutSlash(issuer)} ${textOf(claims.sub) ?? ''}`,
    label: email ?? textOf(claims.preferred_username),
    name: textOf(claims.name) ?? textOf(claims.preferred_username),
    verifiedEmail: isTrue(claims.email_verified) ? email : null,
  }
}

type Settings = { id: string; name: string; issuer: string; clientId: string; clientSecret: string }

function openIdConnect({ id, name, issuer, clientId, clientSecret }: Settings): Provider {
  return {
    ...{ id, name, type: 'oauth', issuer, clientId, clientSecret },
    offered: { id, name, host: new URL(issuer).host },
    wellKnown: `${withoutSlash(issuer)}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    userinfo: {
      request: async ({ client, tokens }) => {
        // What is discovered has to be what was asked for: the ID token is compared with the discovered issuer only.
        const found = String(client.issuer.metadata.issuer)
        if (withoutSlash(found) !== withoutSlash(issuer)) throw new Error('The issuer calls itself by another name.')
        return profileOf(personOf(issuer, await claimsOf(client, tokens)))
      },
    },
    profile: toAuthUser,
    checks: ['pkce', 'state', 'nonce'],
    httpOptions: { timeout: providerTimeoutMs },
  }
}

export function googleProvider({ AUTH_GOOGLE_ID: clientId, AUTH_GOOGLE_SECRET: clientSecret }: Env): Provider | null {
  if (!clientId || !clientSecret) return null
  return openIdConnect({ id: 'google', name: 'Google', issuer: 'https://accounts.google.com', clientId, clientSecret })
}

export function oidcProvider(env: Env): Provider | null {
  const { AUTH_OIDC_ISSUER: issuer, AUTH_OIDC_ID: clientId, AUTH_OIDC_SECRET: clientSecret, AUTH_OIDC_NAME } = env
  if (!issuer || !clientId || !clientSecret) return null
  return openIdConnect({ id: 'oidc', name: AUTH_OIDC_NAME ?? new URL(issuer).host, issuer, clientId, clientSecret })
}
