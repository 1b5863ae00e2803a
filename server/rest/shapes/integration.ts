import { z } from '@hono/zod-openapi'
import { LRUCache } from 'lru-cache'
import type { Integration } from '@/server/domain/integrations/service'
import { failureClasses, healthStates, probeNames, verdicts } from '@/server/kernel/health'
import { flag, Instant, idOf, iso, pageOf, paging, picked, text } from './base'

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

const labelsIn = ({ labels }: Partial<Pick<Integration, 'labels'>>) =>
  Object.fromEntries((labels ?? []).map(({ key, value }) => [key, value]))

const isIll = (verdict: Integration['verdict']) => verdict === 'degraded' || verdict === 'unhealthy'

/**
 * One literal and no spreading: a list makes 50 of these for each answer, and merged objects cost thirty times as much.
 * Instants are texts already: while JSON is written, asking each Date for its text costs more than all other fields.
 */
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
  labels: labelsIn(one),
  owner: one.owner,
  enabled: one.enabled,
  intervalSeconds: one.intervalSeconds,
  credentialId: one.credentialId,
  profileId: one.profileId,
  storedSecrets: one.storedSecrets,
  credentialStoredAt: iso(one.credentialStoredAt),
  credentialExpiresAt: iso(one.credentialExpiresAt),
  version: one.version,
  createdAt: iso(one.createdAt),
  updatedAt: iso(one.updatedAt),
  deletedAt: iso(one.deletedAt),
  health: one.health,
  healthStatus: one.verdict,
  healthSince: iso(one.healthSince),
  healthMessage: one.healthMessage,
  checkedAt: iso(one.checkedAt),
  lastHealthCheck: iso(one.checkedAt),
  staleAt: iso(one.staleAt),
  nextCheckAt: iso(one.nextCheckAt),
  lastError: isIll(one.verdict) ? one.healthMessage : null,
  failingProbe: one.failingProbe,
  failureClass: one.failureClass,
  remedy: one.remedy,
  latencyMs: one.latencyMs,
  identity: one.identity,
  serviceVersion: one.serviceVersion,
})

export type IntegrationField = keyof z.input<typeof IntegrationShape>
type Facts = ReadonlySet<keyof Integration>

export const integrationFields = Object.keys(IntegrationShape.shape) as [IntegrationField, ...IntegrationField[]]

/** Facts behind the fields that have another name in the domain. */
const behind: Partial<Record<IntegrationField, readonly (keyof Integration)[]>> = {
  healthStatus: ['verdict'],
  lastHealthCheck: ['checkedAt'],
  lastError: ['verdict', 'healthMessage'],
}

/** What of an integration is shown, so that a list reads no column that nobody sees. */
const factsOf = (fields: readonly IntegrationField[]): Facts =>
  new Set(fields.flatMap((field) => behind[field] ?? [field as keyof Integration]))

export const shownFacts: Facts = factsOf(integrationFields)

type Selection = { facts: Facts; toItem: (one: Integration) => Partial<z.input<typeof IntegrationShape>> }

const everything: Selection = { facts: shownFacts, toItem: toIntegration }
/** The list of the domain keeps the texts of its queries by the set that was asked: the same fields are the same set. */
const selections = new LRUCache<string, Selection>({ max: 200 })

/** What a list reads and shows when just these fields are wanted; all of them when none are named. */
export function selectionOf(given: readonly IntegrationField[] | undefined): Selection {
  if (!given) return everything
  const fields = integrationFields.filter((field) => given.includes(field))
  const name = fields.join()
  const known = selections.get(name)
  if (known) return known
  const made: Selection = { facts: factsOf(fields), toItem: (one) => picked(toIntegration(one), ...fields) }
  selections.set(name, made)
  return made
}

export const IntegrationFactsShape = IntegrationShape.partial().openapi('IntegrationFacts', {
  description: 'What of an integration `fields` named.',
})

export const IntegrationPageShape = pageOf('IntegrationPage', IntegrationShape)
export const IntegrationListShape = pageOf(
  'IntegrationList',
  z
    .union([IntegrationShape, IntegrationFactsShape])
    .openapi({ description: 'All of it, or just what `fields` named.' }),
)

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
  fields: z
    .array(z.enum(integrationFields))
    .optional()
    .openapi({ description: 'Just these fields of each: fewer are answered faster. All of them when absent.' }),
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
  .object({
    integration: IntegrationShape,
    secretDestroyed: z.boolean(),
    restorableUntil: Instant,
    leftAtProvider: z
      .array(z.string())
      .openapi({ description: 'What was made at the provider, such as a webhook, and could not be removed there.' }),
  })
  .openapi('DeletedIntegration')

export const RestoredIntegrationShape = z
  .object({
    integration: IntegrationShape,
    needsSecret: z.boolean().openapi({ description: 'The secret was destroyed with the deletion: enter it again.' }),
  })
  .openapi('RestoredIntegration')
