import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { findSession, listSessions } from '@/server/domain/sessions/service'
import { findUser, findUserByEmail, issueSignInLink } from '@/server/domain/users/service'
import { overrideEnv } from '@/server/platform/env'
import { aCaller, aSession } from '@/test/world'
import { authOptions, type SignInFacts } from './next-auth'
import { sendSignInLink } from './sign-in-link'

overrideEnv({ AUTH_SECRET: 'a secret of thirty-two characters or more', INTHUB_URL: 'http://localhost:3000' })

const noFacts: SignInFacts = { linkToken: null, userAgent: null, state: null, connectToken: null, sessionToken: null }

const adapterFor = (linkToken: string | null = null) => {
  const { adapter } = authOptions({ ...noFacts, linkToken, userAgent: 'a browser' })
  if (!adapter) throw new Error('There is no adapter.')
  return adapter
}
const redeem = (linkToken: string, identifier: string) =>
  adapterFor(linkToken).useVerificationToken?.({ identifier, token: 'what next-auth made of it' })

async function somebody() {
  const caller = await aCaller()
  const user = await findUser(caller.actor.id)
  const link = user && (await issueSignInLink(user.email))
  if (!user || !link) throw new Error('There is nobody.')
  return { caller, user, link }
}

/** What is printed while something runs. */
async function printed(run: () => Promise<void>): Promise<string> {
  let text = ''
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    text += String(chunk)
    return true
  })
  onTestFinished(() => write.mockRestore())
  await run()
  // Nothing tells that nothing will come; what comes may be held up by a busy machine.
  const until = Date.now() + 2_000
  while (text === '' && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20))
  write.mockRestore()
  return text
}

describe('a sign-in link', () => {
  it('works once, whatever the case its address is typed in', async () => {
    const { user, link } = await somebody()
    const typed = user.email.toUpperCase()
    expect(await redeem(link.token, typed)).toMatchObject({ identifier: typed })
    expect(await redeem(link.token, typed)).toBeNull()
  })

  it('is told from one that was made up by nothing', async () => {
    const { user } = await somebody()
    expect(await redeem('made-up', user.email)).toBeNull()
    expect(await adapterFor().useVerificationToken?.({ identifier: user.email, token: 'x' })).toBeNull()
  })

  it('is printed for a person, as a page with a button, and makes nobody of a stranger', async () => {
    const { user } = await somebody()
    const stranger = `stranger-${Date.now()}@example.test`
    const known = await printed(() => sendSignInLink(user.email))
    expect(known).toContain('http://localhost:3000/sign-in?token=')
    expect(known).not.toContain('/api/auth/callback')
    expect(known).not.toContain('callbackUrl')
    expect(await printed(() => sendSignInLink(user.email, '/acme/activity?q=a'))).toContain(
      'callbackUrl=%2Facme%2Factivity%3Fq%3Da',
    )
    expect(await printed(() => sendSignInLink(stranger))).toBe('')
    expect(await findUserByEmail(stranger)).toBeNull()
    await expect(adapterFor().createUser?.({ email: stranger, emailVerified: null } as never)).rejects.toThrow()
  })
})

describe('a session', () => {
  it('has a token of the domain, and knows its browser', async () => {
    const { user } = await somebody()
    const proposal = {
      sessionToken: 'what next-auth proposes',
      userId: user.id,
      expires: new Date(Date.now() + 60_000),
    }
    const session = await adapterFor().createSession?.(proposal)
    expect(session?.sessionToken).not.toBe(proposal.sessionToken)
    expect((await findSession(session?.sessionToken ?? ''))?.user.id).toBe(user.id)
    expect((await listSessions(user.id))[0]).toMatchObject({ userAgent: 'a browser' })
  })

  it('ends with the sign-out', async () => {
    const { caller } = await somebody()
    const token = await aSession(caller)
    await adapterFor().deleteSession?.(token)
    expect(await adapterFor().getSessionAndUser?.(token)).toBeNull()
  })

  it('tells a page the name and the address, and no token', async () => {
    const { user } = await somebody()
    const given = {
      session: { expires: 'later', sessionToken: 'secret' },
      user: { id: user.id, name: 'A', email: user.email },
    }
    const told = await authOptions(noFacts).callbacks?.session?.(given as never)
    expect(told).toEqual({ expires: 'later', user: { name: 'A', email: user.email } })
  })
})

describe('where a sign-in leads', () => {
  const home = 'http://localhost:3000'
  const ledTo = (url: string) => authOptions(noFacts).callbacks?.redirect?.({ url, baseUrl: home })

  it.each([
    ['/acme/settings?tab=keys', `${home}/acme/settings?tab=keys`],
    [`${home}/acme`, `${home}/acme`],
    ['https://evil.example/', home],
    ['//evil.example', home],
    ['/\\evil.example', home],
    [`${home}@evil.example/`, home],
    // Its port is none, so it is no address at all.
    [`${home}.evil.example`, home],
    ['javascript:alert(1)', home],
    ['http://[', home],
  ])('stays within the hub: %s', (url, end) => expect(ledTo(url)).toBe(end))
})
