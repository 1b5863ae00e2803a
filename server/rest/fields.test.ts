import { describe, expect, it } from 'vitest'
import { aRestGround } from '@/test/rest-ground'
import { integrationFields } from './shapes/integration'

/** `fields` on the list of integrations: just what is named, the same as it is in the whole. */
const list = '/api/v1/integrations'

describe('fields of a list', () => {
  it.each(integrationFields)('%s alone is what it is among all of them', async (field) => {
    const { ask } = await aRestGround()
    const [whole, part] = [await ask(`GET ${list}`), await ask(`GET ${list}?fields=${field}`)]
    const of = (items: typeof whole.body.items) => items.map((item) => ({ [field]: item[field] }))
    expect(part.body.items).toEqual(of(whole.body.items))
    expect(whole.body.items).toHaveLength(3)
  })

  it('come in any order and form, once each, with filters and pages as ever', async () => {
    const { ask } = await aRestGround()
    const first = await ask(`GET ${list}?fields=slug,health&fields=slug&sort=severity&limit=2`)
    expect(first.body.items.map((item) => Object.keys(item))).toEqual([
      ['slug', 'health'],
      ['slug', 'health'],
    ])
    expect(first.headers.get('link')).toContain('fields=slug')
    const second = await ask(`GET ${list}?fields=health,slug&sort=severity&limit=2&cursor=${first.body.nextCursor}`)
    const slugs = [...first.body.items, ...second.body.items].map(({ slug }) => slug)
    expect(new Set(slugs).size).toBe(3)
  })

  it.each(['nonsense', 'slug,Health', '', 'slug,', '__proto__', 'constructor'])(
    '%j are refused, by place',
    async (fields) => {
      const { ask } = await aRestGround()
      const reply = await ask(`GET ${list}?fields=${fields}`)
      expect([reply.status, reply.body.code]).toEqual([400, 'request.invalid'])
      expect(reply.body.fields).toEqual([
        { path: expect.stringMatching(/^fields\.\d$/), message: expect.stringContaining('has to be one of id, ') },
      ])
    },
  )
})
