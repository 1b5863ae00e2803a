import { z } from '@hono/zod-openapi'
import type { Profile } from '@/server/domain/profiles/service'
import { Instant, idOf, pageOf, picked } from './base'

/** Connection profiles: settings to start an integration from. Never a secret. */
const Config = z.record(z.string(), z.unknown())
const CallPolicy = z
  .record(z.string(), z.unknown())
  .openapi({ description: 'What differs from the usual policy of calls.' })
const Labels = z.record(z.string(), z.string())

export const ProfileShape = z
  .object({
    id: idOf('profile'),
    tenantId: idOf('tenant'),
    name: z.string(),
    description: z.string().nullable(),
    integrationType: z.string(),
    instance: z.string(),
    method: z.string(),
    defaultConfig: Config.openapi({ description: 'Public settings; secrets are never in here.' }),
    callPolicy: CallPolicy,
    labels: Labels,
    intervalSeconds: z.number().int().nullable(),
    isDefault: z.boolean(),
    isTemplate: z.boolean(),
    usedCount: z.number().int(),
    integrationCount: z.number().int(),
    lastUsedAt: Instant.nullable(),
    createdBy: z.string(),
    version: z.number().int(),
    createdAt: Instant,
    updatedAt: Instant,
    problems: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .openapi({ description: 'What of it does not fit the connector any more.' }),
  })
  .openapi('ConnectionProfile')

export const toProfile = (profile: Profile): z.input<typeof ProfileShape> => ({
  ...picked(profile, 'id', 'tenantId', 'name', 'description', 'instance', 'method', 'intervalSeconds', 'isDefault'),
  ...picked(profile, 'isTemplate', 'usedCount', 'integrationCount', 'lastUsedAt', 'createdBy', 'version'),
  ...picked(profile, 'createdAt', 'updatedAt', 'problems'),
  integrationType: profile.type,
  defaultConfig: profile.config,
  callPolicy: { ...profile.callPolicy },
  labels: Object.fromEntries(profile.labels.map(({ key, value }) => [key, value])),
})

export const ProfilePageShape = pageOf('ConnectionProfilePage', ProfileShape)

const beside = {
  description: z.string().optional(),
  instance: z.string().optional(),
  method: z.string().optional(),
  defaultConfig: Config.optional(),
  callPolicy: CallPolicy.optional(),
  labels: Labels.optional(),
  intervalSeconds: z.number().int().nullable().optional(),
  isDefault: z.boolean().optional(),
  isTemplate: z.boolean().optional(),
}

export const NewProfileShape = z
  .strictObject({
    name: z.string(),
    integrationType: z.string().optional().openapi({ description: 'Needed unless it is copied from something.' }),
    fromIntegration: z
      .string()
      .optional()
      .openapi({ description: 'Id or slug of an integration to copy settings from.' }),
    fromProfile: z.string().optional().openapi({ description: 'Id or name of a profile to copy settings from.' }),
    ...beside,
  })
  .openapi('NewConnectionProfile')

export const ProfileChangesShape = z
  .strictObject({ name: z.string().optional(), ...beside })
  .openapi('ConnectionProfileChanges')
