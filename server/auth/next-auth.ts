import type { AuthOptions } from 'next-auth'
import type { Adapter, AdapterUser } from 'next-auth/adapters'
import type { EmailConfig } from 'next-auth/providers/email'
import { createSession, endSession, extendSession, findSession } from '@/server/domain/sessions/service'
import {
  findUser,
  findUserByEmail,
  markEmailVerified,
  redeemSignInLink,
  type User,
} from '@/server/domain/users/service'
import { HubError } from '@/server/kernel/errors'
import type { Id } from '@/server/kernel/ids'
import { env } from '@/server/platform/env'
import { logger } from '@/server/platform/logger'
import type { SignInFacts } from './bridge'
import { authCookies, isSecureOrigin } from './cookies'
import { sendSignInLink } from './sign-in-link'

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
async function redeem(linkToken: string | null, named: string | undefined) {
  if (!linkToken) return null
  try {
    const { email } = await redeemSignInLink(linkToken)
    // next-auth compares letter by letter, and lower-cases what people type.
    const identifier = named?.toLowerCase() === email.toLowerCase() ? named : email
    return { identifier, token: '', expires: new Date(Date.now() + 60_000) }
  } catch (error) {
    if (error instanceof HubError && error.code === 'auth.link_invalid') return null
    throw error
  }
}

function hubAdapter({ linkToken, userAgent }: SignInFacts): Adapter {
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
    getUserByAccount: async () => null,
    // Called when a link was redeemed, which proves the address; nothing else of a user changes by signing in.
    updateUser: async ({ id }) => {
      await markEmailVerified(id as Id<'user'>)
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
      const found = await findSession(sessionToken)
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
    useVerificationToken: ({ identifier }) => redeem(linkToken, identifier),
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
function ownAddress(url: string, baseUrl: string): string {
  const home = new URL(baseUrl).origin
  const wanted = URL.canParse(url, home) ? new URL(url, home) : null
  return wanted?.origin === home ? wanted.href : home
}

const quietly = (level: 'warn' | 'error') => (code: string, metadata?: unknown) => {
  const err = metadata instanceof Error ? metadata : (metadata as { error?: unknown } | undefined)?.error
  logger[level]({ code, ...(err instanceof Error && { err }) }, 'sign-in')
}

/** Made anew for each request: the facts belong to it. */
export function authOptions(facts: SignInFacts): AuthOptions {
  const { AUTH_SECRET } = env()
  if (!AUTH_SECRET) throw new Error('AUTH_SECRET is not settled: the hub settles it at its start.')
  return {
    secret: AUTH_SECRET,
    adapter: hubAdapter(facts),
    providers: [emailLinks()],
    session: { strategy: 'database', maxAge: 30 * 24 * 3600, updateAge: 24 * 3600 },
    useSecureCookies: isSecureOrigin(),
    cookies: authCookies(),
    pages: { signIn: '/sign-in', verifyRequest: '/sign-in?sent=1', error: '/sign-in' },
    callbacks: {
      redirect: ({ url, baseUrl }) => ownAddress(url, baseUrl),
      session: ({ session, user }) => ({
        expires: session.expires,
        user: { name: user.name ?? null, email: user.email },
      }),
    },
    logger: { error: quietly('error'), warn: quietly('warn'), debug: () => {} },
  }
}
