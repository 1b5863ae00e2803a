import { graphql } from '@/app/generated'

export const WorkspaceQuery = graphql(`
  query Workspace {
    tenant {
      id
      slug
      name
      isDemo
      createdAt
    }
  }
`)

export const UpdateTenantMutation = graphql(`
  mutation UpdateTenant($input: UpdateTenantInput!) {
    updateTenant(input: $input) {
      tenant {
        id
        slug
        name
      }
    }
  }
`)
