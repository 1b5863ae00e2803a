/** What the scopes of an API key allow, in words and in the groups people think in. */
export type PermissionInfo = {
  permission: string
  label: string
  /** Completes "It can …". */
  does: string
  /** Whether it can be limited to a project or an integration; the others count for the whole tenant or not at all. */
  placeable: boolean
}

export type PermissionGroup = { title: string; permissions: readonly PermissionInfo[] }

const groups: readonly PermissionGroup[] = [
  {
    title: 'Integrations',
    permissions: [
      { permission: 'integrations:read', label: 'Read', does: 'read integrations and their health', placeable: true },
      {
        permission: 'integrations:write',
        label: 'Change',
        does: 'connect, change and delete integrations',
        placeable: true,
      },
      { permission: 'integrations:test', label: 'Test', does: 'test and ping integrations', placeable: true },
      {
        permission: 'integrations:execute',
        label: 'Call',
        does: 'call services and run operations through integrations',
        placeable: true,
      },
    ],
  },
  {
    title: 'Activity',
    permissions: [
      { permission: 'events:read', label: 'Read', does: 'read the activity and follow events', placeable: true },
      { permission: 'events:publish', label: 'Publish', does: 'publish events of its own', placeable: false },
    ],
  },
  {
    title: 'Webhooks',
    permissions: [
      { permission: 'webhooks:read', label: 'Read', does: 'read endpoints, hooks and deliveries', placeable: true },
      {
        permission: 'webhooks:write',
        label: 'Change',
        does: 'change endpoints and hooks, and replay deliveries',
        placeable: true,
      },
    ],
  },
  {
    title: 'Tasks',
    permissions: [
      { permission: 'tasks:read', label: 'Read', does: 'read tasks', placeable: true },
      { permission: 'tasks:write', label: 'Change', does: 'create, start, complete and fail tasks', placeable: true },
    ],
  },
  {
    title: 'Automations',
    permissions: [
      { permission: 'automations:read', label: 'Read', does: 'read automations and their runs', placeable: true },
      {
        permission: 'automations:write',
        label: 'Change',
        does: 'create, change and delete automations',
        placeable: true,
      },
      { permission: 'approvals:decide', label: 'Approve', does: 'approve what automations ask for', placeable: true },
    ],
  },
  {
    title: 'Members',
    permissions: [
      { permission: 'members:read', label: 'Read', does: 'read members', placeable: false },
      { permission: 'members:write', label: 'Change', does: 'invite, change and remove members', placeable: false },
      {
        permission: 'owners:write',
        label: 'Owners',
        does: 'make members owners, and change or remove owners',
        placeable: false,
      },
    ],
  },
  {
    title: 'API keys',
    permissions: [
      { permission: 'keys:read', label: 'Read', does: 'read API keys (never their secrets)', placeable: false },
      { permission: 'keys:write', label: 'Change', does: 'create, rotate and revoke API keys', placeable: false },
    ],
  },
  {
    title: 'Workspace',
    permissions: [
      {
        permission: 'tenant:write',
        label: 'Change',
        does: 'change the workspace, its projects and environments',
        placeable: false,
      },
    ],
  },
]

const known = new Map(groups.flatMap((group) => group.permissions.map((info) => [info.permission, info] as const)))

/** The groups with only what is held; what this list has no words for stands in one of its own. */
export function groupsOf(held: readonly string[]): PermissionGroup[] {
  const named = groups.map(({ title, permissions }) => ({
    title,
    permissions: permissions.filter(({ permission }) => held.includes(permission)),
  }))
  const other = held
    .filter((permission) => !known.has(permission))
    .map((permission) => ({ permission, label: permission, does: permission, placeable: false }))
  return [...named, { title: 'Other', permissions: other }].filter(({ permissions }) => permissions.length > 0)
}

export const isPlaceable = (permission: string): boolean => known.get(permission)?.placeable ?? false

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join('; ')}; and ${parts.at(-1)}`
}

/** "It can read integrations and their health; and test and ping integrations." */
export function saidOf(permissions: readonly string[], place: string): string {
  if (permissions.length === 0) return 'It can do nothing yet: choose at least one scope.'
  return `It can ${listed(permissions.map((permission) => known.get(permission)?.does ?? permission))}${place}.`
}
