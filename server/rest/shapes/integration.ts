import { z } from '@hono/zod-openapi'
import type { Integration } from '@/server/domain/integrations/service'
import { failureClasses, healthStates, probeNames, verdicts } from '@/server/kernel/health'
import { flag, Instant, idOf, pageOf, paging, text } from './base'

const Config = z.record(z.string(), z.unknown())
const Secrets = z
  .record(z.string(), z.unknown())
  .openapi({ description: 'Names and values of the fields that are secret. Never in an answer.' })
const Labels = z.record(z.string(), z.string()).openapi({ example: { env: 'prod' } })

export const IntegrationShape = z
  .object({
    id: idOf('integration'),
    tenantId: idOf('tenant'),
    projectId: idOf('project'),
    environmentId: idOf('environment').nullable(),
    slug: text('For people and commands; unique in the tenant.'),
    name: z.string(),
    type: text("The connector's id, such as scm.github."),
    connectorVersion: z.string(),
    instance: text('Where a service of this type lives, such as saas.'),
    method: text('How the hub signs in, such as token.'),
    config: Config.openapi({ description: 'Public settings; secrets are never in here.' }),
    labels: Labels,
    owner: z.string().nullable(),
    enabled: z.boolean(),
    intervalSeconds: z.number().int().openapi({ description: 'Seconds between checks.' }),
    credentialId: idOf('credential').nullable(),
    profileId: idOf('profile').nullable().openapi({ description: 'The connection profile it was started from.' }),
    storedSecrets: z.array(z.string()).openapi({ description: 'Names of the secret fields that are stored.' }),
    credentialStoredAt: Instant.nullable(),
    credentialExpiresAt: Instant.nullable(),
    version: z.number().int().openapi({ description: 'The number that begins the ETag.' }),
    createdAt: Instant,
    updatedAt: Instant,
    deletedAt: Instant.nullable(),
    health: z.enum(healthStates).openapi({ description: 'What has to be said of it now.' }),
    healthStatus: z.enum(verdicts).openapi({ description: 'The verdict of the last check that counted.' }),
    healthSince: Instant.nullable(),
    healthMessage: z.string().nullable(),
    checkedAt: Instant.nullable(),
    lastHealthCheck: Instant.nullable().openapi({ description: 'The same as checkedAt.' }),
    staleAt: Instant.nullable(),
    nextCheckAt: Instant.nullable(),
    lastError: z.string().nullable().openapi({ description: 'What the last check found wrong; null when it is well.' }),
    failingProbe: z.enum(probeNames).nullable(),
    failureClass: z.enum(failureClasses).nullable(),
    remedy: z.string().nullable(),
    latencyMs: z.number().nullable(),
    identity: z.string().nullable().openapi({ description: 'Whom the credential belongs to, as the vendor names it.' }),
    serviceVersion: z.string().nullable(),
  })
  .openapi('Integration')

const isIll = (verdict: Integration['verdict']) => verdict === 'degraded' || verdict === 'unhealthy'

/** One literal and no spreading: a list makes 50 of these for each answer, and merged objects cost thirty times as much. */
export const toIntegration = (one: Integration): z.input<typeof IntegrationShape> => ({
  id: one.id,
  tenantId: one.tenantId,
  projectId: one.projectId,
  environmentId: one.environmentId,
  slug: one.slug,
  name: one.name,
  type: one.type,
  connectorVersion: one.connectorVersion,
  instance: one.instance,
  method: one.method,
  config: one.config,
  labels: Object.fromEntries(one.labels.map(({ key, value }) => [key, value])),
  owner: one.owner,
  enabled: one.enabled,
  intervalSeconds: one.intervalSeconds,
  credentialId: one.credentialId,
  profileId: one.profileId,
  storedSecrets: one.storedSecrets,
  credentialStoredAt: one.credentialStoredAt,
  credentialExpiresAt: one.credentialExpiresAt,
  version: one.version,
  createdAt: one.createdAt,
  updatedAt: one.updatedAt,
  deletedAt: one.deletedAt,
  health: one.health,
  healthStatus: one.verdict,
  healthSince: one.healthSince,
  healthMessage: one.healthMessage,
  checkedAt: one.checkedAt,
  lastHealthCheck: one.checkedAt,
  staleAt: one.staleAt,
  nextCheckAt: one.nextCheckAt,
  lastError: isIll(one.verdict) ? one.healthMessage : null,
  failingProbe: one.failingProbe,
  failureClass: one.failureClass,
  remedy: one.remedy,
  latencyMs: one.latencyMs,
  identity: one.identity,
  serviceVersion: one.serviceVersion,
})

/** What of an integration is shown, so that a list reads no column that nobody sees. */
export const shownFacts: ReadonlySet<keyof Integration> = new Set<keyof Integration>([
  'id',
  'tenantId',
  'projectId',
  'environmentId',
  'slug',
  'name',
  'type',
  'connectorVersion',
  'instance',
  'method',
  'config',
  'labels',
  'owner',
  'enabled',
  'intervalSeconds',
  'credentialId',
  'profileId',
  'storedSecrets',
  'credentialStoredAt',
  'credentialExpiresAt',
  'version',
  'createdAt',
  'updatedAt',
  'deletedAt',
  'health',
  'verdict',
  'healthSince',
  'healthMessage',
  'checkedAt',
  'staleAt',
  'nextCheckAt',
  'failingProbe',
  'failureClass',
  'remedy',
  'latencyMs',
  'identity',
  'serviceVersion',
])

export const IntegrationPageShape = pageOf('IntegrationPage', IntegrationShape)

const sorts = ['name', 'created', 'severity', 'type', 'owner', 'latency', 'checked'] as const

export const IntegrationQuery = z.strictObject({
  ...paging,
  type: z.array(z.string()).optional().openapi({ description: 'Types, such as scm.github.' }),
  family: z.array(z.string()).optional().openapi({ description: 'Families, such as scm or registry.' }),
  status: z.array(z.enum(healthStates)).optional(),
  name: z.string().optional().openapi({ description: 'Part of the name or the slug.' }),
  project: z.string().optional().openapi({ description: 'Id or slug.' }),
  environment: z.string().optional().openapi({ description: 'Id or slug; empty: those without one.' }),
  owner: z.string().optional().openapi({ description: 'Empty: those without one.' }),
  label: z
    .array(z.string().regex(/^[^=]+=/))
    .optional()
    .openapi({ description: 'key=value; all have to fit.' }),
  deleted: flag.optional().openapi({ description: 'Deleted ones that can still be restored, instead of the living.' }),
  sort: z.enum(sorts).optional(),
  direction: z.enum(['asc', 'desc']).optional().openapi({ description: "The order's own when absent." }),
})

const placing = {
  name: z.string().optional().openapi({ description: 'Made from the type when absent.' }),
  slug: z.string().optional(),
  environment: z.string().optional().openapi({ description: 'Id or slug.' }),
  labels: Labels.optional(),
  owner: z.string().optional(),
  intervalSeconds: z.number().int().optional(),
  saveDisabled: z.boolean().optional().openapi({ description: 'Save, disabled, even when the test fails.' }),
  skipTest: z.boolean().optional().openapi({ description: 'Save without testing; the first check tells.' }),
}

const settings = {
  instance: z.string().optional(),
  method: z.string().optional(),
  secrets: Secrets.optional(),
  credentials: Secrets.optional().openapi({ description: 'Another name for secrets.' }),
}

export const NewIntegrationShape = z
  .strictObject({
    type: z.string().openapi({ example: 'scm.github' }),
    config: Config.optional(),
    project: z.string().optional().openapi({ description: 'Id or slug; the default project when absent.' }),
    ...settings,
    ...placing,
  })
  .openapi('NewIntegration')

export const IntegrationReplacementShape = z
  .strictObject({ ...settings, ...placing, name: z.string(), config: Config })
  .openapi('IntegrationReplacement')

export const IntegrationChangesShape = z
  .strictObject({
    ...settings,
    ...placing,
    config: Config.optional(),
    environment: z.string().nullable().optional().openapi({ description: 'Null takes it out of its environment.' }),
    owner: z.string().nullable().optional().openapi({ description: 'Null removes it.' }),
  })
  .openapi('IntegrationChanges')

export const DeletedIntegrationShape = z
  .object({ integration: IntegrationShape, secretDestroyed: z.boolean(), restorableUntil: Instant })
  .openapi('DeletedIntegration')

export const RestoredIntegrationShape = z
  .object({
    integration: IntegrationShape,
    needsSecret: z.boolean().openapi({ description: 'The secret was destroyed with the deletion: enter it again.' }),
  })
  .openapi('RestoredIntegration')
