import { describe, expect, it } from 'vitest'
import { events } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import { eventTypeOf, isCustomName, isProviderTopic } from '@/server/kernel/events'
import { aCaller, holding } from '@/test/world'
import { listActivity } from './activity'
import { emitAll } from './emit'
import { fitsPatterns, parsePatterns, wherePatterns } from './patterns'

const names = [
  'integration.created',
  'github.pull_request.opened',
  'github.push',
  'custom.build_100%.done',
  'custom.build_1000.done',
  'custom.a.b.a',
]
const kept = [
  ['*', names],
  ['github.*', ['github.pull_request.opened', 'github.push']],
  ['*.opened', ['github.pull_request.opened']],
  ['github.*.opened', ['github.pull_request.opened']],
  ['custom.a*a', ['custom.a.b.a']],
  ['custom.a.b.a*b.a', []],
  ['custom.build_100%.*', ['custom.build_100%.done']],
  ['g*p*h', ['github.push']],
  ['github', []],
  ['github.push', ['github.push']],
  ['integration.status.changed', []],
  ['', []],
] as const

describe('patterns of events', () => {
  it.each(kept)('%s means the same in memory and in the database', async (pattern, wanted) => {
    const parsed = parsePatterns([pattern])
    expect(names.filter((name) => fitsPatterns(parsed, name))).toEqual(wanted)
    const ctx = await aCaller()
    await inTenant(ctx, (tx) =>
      emitAll(
        tx,
        ctx,
        names.map((name) => ({ type: 'custom.*', name, data: {} })),
      ),
    )
    const rows = await inTenant(ctx, (tx) => tx.select({ type: events.type }).from(events).where(wherePatterns(parsed)))
    expect(rows.map(({ type }) => type).sort()).toEqual([...wanted].sort())
  })

  it('takes the other names of a type', () => {
    expect(fitsPatterns(parsePatterns(['integration.status.changed']), 'integration.health_changed')).toBe(true)
  })

  it('is quick with what would make a regular expression slow', () => {
    const parsed = parsePatterns([`${'a*'.repeat(2_000)}b`])
    expect(fitsPatterns(parsed, `a${'a'.repeat(4_000)}`)).toBe(false)
  })
})

describe('names of events', () => {
  it('leaves the names of the catalogue to the hub', () => {
    expect(isProviderTopic('github.push')).toBe(true)
    expect(isProviderTopic('integration.created')).toBe(false)
    expect(isProviderTopic('integration.hacked')).toBe(false)
    expect(isProviderTopic('custom.push')).toBe(false)
    expect(isProviderTopic('provider.push')).toBe(false)
    expect(isCustomName('custom.build.done')).toBe(true)
    expect(isCustomName('custom')).toBe(false)
    expect(isCustomName('custom.Build Done')).toBe(false)
    expect(isCustomName('integration.created')).toBe(false)
  })

  it('knows what the catalogue says of each', () => {
    expect(eventTypeOf('integration.created')).toBe('integration.created')
    expect(eventTypeOf('custom.x')).toBe('custom.*')
    expect(eventTypeOf('gitlab.push')).toBe('provider.*')
    expect(eventTypeOf('constructor')).toBe('provider.*')
  })
})

describe('who sees an event with a name of its own', () => {
  it('is judged by its family', async () => {
    const ctx = await aCaller()
    const provider = {
      integrationId: 'int_x',
      slug: 'x',
      inboundDeliveryId: 'inb_x',
      deliveryId: null,
      topic: 'github.push',
      recovered: false,
      replayed: false,
    }
    await inTenant(ctx, (tx) =>
      emitAll(tx, ctx, [
        { type: 'custom.*', name: 'custom.mine', data: { n: 1 }, telling: { summary: 'mine' } },
        { type: 'provider.*', name: 'github.push', data: provider },
        { type: 'api_key.revoked', data: { apiKeyId: 'key_x', name: 'x' } },
      ]),
    )
    const seen = async (...permissions: Parameters<typeof holding>[1][]) => {
      const { items } = await listActivity(holding(ctx, ...permissions))
      return items.map(({ node }) => node.type).sort()
    }
    expect(await seen('events:read')).toEqual(['custom.mine'])
    expect(await seen('integrations:read')).toEqual(['github.push'])
    expect(await seen('keys:read', 'events:read')).toEqual(['api_key.revoked', 'custom.mine'])
    expect(await seen('members:write')).toEqual([])
  })
})
