import type { Account, AuthOptions, Profile } from 'next-auth'
import type { Adapter, AdapterUser } from 'next-auth/adapters'
import type { EmailConfig } from 'next-auth/providers/email'
import { findUserByAccount, signInWithProvider } from '@/server/domain/accounts/service'
import { confirmEmail, createSession, endSession, extendSession, findSession } from '@/server/domain/sessions/service'
import { findUser, findUserByEmail, redeemSignInLink, type User } from '@/server/domain/users/service'
import { HubError } from '@/server/kernel/errors'
import type { Id } from '@/server/kernel/ids'
import { env } from '@/server/platform/env'
import { logger } from '@/server/platform/logger'
import { authCookies, isSecureOrigin } from './cookies'
import type { ProviderProfile } from './provider'
import { personOf, signInProviders } from './providers'
import type { SignInErrorCode } from './sign-in-errors'
import { sendSignInLink } from './sign-in-link'

/** What one request brings along and next-auth does not hand on. */
export type SignInFacts = {
  /** A link's token as it was sent. */
  linkToken: string | null
  userAgent: string | null
  /** The value that came back with a provider's answer. */
  state: string | null
  /** The wish to connect an account, from its cookie, with the session cookie beside it. */
  connectToken: string | null
  sessionToken: string | null
}

/** What is found out while one request is answered. */
type Turn = {
  /** Whether the link that was used proves the address it was for. */
  provesEmail: boolean
  /** Whom a provider's account signs in; a session of anybody else in this browser ends. */
  admitted: User | null
}

/**
 * next-auth's view of our people and sessions. Every function ends in server/domain/users, so that sessions come from
 * one `createSession`, tokens are stored hashed, and links of set-up and sign-in are one kind of link.
 * See docs/decisions/0002-own-next-auth-adapter.md.
 */
const asAdapterUser = (user: User): AdapterUser => ({
  id: user.id,
  email: user.email,
  name: user.name,
  emailVerified: user.emailVerifiedAt,
})

async function requiredUser(id: string): Promise<AdapterUser> {
  const user = await findUser(id as Id<'user'>)
  if (!user) throw new HubError('auth.required')
  return asAdapterUser(user)
}

/** Burns the link with the token as it was sent: next-auth passes on only its own hash of it, which we do not keep. */
async function redeem(linkToken: string | null, named: string | undefined, turn: Turn) {
  if (!linkToken) return null
  try {
    const { user, provesEmail } = await redeemSignInLink(linkToken)
    const { email } = user
    turn.provesEmail = provesEmail
    // next-auth compares letter by letter, and lower-cases what people type.
    const identifier = named?.toLowerCase() === email.toLowerCase() ? named : email
    return { identifier, token: '', expires: new Date(Date.now() + 60_000) }
  } catch (error) {
    if (error instanceof HubError && error.code === 'auth.link_invalid') return null
    throw error
  }
}

/** A session of somebody else than who was just admitted is over: one browser is one person. */
async function ownSession(sessionToken: string, { admitted }: Turn) {
  const found = await findSession(sessionToken)
  if (!found || !admitted || found.user.id === admitted.id) return found
  await endSession(sessionToken)
  return null
}

function hubAdapter({ linkToken, userAgent }: SignInFacts, turn: Turn): Adapter {
  return {
    // People are invited or set up; nobody comes into being by asking for a link.
    createUser: () => Promise.reject(new HubError('auth.link_invalid')),
    getUser: async (id) => {
      const user = await findUser(id as Id<'user'>)
      return user && asAdapterUser(user)
    },
    getUserByEmail: async (email) => {
      const user = await findUserByEmail(email)
      return user && asAdapterUser(user)
    },
    getUserByAccount: async ({ provider, providerAccountId }) => {
      const user = await findUserByAccount(provider, providerAccountId)
      return user && asAdapterUser(user)
    },
    // Accounts are connected before next-auth asks, in server/domain/accounts; it may connect none by itself.
    linkAccount: () => Promise.reject(new HubError('auth.provider_unknown_person')),
    // Called when a link was redeemed; nothing else of a user changes by signing in.
    updateUser: async ({ id }) => {
      if (turn.provesEmail) await confirmEmail(id as Id<'user'>)
      return requiredUser(id)
    },
    createSession: async ({ userId, expires }) => {
      const session = await createSession({
        userId: userId as Id<'user'>,
        expiresAt: expires,
        ...(userAgent && { userAgent }),
      })
      return { sessionToken: session.token, userId, expires: session.expiresAt }
    },
    getSessionAndUser: async (sessionToken) => {
      const found = await ownSession(sessionToken, turn)
      if (!found) return null
      const { user, expiresAt } = found
      return { session: { sessionToken, userId: user.id, expires: expiresAt }, user: asAdapterUser(user) }
    },
    updateSession: async ({ sessionToken, expires }) => {
      if (expires) await extendSession(sessionToken, expires)
      const found = await findSession(sessionToken)
      return found && { sessionToken, userId: found.user.id, expires: found.expiresAt }
    },
    deleteSession: async (sessionToken) => endSession(sessionToken),
    createVerificationToken: async (token) => token,
    useVerificationToken: ({ identifier }) => redeem(linkToken, identifier, turn),
  }
}

/** Where the person was going, as a path of this hub. The address is next-auth's own, its target anybody's. */
function wantedPath(address: string): string {
  const { origin } = new URL(env().INTHUB_URL)
  const { pathname, search } = new URL(ownAddress(new URL(address).searchParams.get('callbackUrl') ?? '/', origin))
  return `${pathname}${search}`
}

/** The provider makes a token of its own, which goes nowhere: the link that is sent is the domain's. */
function emailLinks(): EmailConfig {
  return {
    id: 'email',
    type: 'email',
    name: 'Email',
    server: {},
    from: env().MAIL_FROM,
    maxAge: 15 * 60,
    sendVerificationRequest: ({ identifier, url }) => sendSignInLink(identifier, wantedPath(url)),
    options: {},
  }
}

/** Where a sign-in may lead: within the hub. What is no address at all leads home, too. */
export function ownAddress(url: string, baseUrl: string): string {
  const home = new URL(baseUrl).origin
  const wanted = URL.canParse(url, home) ? new URL(url, home) : null
  return wanted?.origin === home ? wanted.href : home
}

const codesOfErrors: Partial<Record<HubError['code'], SignInErrorCode>> = {
  'auth.provider_unknown_person': 'ProviderUnknownPerson',
  'auth.provider_email_unverified': 'ProviderEmailUnverified',
  'auth.provider_connect_first': 'ProviderConnectFirst',
  'auth.provider_connect_expired': 'ProviderConnectExpired',
  'auth.provider_state_used': 'OAuthCallback',
  'account.taken': 'ProviderAccountTaken',
}

/** The wish to connect, as far as this browser's session lives. @throws {HubError} auth.provider_connect_expired */
async function wishOf({ connectToken, sessionToken }: SignInFacts) {
  if (!connectToken) return null
  const session = sessionToken ? await findSession(sessionToken) : null
  if (!session) throw new HubError('auth.provider_connect_expired')
  return { token: connectToken, sessionId: session.sessionId, userId: session.user.id }
}

/** Asks the rules whom a provider's account signs in. An address to go to is a refusal; next-auth knows no better. */
async function admit(
  { account, profile }: { account: Account; profile: Profile | undefined },
  facts: SignInFacts,
  turn: Turn,
): Promise<true | string> {
  try {
    const person = personOf(account.provider, profile as ProviderProfile)
    turn.admitted = await signInWithProvider(person, { state: facts.state ?? '', connect: await wishOf(facts) })
    return true
  } catch (error) {
    const code = error instanceof HubError ? codesOfErrors[error.code] : undefined
    if (!code) throw error
    logger.info({ provider: account.provider, code }, 'a sign-in was refused')
    return refusal(code)
  }
}

/** Where next-auth itself sends people with an error; server/auth/handler.ts leads them on from there. */
export function refusal(code: SignInErrorCode): string {
  return new URL(`/api/auth/error?error=${code}`, env().INTHUB_URL).href
}

const quietly = (level: 'warn' | 'error') => (code: string, metadata?: unknown) => {
  const err = metadata instanceof Error ? metadata : (metadata as { error?: unknown } | undefined)?.error
  logger[level]({ code, ...(err instanceof Error && { err }) }, 'sign-in')
}

/** Made anew for each request: the facts belong to it. */
export function authOptions(facts: SignInFacts): AuthOptions {
  const { AUTH_SECRET } = env()
  if (!AUTH_SECRET) throw new Error('AUTH_SECRET is not settled: the hub settles it at its start.')
  const turn: Turn = { provesEmail: false, admitted: null }
  return {
    secret: AUTH_SECRET,
    adapter: hubAdapter(facts, turn),
    providers: [emailLinks(), ...signInProviders()],
    session: { strategy: 'database', maxAge: 30 * 24 * 3600, updateAge: 24 * 3600 },
    useSecureCookies: isSecureOrigin(),
    cookies: authCookies(),
    pages: { signIn: '/sign-in', verifyRequest: '/sign-in?sent=1', error: '/sign-in' },
    callbacks: {
      signIn: ({ account, profile }) => (account?.type === 'oauth' ? admit({ account, profile }, facts, turn) : true),
      redirect: ({ url, baseUrl }) => ownAddress(url, baseUrl),
      session: ({ session, user }) => ({
        expires: session.expires,
        user: { name: user.name ?? null, email: user.email },
      }),
    },
    logger: { error: quietly('error'), warn: quietly('warn'), debug: () => {} },
  }
}
