import type { PaletteSearchQuery, PaletteTypesQuery } from '@/app/generated/graphql'
import { themes } from '@/app/lib/theme'
import { places } from '../shell/places'

/**
 * What the palette offers, as data: what it is called, what it does, and the key and the command that do the same. The
 * list is made anew for what was typed; nothing here touches the page.
 */
export type Target = { id: string; slug: string; name: string }
export type Found = PaletteSearchQuery['integrations']['edges'][number]['node']
export type PaletteType = PaletteTypesQuery['integrationTypes'][number]
export type Act = 'test' | 'operate' | 'enable' | 'disable' | 'reconnect' | 'disconnect' | 'copy'
/** What is asked next, in the palette itself. */
export type Question = { kind: 'which'; act: Act } | { kind: 'type' } | { kind: 'error' }

export type Deed =
  | { kind: 'go'; path: string }
  | { kind: 'leave'; url: string }
  | { kind: 'act'; act: Act; target: Target }
  | { kind: 'ask'; question: Question }
  | { kind: 'theme'; theme: (typeof themes)[number] }
  | { kind: 'density'; density: 'comfortable' | 'dense' }
  | { kind: 'tenant'; slug: string }
  | { kind: 'sheet' }

export type Entry = {
  id: string
  title: string
  /** More to be found by. */
  words?: string
  note?: string
  state?: Found['health'] | undefined
  shortcut?: string
  command?: string
  deed: Deed
}
export type EntryGroup = { value: string; items: Entry[] }

export const acts: Record<
  Act,
  { title: string; ask: string; command?: (slug: string) => string; needs: string | null }
> = {
  test: {
    title: 'Test',
    ask: 'Test which integration?',
    command: (slug) => `inthub integration test ${slug}`,
    needs: 'integrations:test',
  },
  operate: {
    title: 'Run an operation of',
    ask: 'Run an operation of which integration?',
    command: (slug) => `inthub integration operations ${slug}`,
    needs: 'integrations:execute',
  },
  enable: {
    title: 'Enable',
    ask: 'Enable which integration?',
    command: (slug) => `inthub integration enable ${slug}`,
    needs: 'integrations:write',
  },
  disable: {
    title: 'Disable',
    ask: 'Disable which integration?',
    command: (slug) => `inthub integration disable ${slug}`,
    needs: 'integrations:write',
  },
  reconnect: { title: 'Reconnect', ask: 'Reconnect which integration?', needs: 'integrations:write' },
  disconnect: {
    title: 'Disconnect',
    ask: 'Disconnect which integration? It is asked once more.',
    command: (slug) => `inthub integration disconnect ${slug}`,
    needs: 'integrations:write',
  },
  copy: { title: 'Copy the id of', ask: 'Copy the id of which integration?', needs: null },
}

export type Place = {
  tenants: readonly { slug: string; name: string }[]
  tenant: string
  permissions: readonly string[]
  isInstanceAdmin: boolean
  here: (Target & { enabled: boolean; operations: readonly { id: string; title: string }[] }) | null
}

const may = ({ permissions }: Place, needs: string | null) => needs === null || permissions.includes(needs)
const ofActs = (place: Place) => (Object.keys(acts) as Act[]).filter((act) => may(place, acts[act].needs))

function actOn(act: Act, target: Target, prefix: string): Entry {
  const { title, command } = acts[act]
  return {
    id: `${prefix}:${act}`,
    title: `${title} ${target.name}`,
    note: target.slug,
    ...(command && { command: command(target.slug) }),
    ...(act === 'test' && prefix === 'here' && { shortcut: 't' }),
    deed: { kind: 'act', act, target },
  }
}

function here(place: Place): Entry[] {
  const target = place.here
  if (!target) return []
  return ofActs(place)
    .filter((act) => act !== (target.enabled ? 'enable' : 'disable'))
    .map((act) => actOn(act, target, 'here'))
}

/** What its connector can do: many, so they come when something is typed. */
function operationsHere({ text, place }: Asked): Entry[] {
  const target = place.here
  if (!target?.enabled || !text.trim() || !may(place, acts.operate.needs)) return []
  return target.operations.map(({ id, title }) => ({
    id: `operation:${id}`,
    title,
    note: target.slug,
    words: `run operation ${id}`,
    command: `inthub integration run ${target.slug} ${id}`,
    deed: { kind: 'go', path: `/integrations/${target.slug}/operations?operation=${id}` },
  }))
}

function goTo(place: Place): Entry[] {
  const settings = [
    { path: '/settings/members', title: 'Members & roles', needs: 'members:read' },
    { path: '/settings/keys', title: 'API keys', needs: 'keys:read' },
    { path: '/settings/workspace', title: 'Workspace', needs: null },
    { path: '/settings/projects', title: 'Projects', needs: null },
    { path: '/settings/environments', title: 'Environments', needs: null },
  ]
  const ofInstance = [
    { path: '/settings/sign-in', title: 'Sign-in' },
    { path: '/settings/network', title: 'Network' },
  ]
  const shown = [...settings.filter(({ needs }) => may(place, needs)), ...(place.isInstanceAdmin ? ofInstance : [])]
  return [
    ...places.map((place) => ({
      id: `go:${place.path}`,
      title: place.label,
      words: 'go to open page',
      ...('key' in place && { shortcut: place.key }),
      deed: { kind: 'go', path: place.path } as const,
    })),
    ...shown.map(({ path, title }) => ({
      id: `go:${path}`,
      title: `Settings: ${title}`,
      words: 'go to open page',
      deed: { kind: 'go', path } as const,
    })),
  ]
}

function toDo(place: Place): Entry[] {
  const connect: Entry[] = may(place, 'integrations:write')
    ? [
        {
          id: 'do:connect',
          title: 'Connect a service',
          words: 'add new integration',
          shortcut: 'n',
          command: 'inthub integration connect',
          deed: { kind: 'ask', question: { kind: 'type' } },
        },
      ]
    : []
  const others = ofActs(place).map(
    (act): Entry => ({
      id: `do:${act}`,
      title: `${acts[act].title} …`,
      words: 'an integration which',
      ...(acts[act].command && { command: acts[act].command('<id>') }),
      deed: { kind: 'ask', question: { kind: 'which', act } },
    }),
  )
  return [...connect, ...others]
}

function toChange(place: Place): Entry[] {
  const others = place.tenants.filter(({ slug }) => slug !== place.tenant)
  return [
    ...themes.map(
      (theme): Entry => ({
        id: `theme:${theme}`,
        title: `Theme: ${theme}`,
        words: 'change look colours mode',
        deed: { kind: 'theme', theme },
      }),
    ),
    ...(['comfortable', 'dense'] as const).map(
      (density): Entry => ({
        id: `density:${density}`,
        title: `List density: ${density}`,
        words: 'change rows compact',
        deed: { kind: 'density', density },
      }),
    ),
    ...others.map(
      ({ slug, name }): Entry => ({
        id: `tenant:${slug}`,
        title: `Tenant: ${name}`,
        words: 'change switch',
        note: slug,
        deed: { kind: 'tenant', slug },
      }),
    ),
  ]
}

const help: Entry[] = [
  { id: 'help:sheet', title: 'Keyboard shortcuts', words: 'help keys', shortcut: '?', deed: { kind: 'sheet' } },
  {
    id: 'help:error',
    title: 'Look up an error code',
    words: 'help docs problem',
    deed: { kind: 'ask', question: { kind: 'error' } },
  },
  {
    id: 'help:graphiql',
    title: 'GraphQL explorer',
    words: 'help docs api',
    deed: { kind: 'leave', url: '/graphiql' },
  },
]

export function fits({ title, words = '', note = '', command = '' }: Entry, text: string): boolean {
  const all = `${title} ${words} ${note} ${command}`.toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}

export function foundEntries(found: readonly Found[]): Entry[] {
  return found.map(({ id, slug, name, health }) => ({
    id: `open:${id}`,
    title: name,
    note: slug,
    state: health,
    command: `inthub integration status ${slug}`,
    deed: { kind: 'go', path: `/integrations/${slug}` },
  }))
}

function typeEntries(types: readonly PaletteType[], prefix: 'connect' | 'open'): Entry[] {
  return types.map(({ id, name, aliases, families, instances }) => ({
    id: `${prefix}:${id}`,
    title: prefix === 'connect' ? `Connect ${name}` : `Catalog: ${name}`,
    words: [id, ...aliases, ...families, ...instances.flatMap((each) => [each.title, ...each.aliases])].join(' '),
    note: id,
    ...(prefix === 'connect' && { command: `inthub integration connect ${aliases[0] ?? id}` }),
    deed: { kind: 'go', path: prefix === 'connect' ? `/integrations/new?type=${id}` : `/catalog/${id}` },
  }))
}

export type Asked = {
  text: string
  question: Question | null
  place: Place
  /** What the hub found for the text. */
  found: readonly Found[]
  types: readonly PaletteType[]
}

const group = (value: string, items: Entry[]): EntryGroup => ({ value, items })

/** The answers to a question that was asked in place. */
function answersTo(question: Question, { text, found, types }: Asked): EntryGroup {
  if (question.kind === 'error') return group('Error codes', errorEntries(text))
  if (question.kind === 'type') return group('Connect', fitting(typeEntries(types, 'connect'), text))
  const { act } = question
  return group(
    acts[act].title,
    found.map((target) => actOn(act, target, target.id)),
  )
}

/** Integrations and types are many: they come when something is typed. */
function searched({ text, place, found, types }: Asked): { found: Entry[]; connect: Entry[]; catalog: Entry[] } {
  if (!text.trim()) return { found: [], connect: [], catalog: [] }
  const mayConnect = may(place, 'integrations:write')
  return {
    found: foundEntries(found),
    connect: mayConnect ? typeEntries(types, 'connect') : [],
    catalog: typeEntries(types, 'open'),
  }
}

function fitting(entries: Entry[], text: string): Entry[] {
  return text.trim() ? entries.filter((entry) => fits(entry, text.trim())) : entries
}

/** What to show for what was typed, and for what is being asked. */
export function groupsOf(asked: Asked): EntryGroup[] {
  const { text, question, place } = asked
  const more = searched(asked)
  const groups = question
    ? [answersTo(question, asked)]
    : [
        group('This integration', fitting([...here(place), ...operationsHere(asked)], text)),
        group('Integrations', more.found),
        group('Go to', fitting(goTo(place), text)),
        group('Do', fitting([...toDo(place), ...more.connect], text)),
        group('Catalog', fitting(more.catalog, text)),
        group('Change', fitting(toChange(place), text)),
        group('Help', [...errorEntries(text), ...fitting(help, text)]),
      ]
  return groups.filter(({ items }) => items.length > 0)
}

/** A code is looked up as it was typed: whoever has one copied it from a message. */
function errorEntries(text: string): Entry[] {
  const code = text.trim().toLowerCase()
  if (!/^[a-z_]+\.[a-z_]+$/.test(code)) return []
  return [
    {
      id: `error:${code}`,
      title: code,
      note: 'what it means, and what to do',
      deed: { kind: 'leave', url: `/docs/errors/${code}` },
    },
  ]
}
