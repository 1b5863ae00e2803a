import { graphql } from '@/app/generated'

export const ProjectsQuery = graphql(`
  query Projects {
    tenant {
      id
      projects {
        id
        slug
        name
        isDefault
        integrationCount
      }
    }
  }
`)

export const CreateProjectMutation = graphql(`
  mutation CreateProject($input: CreateProjectInput!) {
    createProject(input: $input) {
      project {
        id
        slug
        name
        isDefault
        integrationCount
      }
    }
  }
`)

export const UpdateProjectMutation = graphql(`
  mutation UpdateProject($input: UpdateProjectInput!) {
    updateProject(input: $input) {
      project {
        id
        slug
        name
        isDefault
        integrationCount
      }
    }
  }
`)

export const DeleteProjectMutation = graphql(`
  mutation DeleteProject($id: ID!) {
    deleteProject(input: { id: $id }) {
      id
    }
  }
`)
