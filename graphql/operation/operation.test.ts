import { describe, expect, it } from 'vitest'
import { connectIntegration } from '@/server/domain/integrations/service'
import { aHub } from '@/test/hub'
import { type Answer, aCaller, aKey, aServer } from '@/test/world'

async function aGithub(answer: () => Answer) {
  const { url } = await aHub()
  const ctx = await aCaller()
  const service = await aServer(answer)
  const settings = { type: 'scm.github', instance: 'enterpriseServer', config: { server: service.url } }
  const { integration } = await connectIntegration(ctx, { ...settings, secrets: { token: 'ghp_1' }, skipTest: true })
  const key = await aKey(ctx)
  const ask = async (query: string, variables: object = {}) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    })
    return (await response.json()) as {
      data: Record<string, never>
      errors?: { extensions: Record<string, unknown> }[]
    }
  }
  return { id: integration.id, asked: service.asked, ask }
}

const run = `mutation ($input: RunOperationInput!) {
  runOperation(input: $input) {
    run { operation effect outcome output failure { failureClass reason remedy } callIds attempts replayed }
  }
}`

describe('operations over GraphQL', () => {
  it('are told for an integration as for its type', async () => {
    const { id, ask } = await aGithub(() => ({ status: 200, body: [] }))
    const fields = 'id title effect inputSchema outputs isList needs'
    const { data } = await ask(
      `query ($id: ID!) { integration(id: $id) { operations { ${fields} } } integrationType(id: "scm.github") { operations { ${fields} } } }`,
      { id },
    )
    const { integration, integrationType } = data as unknown as Record<string, { operations: object[] }>
    expect(integration?.operations).toEqual(integrationType?.operations)
    expect(integration?.operations).toContainEqual(
      expect.objectContaining({
        id: 'listBranches',
        effect: 'READ',
        isList: true,
        outputs: ['name', 'sha', 'isProtected'],
      }),
    )
  })

  it('are done, and what the service refuses is data', async () => {
    const { id, ask } = await aGithub(() => ({ status: 404, body: { message: 'Not Found' } }))
    const input = {
      integration: id,
      operation: 'listBranches',
      input: { repository: 'octocat/web' },
      priority: 'DEPLOY',
    }
    const { data, errors } = await ask(run, { input })
    expect(errors).toBeUndefined()
    expect(data).toMatchObject({
      runOperation: {
        run: { outcome: 'FAILURE', output: null, failure: { failureClass: 'REQUEST', reason: 'status' }, attempts: 1 },
      },
    })
  })

  it('destroy nothing without "confirm"', async () => {
    const { id, asked, ask } = await aGithub(() => ({ status: 204 }))
    const input = { integration: id, operation: 'deleteBranch', input: { repository: 'octocat/web', branch: 'one' } }
    const { errors } = await ask(run, { input })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FAILED_PRECONDITION', type: 'call.unconfirmed' })
    expect(asked).toEqual([])
    expect((await ask(run, { input: { ...input, confirm: true } })).data).toMatchObject({
      runOperation: { run: { outcome: 'SUCCESS', output: {} } },
    })
  })
})
