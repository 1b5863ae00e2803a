import { describe, expect, it } from 'vitest'
import { type Answer, type Asked, aCaller, aServer } from '@/test/world'
import { connectIntegration, testDraft, updateIntegration } from './service'

/** A token belongs to the server it was made on: the forge that a person enters by its host is the case that matters. */
const forges = [
  {
    type: 'scm.github',
    instance: 'enterpriseServer',
    secret: 'ghp_canary0123456789',
    sent: ({ headers }: Asked) => headers.authorization?.slice('Bearer '.length),
    user: { login: 'octocat' },
  },
  {
    type: 'scm.gitlab',
    instance: 'selfManaged',
    secret: 'glpat-canary0123456789',
    sent: ({ headers }: Asked) => headers['private-token'],
    user: { username: 'bot' },
  },
]

const answering =
  ({ secret, sent, user }: (typeof forges)[number]) =>
  (asked: Asked): Answer => {
    if (sent(asked) !== secret) return { status: 401, body: { message: 'Bad credentials' } }
    if (asked.url.includes('/user')) return { status: 200, body: user }
    return { status: 404, body: { message: 'Not Found' } }
  }

describe.each(forges)('the server of $type', (forge) => {
  const { type, instance, secret } = forge
  const connected = async () => {
    const ctx = await aCaller()
    const { url, asked } = await aServer(answering(forge))
    const input = { type, instance, config: { server: url }, secrets: { token: secret } }
    const { integration, test } = await connectIntegration(ctx, input)
    expect(test?.verdict).toBe('healthy')
    expect(asked.length).toBeGreaterThan(1)
    return { ctx, integration, url }
  }

  it('changes, and the token is neither sent there nor kept', async () => {
    const { ctx, integration } = await connected()
    const elsewhere = await aServer(() => ({ status: 200, body: forge.user }))
    const config = { server: elsewhere.url }
    const change = { id: integration.id, version: integration.version, config }
    const asksAnew = { code: 'integration.settings_invalid', fields: [{ path: 'secrets.token' }] }
    await expect(updateIntegration(ctx, change)).rejects.toMatchObject(asksAnew)
    const draft = { type, instance, config, integrationId: integration.id }
    await expect(testDraft(ctx, draft)).rejects.toMatchObject({ code: asksAnew.code })
    const saved = await updateIntegration(ctx, { ...change, saveDisabled: true })
    expect(saved.integration).toMatchObject({ enabled: false, storedSecrets: [] })
    expect(JSON.stringify(elsewhere.asked)).not.toContain(secret)
  })

  it('keeps its token when only its path changes', async () => {
    const { ctx, integration, url } = await connected()
    const config = { server: `${url}/below` }
    const saved = await updateIntegration(ctx, { id: integration.id, version: integration.version, config })
    expect(saved).toMatchObject({ integration: { storedSecrets: ['token'] }, test: { verdict: 'healthy' } })
  })
})
