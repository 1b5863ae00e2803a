import { z } from '@hono/zod-openapi'
import type { ApiKey } from '@/server/domain/keys/service'
import type { Member } from '@/server/domain/members/service'
import type { Project } from '@/server/domain/tenants/service'
import { permissions, roles } from '@/server/kernel/permissions'
import { Instant, InstantInput, idOf, picked } from './base'

/** Projects, members and keys: who may do what, and where. */
export const ProjectShape = z
  .object({
    id: idOf('project'),
    slug: z.string(),
    name: z.string(),
    isDefault: z.boolean(),
    integrationCount: z.number().int().openapi({ description: 'Living ones you may read.' }),
  })
  .openapi('Project')

export const toProject = (project: Project, integrationCount: number): z.input<typeof ProjectShape> => ({
  ...picked(project, 'id', 'slug', 'name', 'isDefault'),
  integrationCount,
})

export const MemberShape = z
  .object({
    id: idOf('user'),
    email: z.string(),
    name: z.string(),
    roles: z.array(
      z.object({
        role: z.enum(roles),
        projectId: idOf('project').nullable().openapi({ description: 'Null: the whole tenant.' }),
      }),
    ),
  })
  .openapi('Member')

export const toMember = ({ id, email, name, bindings }: Member): z.input<typeof MemberShape> => ({
  id,
  email,
  name,
  roles: bindings.map(({ role, project }) => ({ role, projectId: project?.id ?? null })),
})

const project = z.string().optional().openapi({ description: 'Id or slug; the whole tenant when absent.' })

export const NewMemberShape = z
  .strictObject({ email: z.string(), name: z.string().optional(), role: z.enum(roles), project })
  .openapi('NewMember')

export const RoleChangeShape = z.strictObject({ role: z.enum(roles), project }).openapi('RoleChange')

const ScopeShape = z.object({
  permission: z.enum(permissions),
  projectId: idOf('project').optional(),
  integrationId: idOf('integration').optional(),
})

export const ApiKeyShape = z
  .object({
    id: idOf('apiKey'),
    name: z.string(),
    prefix: z.string().openapi({ description: 'The first characters, to tell keys apart.' }),
    scopes: z.array(ScopeShape),
    createdAt: Instant,
    createdBy: z.string(),
    expiresAt: Instant.nullable(),
    lastUsedAt: Instant.nullable(),
    revokedAt: Instant.nullable(),
    rotatedAt: Instant.nullable(),
    previousSecretUntil: Instant.nullable().openapi({ description: 'Until when the secret before this one works.' }),
  })
  .openapi('ApiKey')

export const toApiKey = (key: ApiKey): z.input<typeof ApiKeyShape> => ({
  ...picked(key, 'id', 'name', 'prefix', 'createdAt', 'createdBy', 'expiresAt', 'lastUsedAt', 'revokedAt'),
  ...picked(key, 'rotatedAt', 'previousSecretUntil'),
  scopes: key.scopes.map((scope) => ({ ...scope })),
})

export const ApiKeyWithSecretShape = z
  .object({ ...ApiKeyShape.shape, secret: z.string().openapi({ description: 'Shown this once.' }) })
  .openapi('ApiKeyWithSecret')

export const NewlyMadeApiKeyShape = z
  .object({
    ...ApiKeyShape.shape,
    secret: z
      .string()
      .nullable()
      .openapi({ description: 'Shown this once; null when an Idempotency-Key found the key made before.' }),
  })
  .openapi('NewlyMadeApiKey')

export const NewApiKeyShape = z
  .strictObject({
    name: z.string(),
    scopes: z.array(
      z.strictObject({
        permission: z.enum(permissions),
        project: z.string().optional(),
        integration: z.string().optional(),
      }),
    ),
    expiresAt: InstantInput.optional(),
  })
  .openapi('NewApiKey')

export const RotationShape = z
  .strictObject({
    overlapSeconds: z
      .number()
      .int()
      .optional()
      .openapi({ description: 'How long the old secret works; a day when absent.' }),
    expiresAt: InstantInput.optional(),
  })
  .openapi('Rotation')
