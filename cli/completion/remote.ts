import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { request } from '../client'
import { readConfig } from '../config'
import { readVariable } from '../environment'
import { graphql } from '../generated'
import { makeIo } from '../io'
import { openSession, type Session } from '../session'
import type { Remote, Suggestion } from './values'

/**
 * Values only the hub knows. They come within 300 ms or not at all, and are kept for a minute, 0600: names that
 * anybody with the key may read, never a key or a secret.
 */
const timeLimitMs = 300
const keptMs = 60_000
const keptEntries = 50

const slugsQuery = graphql(`
  query CompleteSlugs($text: String) {
    integrations(first: 100, filter: { text: $text }) { edges { node { slug type } } }
  }
`)
const typesQuery = graphql(`
  query CompleteTypes {
    integrationTypes { id name instances { slugStem title } }
  }
`)
const listNamesQuery = graphql(`
  query CompleteLists {
    integrationTypes { discoveryLists { id title } }
  }
`)
const operationsQuery = graphql(`
  query CompleteOperations {
    integrationTypes { operations { id title } }
  }
`)
const placesQuery = graphql(`
  query CompletePlaces {
    tenant { projects { slug name } environments { slug name } }
  }
`)
const keysQuery = graphql(`
  query CompleteKeys {
    apiKeys { id name revokedAt }
  }
`)
const membersQuery = graphql(`
  query CompleteMembers {
    members { email name }
  }
`)

const connectionProfilesQuery = graphql(`
  query CompleteConnectionProfiles {
    connectionProfiles(first: 200) { edges { node { id name } } }
  }
`)

const endpointsQuery = graphql(`
  query CompleteWebhookEndpoints {
    webhookEndpoints { name url }
  }
`)

type Ask = (session: Session, text: string) => Promise<Suggestion[]>

const asks: Record<Exclude<Remote, 'profiles'>, Ask> = {
  endpoints: async (session) => {
    const { webhookEndpoints } = await request(session, endpointsQuery, {})
    return webhookEndpoints.map(({ name, url }) => [name, url])
  },
  slugs: async (session, text) => {
    const { integrations } = await request(session, slugsQuery, { text })
    return integrations.edges.map(({ node }) => [node.slug, node.type])
  },
  types: async (session) => {
    const { integrationTypes } = await request(session, typesQuery, {})
    return integrationTypes.flatMap((type) => [
      [type.id, type.name] as const,
      ...type.instances.map((one) => [one.slugStem, one.title] as const),
    ])
  },
  lists: async (session) =>
    (await request(session, listNamesQuery, {})).integrationTypes.flatMap(({ discoveryLists }) =>
      discoveryLists.map(({ id, title }) => [id, title] as const),
    ),
  operations: async (session) => {
    const { integrationTypes } = await request(session, operationsQuery, {})
    return integrationTypes.flatMap(({ operations }) => operations.map(({ id, title }) => [id, title] as const))
  },
  projects: async (session) =>
    (await request(session, placesQuery, {})).tenant.projects.map(({ slug, name }) => [slug, name]),
  environments: async (session) =>
    (await request(session, placesQuery, {})).tenant.environments.map(({ slug, name }) => [slug, name]),
  keys: async (session) =>
    (await request(session, keysQuery, {})).apiKeys
      .filter(({ revokedAt }) => revokedAt === null)
      .map(({ id, name }) => [id, name]),
  // A name with spaces is no single word: then the id stands for it.
  connectionProfiles: async (session) =>
    (await request(session, connectionProfilesQuery, {})).connectionProfiles.edges.map(({ node: { id, name } }) =>
      /^[\w.-]+$/.test(name) ? [name, id] : [id, name],
    ),
  members: async (session) =>
    (await request(session, membersQuery, {})).members.map(({ email, name }) => [email, name]),
}

type Kept = Record<string, { at: number; values: Suggestion[] }>

function cachePath(): string {
  const own = readVariable('INTHUB_CONFIG_DIR')
  return own
    ? join(own, 'completion-cache.json')
    : join(readVariable('XDG_CACHE_HOME') ?? join(homedir(), '.cache'), 'inthub', 'completion.json')
}

function readCache(): Kept {
  try {
    const kept = JSON.parse(readFileSync(cachePath(), 'utf8')) as Kept
    return Object.fromEntries(Object.entries(kept).filter(([, { at }]) => Math.abs(Date.now() - at) < keptMs))
  } catch {
    return {}
  }
}

function writeCache(kept: Kept): void {
  try {
    const path = cachePath()
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const newest = Object.entries(kept)
      .sort(([, a], [, b]) => b.at - a.at)
      .slice(0, keptEntries)
    writeFileSync(`${path}.${process.pid}`, JSON.stringify(Object.fromEntries(newest)), { mode: 0o600 })
    renameSync(`${path}.${process.pid}`, path)
  } catch {
    // A cache that cannot be kept is none.
  }
}

/** Two keys see different things; eight digits of a digest tell them apart and tell nothing else. */
const markOf = ({ token = '' }: Session) => createHash('sha256').update(token).digest('hex').slice(0, 8)

async function profiles(): Promise<Suggestion[]> {
  const { profiles: known } = await readConfig()
  return Object.entries(known).map(([name, { url = '' }]) => [name, url])
}

/** @throws whatever goes wrong: the caller answers with nothing */
export async function askRemote(what: Remote, text: string): Promise<readonly Suggestion[]> {
  if (what === 'profiles') return profiles()
  const session = await openSession(makeIo({ quiet: true, input: false }), { timeout: timeLimitMs / 1000 })
  const wanted = what === 'slugs' ? text : ''
  const key = [what, wanted, session.url, session.tenant ?? '', session.profile, markOf(session)].join(' ')
  const cache = readCache()
  const known = cache[key]
  if (known) return known.values
  const values = await asks[what](session, wanted)
  writeCache({ ...cache, [key]: { at: Date.now(), values } })
  return values
}
