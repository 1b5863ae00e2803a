import { describe, expect, it } from 'vitest'
import { createTenant, getTenant } from '@/server/domain/tenants/service'
import { grantsOfUser } from '@/server/domain/users/service'
import { newId } from '@/server/kernel/ids'
import { overrideEnv } from '@/server/platform/env'
import { aCaller, aColleague, aKey, aSession, type Caller, instanceAdmin } from '@/test/world'
import { authenticate, contextFor, instanceContextFor } from './context'
import { authCookies, readCookie, sessionCookieName } from './cookies'

const facts = () => ({ requestId: newId('request') })
const cookie = (token: string) => `theme=dark; ${sessionCookieName()}=${token}; x=y`
const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

async function person(caller: Caller) {
  const principal = await authenticate({ cookie: cookie(await aSession(caller)) })
  if (principal?.kind !== 'user') throw new Error('nobody is signed in')
  return principal
}

describe('authenticate', () => {
  it('knows the person of a session and the key of a header; the key wins', async () => {
    const caller = await aCaller()
    const session = await aSession(caller)
    const key = await aKey(caller)
    expect(await authenticate({ cookie: cookie(session) })).toMatchObject({
      kind: 'user',
      user: { id: caller.actor.id },
    })
    expect(await authenticate({ cookie: cookie(session), ...bearer(key) })).toMatchObject({
      kind: 'api_key',
      tenantId: caller.tenantId,
    })
  })

  it('takes a cookie nobody has for nobody, and a key nobody has for a mistake', async () => {
    expect(await authenticate({})).toBeNull()
    expect(await authenticate({ cookie: cookie('made-up') })).toBeNull()
    for (const authorization of ['Bearer ihk_made_up', 'Bearer', 'Basic YTpi', 'ihk_x']) {
      await expect(authenticate({ authorization })).rejects.toMatchObject({ code: 'auth.key_invalid' })
    }
  })

  it('asks the database once for many at a time', async () => {
    const key = await aKey(await aCaller())
    const found = await Promise.all(Array.from({ length: 50 }, () => authenticate(bearer(key))))
    expect(new Set(found.map((principal) => principal?.kind === 'api_key' && principal.id)).size).toBe(1)
  })
})

describe('contextFor', () => {
  it('puts a person into the only tenant they have, or into the one they name', async () => {
    const caller = await aCaller('operator')
    const principal = await person(caller)
    const { slug } = await getTenant(caller)
    for (const ref of [null, slug, caller.tenantId]) {
      expect(await contextFor(principal, ref, facts())).toMatchObject({
        tenantId: caller.tenantId,
        actor: { kind: 'user' },
      })
    }
    const membership = await grantsOfUser(caller.actor.id, caller.tenantId)
    expect((await contextFor(principal, null, facts())).grants).toEqual(membership?.grants)
  })

  it('asks a person with several tenants to name one', async () => {
    const caller = await aCaller()
    await createTenant(instanceAdmin(caller), { name: `Second ${Date.now()}` })
    await expect(contextFor(await person(caller), null, facts())).rejects.toMatchObject({ code: 'tenant.required' })
  })

  it('answers for a foreign tenant in the very words for one that does not exist', async () => {
    const principal = await person(await aCaller())
    const foreign = await getTenant(await aCaller())
    const told = (ref: string) =>
      contextFor(principal, ref, facts()).catch((error: Error) => ({ ...error, message: error.message }))
    expect(await told(foreign.slug)).toEqual(await told('no-such-tenant'))
    expect(await told(foreign.id)).toEqual(await told(newId('tenant')))
  })

  it('keeps a key in its own tenant, whatever tenant it names', async () => {
    const caller = await aCaller()
    const key = await authenticate(bearer(await aKey(caller)))
    const foreign = await getTenant(await aCaller())
    if (!key) throw new Error('the key is not known')
    expect(await contextFor(key, null, facts())).toMatchObject({ tenantId: caller.tenantId })
    expect(await contextFor(key, (await getTenant(caller)).slug, facts())).toMatchObject({ tenantId: caller.tenantId })
    for (const ref of [foreign.slug, 'no-such-tenant']) {
      await expect(contextFor(key, ref, facts())).rejects.toMatchObject({ code: 'tenant.not_found' })
    }
  })

  it('gives a colleague no more than their own role', async () => {
    const owner = await aCaller()
    const ctx = await contextFor(await person(await aColleague(owner, 'viewer')), null, facts())
    expect(ctx.grants.map((grant) => grant.permission)).not.toContain('integrations:write')
  })

  it('never makes a key an instance admin', async () => {
    const key = await authenticate(bearer(await aKey(await aCaller())))
    expect(key && instanceContextFor(key, newId('request')).isInstanceAdmin).toBe(false)
  })
})

describe('our cookies', () => {
  it('are bound to the host and to TLS on https, and never readable by scripts', () => {
    overrideEnv({ INTHUB_URL: 'https://hub.example.com' })
    for (const { name, options } of Object.values(authCookies())) {
      expect(name).toMatch(/^__Host-/)
      expect(options).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/', secure: true })
      expect(options).not.toHaveProperty('domain')
    }
    overrideEnv({ INTHUB_URL: 'http://localhost:3000' })
    expect(sessionCookieName()).toBe('inthub.session')
  })

  it('are found among others, and only by their whole name', () => {
    expect(readCookie('a=1; inthub.session=t; b=2', 'inthub.session')).toBe('t')
    expect(readCookie('xinthub.session=t', 'inthub.session')).toBeUndefined()
    expect(readCookie(undefined, 'inthub.session')).toBeUndefined()
  })
})
