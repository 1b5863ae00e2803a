import { graphql } from '@/app/generated'

graphql(`
  fragment ProfileRow on ConnectionProfile {
    id
    name
    description
    type
    instance
    method
    config
    isDefault
    isTemplate
    integrationCount
    lastUsedAt
    problems {
      path
      message
    }
  }
`)

graphql(`
  fragment ProfileDetail on ConnectionProfile {
    ...ProfileRow
    callPolicy
    labels {
      key
      value
    }
    intervalSeconds
    createdBy
    version
    updatedAt
  }
`)

/** The types name themselves, and stand beside the profiles once, however many there are of one type. */
export const ProfilesQuery = graphql(`
  query Profiles($after: String) {
    connectionProfiles(first: 200, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...ProfileRow
        }
      }
    }
    integrationTypes {
      id
      name
      instances {
        id
        title
        slugStem
      }
      methods {
        id
        title
      }
    }
  }
`)

export const SavedProfileQuery = graphql(`
  query SavedProfile($id: ID!) {
    connectionProfile(id: $id) {
      ...ProfileDetail
      integrationType {
        ...ConnectorForm
      }
    }
  }
`)

export const ProfileFormsQuery = graphql(`
  query ProfileForms {
    integrationTypes {
      ...ConnectorForm
    }
  }
`)

export const CreateProfileMutation = graphql(`
  mutation CreateProfile($input: CreateConnectionProfileInput!) {
    createConnectionProfile(input: $input) {
      connectionProfile {
        ...ProfileDetail
      }
    }
  }
`)

export const UpdateProfileMutation = graphql(`
  mutation UpdateConnectionProfile($input: UpdateConnectionProfileInput!) {
    updateConnectionProfile(input: $input) {
      connectionProfile {
        ...ProfileDetail
      }
    }
  }
`)

export const DeleteProfileMutation = graphql(`
  mutation DeleteProfile($id: ID!) {
    deleteConnectionProfile(input: { id: $id }) {
      connectionProfile {
        id
      }
    }
  }
`)

export const DefaultProfileMutation = graphql(`
  mutation DefaultProfile($id: ID!, $isDefault: Boolean!) {
    setDefaultConnectionProfile(input: { id: $id, isDefault: $isDefault }) {
      connectionProfile {
        id
        isDefault
      }
    }
  }
`)
