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
