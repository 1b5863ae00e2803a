import { describe, expect, it } from 'vitest'
import { permissions } from '@/server/kernel/permissions'
import { groupsOf, isPlaceable, saidOf } from './permissions'

const shown = (held: readonly string[]) =>
  groupsOf(held).flatMap((group) => group.permissions.map((info) => info.permission))

describe('groupsOf', () => {
  it('has words for every permission of the hub', () => {
    expect(shown(permissions).sort()).toEqual([...permissions].sort())
    expect(groupsOf(permissions).map(({ title }) => title)).not.toContain('Other')
  })

  it('offers nothing that is not held', () => {
    expect(shown(['keys:read'])).toEqual(['keys:read'])
  })

  it('keeps what it has no words for', () => {
    expect(groupsOf(['rockets:launch']).at(-1)).toMatchObject({ title: 'Other' })
  })
})

describe('isPlaceable', () => {
  it('limits to a project only what belongs to one', () => {
    expect(permissions.filter(isPlaceable)).toEqual([
      'integrations:read',
      'integrations:write',
      'integrations:test',
      'integrations:execute',
      'events:read',
      'webhooks:read',
      'webhooks:write',
      'tasks:read',
      'tasks:write',
      'automations:read',
      'automations:write',
      'approvals:decide',
    ])
  })
})

describe('saidOf', () => {
  it('says in one sentence what a key can do, and where', () => {
    expect(saidOf(['integrations:read', 'integrations:test'], ', only in Payments')).toBe(
      'It can read integrations and their health; and test and ping integrations, only in Payments.',
    )
    expect(saidOf([], '')).toMatch(/nothing yet/)
  })
})
