import type { Role } from '@/app/generated/graphql'

/** What each role is for, from the least to the most. */
export const roleHints: Record<Role, string> = {
  VIEWER: 'sees everything, changes nothing',
  OPERATOR: 'connects, tests and changes integrations',
  ADMIN: 'also manages members and API keys',
  OWNER: 'everything; a tenant always has one',
}

export const roles = Object.keys(roleHints) as Role[]

export const roleWords: Record<Role, string> = {
  VIEWER: 'Viewer',
  OPERATOR: 'Operator',
  ADMIN: 'Admin',
  OWNER: 'Owner',
}

/** What a scope of an API key allows, in words. */
export const permissionHints: Record<string, string> = {
  'integrations:read': 'Read integrations and their health',
  'integrations:write': 'Connect, change and delete integrations',
  'integrations:test': 'Test and ping integrations',
  'events:read': 'Read the activity and follow events',
  'members:read': 'Read members',
  'members:write': 'Add, change and remove members',
  'owners:write': 'Make members owners, and change or remove owners',
  'keys:read': 'Read API keys (never their secrets)',
  'keys:write': 'Create and revoke API keys',
  'tenant:write': 'Change the tenant and its projects',
}
