import { getNamedType, isLeafType, isObjectType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { connectIntegration } from '@/server/domain/integrations/service'
import { aHub } from '@/test/hub'
import { aCaller, aKey, aServer } from '@/test/world'
import { schema } from './schema'

/** Every field of an integration, with what has to be selected below it. */
function fieldsOfIntegration(): [name: string, selection: string][] {
  const type = schema.getType('Integration')
  if (!isObjectType(type)) throw new Error('There is no such type.')
  return Object.values(type.getFields()).map((field) => {
    const inner = getNamedType(field.type)
    if (isLeafType(inner)) return [field.name, field.name]
    const leaves = isObjectType(inner)
      ? Object.values(inner.getFields()).filter((each) => isLeafType(getNamedType(each.type)) && each.args.length === 0)
      : []
    return [field.name, `${field.name} { ${leaves.map((leaf) => leaf.name).join(' ')} }`]
  })
}

describe('a list of integrations', () => {
  it('answers each field asked for alone as when everything is asked for', { timeout: 30_000 }, async () => {
    const hub = await aHub()
    const ctx = await aCaller()
    const { url } = await aServer(() => ({ status: 200, body: { ok: true } }))
    await connectIntegration(ctx, {
      type: 'custom.http',
      method: 'bearer',
      config: { baseUrl: url },
      secrets: { token: 'a-secret-of-this-test' },
      labels: [{ key: 'team', value: 'core' }],
      owner: 'somebody',
      skipTest: true,
    })
    const options = { key: await aKey(ctx) }
    const nodeOf = async (selection: string) => {
      const answer = await hub.ask(`{ integrations { edges { node { ${selection} } } } }`, options)
      expect(answer.errors).toEqual([])
      const list = answer.data?.integrations as { edges: { node: Record<string, unknown> }[] } | undefined
      return list?.edges[0]?.node ?? {}
    }
    const fields = fieldsOfIntegration()
    expect(fields.length).toBeGreaterThan(30)
    const whole = await nodeOf(fields.map(([, selection]) => selection).join(' '))
    for (const [name, selection] of fields) expect(await nodeOf(selection)).toEqual({ [name]: whole[name] })
    expect(whole.storedSecrets).toEqual(['token'])
  })

  it('finds what is asked for in fragments and under other names', async () => {
    const hub = await aHub()
    const ctx = await aCaller()
    await connectIntegration(ctx, {
      type: 'custom.http',
      method: 'none',
      config: { baseUrl: 'https://one.example' },
      name: 'one',
      skipTest: true,
    })
    const document = `query { list: integrations { edges { ...E } } }
      fragment E on IntegrationEdge { it: node { ... on Integration { called: name, ...F } } }
      fragment F on Integration { config project { slug } }`
    const { data } = await hub.ask(document, { key: await aKey(ctx) })
    const it = { called: 'one', config: { baseUrl: 'https://one.example' }, project: { slug: 'default' } }
    expect(data).toMatchObject({ list: { edges: [{ it }] } })
  })
})
