import { graphql } from '@/app/generated'

graphql(`
  fragment MemberFields on Member {
    id
    email
    name
    bindings {
      role
      project {
        id
        slug
        name
      }
    }
  }
`)

graphql(`
  fragment InvitationFields on Invitation {
    id
    email
    role
    invitedBy
    createdAt
    expiresAt
    project {
      id
      slug
      name
    }
  }
`)

export const MembersQuery = graphql(`
  query Members($mayInvite: Boolean!) {
    viewer {
      id
    }
    members {
      ...MemberFields
    }
    invitations @include(if: $mayInvite) {
      ...InvitationFields
    }
  }
`)

/** Gives somebody who is a member already a role in one more place. */
export const AddRoleMutation = graphql(`
  mutation AddRole($input: AddMemberInput!) {
    addMember(input: $input) {
      member {
        ...MemberFields
      }
    }
  }
`)

export const ChangeMemberRoleMutation = graphql(`
  mutation ChangeMemberRole($input: ChangeMemberRoleInput!) {
    changeMemberRole(input: $input) {
      member {
        ...MemberFields
      }
    }
  }
`)

export const RemoveMemberRoleMutation = graphql(`
  mutation RemoveMemberRole($input: RemoveMemberRoleInput!) {
    removeMemberRole(input: $input) {
      member {
        ...MemberFields
      }
    }
  }
`)

export const RemoveMemberMutation = graphql(`
  mutation RemoveMember($id: ID!) {
    removeMember(input: { id: $id }) {
      id
    }
  }
`)

export const LeaveTenantMutation = graphql(`
  mutation LeaveTenant {
    leaveTenant {
      tenantId
    }
  }
`)

export const CreateInvitationMutation = graphql(`
  mutation CreateInvitation($input: CreateInvitationInput!) {
    createInvitation(input: $input) {
      url
      invitation {
        ...InvitationFields
      }
    }
  }
`)

export const RevokeInvitationMutation = graphql(`
  mutation RevokeInvitation($id: ID!) {
    revokeInvitation(input: { id: $id }) {
      id
    }
  }
`)
