import { request } from '../client'
import { graphql } from '../generated'
import type { ConnectionProfileRowFragment } from '../generated/graphql'
import type { Io } from '../io'
import type { Detail, View } from '../output'
import type { Session } from '../session'
import { plainText } from '../terminal'

graphql(`
  fragment ConnectionProfileRow on ConnectionProfile {
    id
    name
    description
    type
    instance
    method
    config
    callPolicy
    labels { key value }
    intervalSeconds
    isDefault
    isTemplate
    usedCount
    integrationCount
    lastUsedAt
    createdBy
    version
    createdAt
    updatedAt
    problems { path message }
  }
`)

export const profilesQuery = graphql(`
  query ConnectionProfiles($type: String, $instance: String, $text: String, $templates: Boolean, $first: Int) {
    connectionProfiles(type: $type, instance: $instance, text: $text, templates: $templates, first: $first) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { ...ConnectionProfileRow } }
    }
  }
`)

export const profileQuery = graphql(`
  query ConnectionProfile($id: ID!) {
    connectionProfile(id: $id) { ...ConnectionProfileRow }
  }
`)

export const createProfileMutation = graphql(`
  mutation ConnectionProfileCreate($input: CreateConnectionProfileInput!) {
    createConnectionProfile(input: $input) { connectionProfile { ...ConnectionProfileRow } }
  }
`)

export const updateProfileMutation = graphql(`
  mutation ConnectionProfileUpdate($input: UpdateConnectionProfileInput!) {
    updateConnectionProfile(input: $input) { connectionProfile { ...ConnectionProfileRow } }
  }
`)

export const deleteProfileMutation = graphql(`
  mutation ConnectionProfileDelete($id: ID!) {
    deleteConnectionProfile(input: { id: $id }) { connectionProfile { ...ConnectionProfileRow } }
  }
`)

export const defaultProfileMutation = graphql(`
  mutation ConnectionProfileDefault($id: ID!, $isDefault: Boolean!) {
    setDefaultConnectionProfile(input: { id: $id, isDefault: $isDefault }) {
      connectionProfile { ...ConnectionProfileRow }
    }
  }
`)

export type Profile = ConnectionProfileRowFragment

export const findProfile = async (session: Session, id: string): Promise<Profile> =>
  (await request(session, profileQuery, { id })).connectionProfile

const marks = ({ isDefault, isTemplate, problems }: Profile) =>
  [isDefault && 'default', isTemplate && 'template', problems.length > 0 && 'outdated'].filter(Boolean).join(',') || '-'

export const endpointOf = ({ config, instance }: Pick<Profile, 'config' | 'instance'>): string => {
  const address = Object.values(config).find((value) => typeof value === 'string' && /^https?:\/\//.test(value))
  return String(config.baseUrl ?? address ?? config.host ?? instance)
}

const labelsOf = ({ labels }: Profile) => Object.fromEntries(labels.map(({ key, value }) => [key, value]))

export const profileView: View<Profile> = {
  name: (profile) => profile.name,
  columns: [
    { name: 'name', text: ({ name }) => name, paint: (text, _row, io) => io.colors.bold(text), flexible: true },
    { name: 'type', text: ({ type }) => type },
    { name: 'mark', text: marks },
    { name: 'endpoint', text: endpointOf, flexible: true },
    { name: 'method', text: ({ method }) => method },
    { name: 'used by', text: ({ integrationCount }) => String(integrationCount) },
    { name: 'used', text: ({ lastUsedAt }, io) => (lastUsedAt ? io.when(lastUsedAt) : 'never') },
    { name: 'description', text: ({ description }) => description ?? '-', wide: true, flexible: true },
    { name: 'by', text: ({ createdBy }) => createdBy, wide: true },
    { name: 'id', text: ({ id }) => id, wide: true },
  ],
  fields: {
    id: ({ id }) => id,
    name: ({ name }) => name,
    description: ({ description }) => description,
    type: ({ type }) => type,
    instance: ({ instance }) => instance,
    method: ({ method }) => method,
    config: ({ config }) => config,
    callPolicy: ({ callPolicy }) => callPolicy,
    labels: labelsOf,
    intervalSeconds: ({ intervalSeconds }) => intervalSeconds,
    isDefault: ({ isDefault }) => isDefault,
    isTemplate: ({ isTemplate }) => isTemplate,
    usedCount: ({ usedCount }) => usedCount,
    integrationCount: ({ integrationCount }) => integrationCount,
    lastUsedAt: ({ lastUsedAt }) => lastUsedAt,
    createdBy: ({ createdBy }) => createdBy,
    version: ({ version }) => version,
    createdAt: ({ createdAt }) => createdAt,
    updatedAt: ({ updatedAt }) => updatedAt,
    problems: ({ problems }) => problems.map(({ path, message }) => ({ path, message })),
  },
}

const pairsOf = (values: Record<string, unknown>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(', ')

export function profileDetails(profile: Profile, io: Io): Detail[] {
  const { name, type, instance, method, config, callPolicy, intervalSeconds, integrationCount } = profile
  return [
    ['Profile', plainText(name)],
    ['Type', plainText(`${type} (${instance}), signs in with ${method}`)],
    ['Marks', marks(profile)],
    ['Settings', plainText(pairsOf(config)) || '-'],
    ['Calls', plainText(pairsOf(callPolicy)) || 'as usual'],
    ['Labels', plainText(pairsOf(labelsOf(profile))) || '-'],
    ['Checks', intervalSeconds === null ? 'as usual' : `every ${intervalSeconds} s`],
    ['Used by', `${integrationCount} integrations`],
    ['Last used', profile.lastUsedAt ? io.when(profile.lastUsedAt) : 'never'],
    ...profile.problems.map(({ path, message }): Detail => ['Outdated', plainText(`${path} ${message}`)]),
  ]
}
