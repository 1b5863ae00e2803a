import { graphql } from '@/app/generated'

export const CatalogQuery = graphql(`
  query Catalog {
    integrationTypes {
      id
      name
      description
      maturity
      families
      capabilities
      aliases
      integrationCount
      instances {
        id
        title
        slugStem
        aliases
      }
    }
  }
`)

export const CatalogTypeQuery = graphql(`
  query CatalogType($id: ID!, $types: [String!]!) {
    integrationType(id: $id) {
      id
      name
      description
      version
      maturity
      families
      capabilities
      aliases
      versionRange
      integrationCount
      docs {
        setup
        scopes
        troubleshooting
      }
      instances {
        id
        title
        description
        baseUrl
        slugStem
        aliases
        configSchema
        methodIds
      }
      methods {
        id
        title
        kind
        help
        configSchema
        secretsSchema
      }
      probes {
        name
        proves
        asks
      }
      neededScopes {
        capability
        scopes
      }
      quotaPools {
        pool
        limitHeader
        remainingHeader
        resetHeader
      }
      discoveryLists {
        id
        title
        asks
      }
      operations {
        id
        title
        description
        effect
        needs
      }
      webhooks {
        schemes
        topics
      }
      remedies {
        failure
        remedy
      }
    }
    integrations(first: 10, filter: { types: $types }, orderBy: SEVERITY) {
      edges {
        cursor
        node {
          id
          slug
          name
          health
          staleAt
          healthMessage
        }
      }
    }
  }
`)
