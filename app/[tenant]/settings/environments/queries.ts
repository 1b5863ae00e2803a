import { graphql } from '@/app/generated'

export const EnvironmentsQuery = graphql(`
  query Environments {
    tenant {
      id
      environments {
        id
        slug
        name
        integrationCount
      }
    }
  }
`)

export const CreateEnvironmentMutation = graphql(`
  mutation CreateEnvironment($input: CreateEnvironmentInput!) {
    createEnvironment(input: $input) {
      environment {
        id
        slug
        name
        integrationCount
      }
    }
  }
`)

export const UpdateEnvironmentMutation = graphql(`
  mutation UpdateEnvironment($input: UpdateEnvironmentInput!) {
    updateEnvironment(input: $input) {
      environment {
        id
        slug
        name
        integrationCount
      }
    }
  }
`)

export const DeleteEnvironmentMutation = graphql(`
  mutation DeleteEnvironment($id: ID!) {
    deleteEnvironment(input: { id: $id }) {
      id
    }
  }
`)
