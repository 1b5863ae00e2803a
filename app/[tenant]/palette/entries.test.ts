import { describe, expect, it } from 'vitest'
import { type Asked, groupsOf, type Place } from './entries'

const place: Place = {
  tenants: [
    { slug: 'acme', name: 'Acme' },
    { slug: 'beta', name: 'Beta' },
  ],
  tenant: 'acme',
  permissions: ['integrations:read', 'integrations:write', 'integrations:test'],
  isInstanceAdmin: false,
  here: null,
}
const github = {
  id: 'scm.github',
  name: 'GitHub',
  aliases: ['github'],
  families: ['scm'],
  instances: [{ id: 'cloud', title: 'GitHub.com', aliases: ['octocat'], slugStem: 'github' }],
}
const found = [{ id: 'int_1', slug: 'shop-1', name: 'Shop', health: 'HEALTHY' as const, staleAt: null }]
const asked = (more: Partial<Asked> = {}) =>
  groupsOf({ text: '', question: null, place, found: [], types: [github], ...more })
const titles = (groups: ReturnType<typeof groupsOf>) => groups.flatMap(({ items }) => items.map(({ title }) => title))

describe('the palette', () => {
  it('offers acts on the integration of the page first, and only those that make sense', () => {
    const here = { id: 'int_2', slug: 'orders', name: 'Orders', enabled: true, operations: [] }
    const [first] = asked({ place: { ...place, here } })
    expect(first?.value).toBe('This integration')
    expect(titles([first ?? { value: '', items: [] }])).toEqual([
      'Test Orders',
      'Disable Orders',
      'Reconnect Orders',
      'Disconnect Orders',
      'Copy the id of Orders',
    ])
    expect(first?.items[0]).toMatchObject({ shortcut: 't', command: 'inthub integration test orders' })
  })

  it('finds the operations of the integration of the page for whoever may run them', () => {
    const operations = [{ id: 'createIssue', title: 'Open an issue' }]
    const here = { id: 'int_2', slug: 'code', name: 'Code', enabled: true, operations }
    const operator = { ...place, here, permissions: [...place.permissions, 'integrations:execute'] }
    const [first] = asked({ place: operator, text: 'open issue' })
    expect(first?.items).toMatchObject([
      { title: 'Open an issue', deed: { kind: 'go', path: '/integrations/code/operations?operation=createIssue' } },
    ])
    expect(titles(asked({ place: operator }))).toContain('Run an operation of Code')
    expect(titles(asked({ place: operator }))).not.toContain('Open an issue')
    expect(titles(asked({ place: { ...place, here }, text: 'open issue' }))).not.toContain('Open an issue')
    const off = { ...operator, here: { ...here, enabled: false } }
    expect(titles(asked({ place: off, text: 'open issue' }))).not.toContain('Open an issue')
  })

  it('offers nothing that the person may not do', () => {
    const viewer = { ...place, permissions: ['integrations:read'] }
    expect(titles(asked({ place: viewer })).join()).not.toMatch(/Connect|Test|Enable|Disable|Disconnect|API keys/)
    expect(titles(asked({ place: viewer, text: 'octocat' })).join()).not.toContain('Connect')
  })

  it('finds a type by another name, for connecting it and for reading about it', () => {
    expect(titles(asked({ text: 'octocat' }))).toEqual(['Connect GitHub', 'Catalog: GitHub'])
  })

  it('asks for the integration in place, and acts on the one that is chosen', () => {
    const [group] = asked({ question: { kind: 'which', act: 'disable' }, found })
    expect(group?.items).toMatchObject([
      { title: 'Disable Shop', deed: { kind: 'act', act: 'disable', target: { slug: 'shop-1' } } },
    ])
  })

  it('looks up an error code only when it is one', () => {
    expect(titles(asked({ question: { kind: 'error' }, text: 'Integration.Name_taken' }))).toEqual([
      'integration.name_taken',
    ])
    expect(asked({ question: { kind: 'error' }, text: '../../etc' })).toEqual([])
  })

  it('looks up an error code that is typed without being asked for', () => {
    expect(titles(asked({ text: 'integration.name_taken' }))).toContain('integration.name_taken')
  })

  it('leads to the pages of the instance only whom they answer', () => {
    const admin = { ...place, isInstanceAdmin: true }
    expect(titles(asked({ text: 'network', place: admin }))).toContain('Settings: Network')
    expect(titles(asked({ text: 'network' }))).not.toContain('Settings: Network')
  })

  it('finds the theme that is named, and no other', () => {
    expect(titles(asked({ text: 'theme: dark' }))).toEqual(['Theme: dark'])
  })

  it('goes to other tenants, not to the one that is open', () => {
    expect(titles(asked({ text: 'tenant' }))).toEqual(['Tenant: Beta'])
  })
})
