import { graphql } from '@/app/generated'

export const PaletteSearchQuery = graphql(`
  query PaletteSearch($filter: IntegrationFilter) {
    integrations(first: 8, filter: $filter, orderBy: NAME) {
      edges {
        cursor
        node {
          id
          slug
          name
          health
          staleAt
        }
      }
    }
  }
`)

export const PaletteTypesQuery = graphql(`
  query PaletteTypes {
    integrationTypes {
      id
      name
      aliases
      families
      instances {
        id
        title
        aliases
        slugStem
      }
    }
  }
`)

/** The integration of the page that is open, which acts are for at first. */
export const PaletteHereQuery = graphql(`
  query PaletteHere($id: ID!) {
    integration(id: $id) {
      id
      slug
      name
      enabled
      health
      staleAt
      operations {
        id
        title
      }
    }
  }
`)
