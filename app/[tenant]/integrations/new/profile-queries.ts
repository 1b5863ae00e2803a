import { graphql } from '@/app/generated'

graphql(`
  fragment StartingProfile on ConnectionProfile {
    id
    name
    description
    instance
    method
    config
    labels {
      key
      value
    }
    intervalSeconds
    isDefault
    lastUsedAt
    problems {
      path
      message
    }
  }
`)

export const StartingProfilesQuery = graphql(`
  query StartingProfiles($type: String!, $instance: String) {
    connectionProfiles(type: $type, instance: $instance, first: 200) {
      edges {
        node {
          ...StartingProfile
        }
      }
    }
  }
`)
