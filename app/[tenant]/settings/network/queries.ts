import { graphql } from '@/app/generated'

export const EgressGrantsQuery = graphql(`
  query EgressGrants($tenant: String!) {
    egressGrants(tenant: $tenant) {
      id
      cidr
      port
      reason
      createdAt
    }
  }
`)

export const GrantEgressMutation = graphql(`
  mutation GrantEgress($input: GrantEgressInput!) {
    grantEgress(input: $input) {
      grant {
        id
        cidr
        port
        reason
        createdAt
      }
    }
  }
`)

export const RevokeEgressMutation = graphql(`
  mutation RevokeEgress($input: RevokeEgressInput!) {
    revokeEgress(input: $input) {
      id
    }
  }
`)
