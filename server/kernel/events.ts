import { z } from 'zod'
import { doctorCheckNames, doctorVerdicts } from './doctor'
import { failureClasses, probeNames, verdicts } from './health'
import type { Id } from './ids'

/**
 * The catalogue of what can happen: one entry per type, with the shape of its data and the sentence people read.
 * A shape may gain optional fields; anything else is a new schemaVersion.
 */
export const levels = ['info', 'warning', 'error'] as const
export type Level = (typeof levels)[number]
export const outcomes = ['success', 'failure'] as const
export type Outcome = (typeof outcomes)[number]

type Telling = { level: Level; outcome: Outcome; summary: string }
type Entry<Shape extends z.ZodObject> = {
  description: string
  schemaVersion: number
  shape: Shape
  /** What the event is about: the id CloudEvents calls `subject`. */
  subject: (data: z.infer<Shape>) => string
  tell: (data: z.infer<Shape>) => Telling
}

const define = <Shape extends z.ZodObject>(entry: Entry<Shape>): Entry<Shape> => entry
const info = (summary: string): Telling => ({ level: 'info', outcome: 'success', summary })
const warning = (summary: string): Telling => ({ level: 'warning', outcome: 'success', summary })

const integration = { integrationId: z.string(), slug: z.string(), name: z.string(), type: z.string() }
/** A credential is told of together with the integration it was touched for. */
const credential = { credentialId: z.string(), integrationId: z.string(), slug: z.string() }
const finding = {
  failureClass: z.enum(failureClasses).nullable(),
  failingProbe: z.enum(probeNames).nullable(),
  message: z.string(),
  remedy: z.string().nullable(),
  latencyMs: z.number().nullable(),
}
const profile = { profileId: z.string(), name: z.string(), type: z.string() }
const place = { slug: z.string(), name: z.string() }
const binding = { userId: z.string(), email: z.string(), role: z.string(), projectId: z.string().nullable() }
const invitation = {
  invitationId: z.string(),
  email: z.string(),
  role: z.string(),
  projectId: z.string().nullable(),
}
const levelOfVerdict = { unknown: 'info', healthy: 'info', degraded: 'warning', unhealthy: 'error' } as const

export const eventCatalog = {
  'integration.created': define({
    description: 'An integration was connected.',
    schemaVersion: 1,
    shape: z.object({ ...integration, enabled: z.boolean() }),
    subject: (data) => data.integrationId,
    tell: (data) => info(`${data.slug} connected${data.enabled ? '' : ', disabled'}`),
  }),
  'integration.updated': define({
    description: 'The settings, the name or the credential of an integration changed.',
    schemaVersion: 1,
    shape: z.object({ ...integration, changed: z.array(z.string()) }),
    subject: (data) => data.integrationId,
    tell: (data) => info(`${data.slug} changed: ${data.changed.join(', ')}`),
  }),
  'integration.deleted': define({
    description: 'An integration was deleted. It can be restored for 7 days, without its secret.',
    schemaVersion: 1,
    shape: z.object({ ...integration, secretDestroyed: z.boolean(), restorableUntil: z.string() }),
    subject: (data) => data.integrationId,
    tell: (data) => warning(`${data.slug} deleted${data.secretDestroyed ? ', its secret destroyed' : ''}`),
  }),
  'integration.restored': define({
    description: 'A deleted integration was restored. Without its secret it is disabled until it is reconnected.',
    schemaVersion: 1,
    shape: z.object({ ...integration, needsSecret: z.boolean() }),
    subject: (data) => data.integrationId,
    tell: (data) => info(`${data.slug} restored${data.needsSecret ? ', waiting for its secret' : ''}`),
  }),
  'integration.enabled': define({
    description: 'An integration was switched on; its checks run again.',
    schemaVersion: 1,
    shape: z.object(integration),
    subject: (data) => data.integrationId,
    tell: (data) => info(`${data.slug} enabled`),
  }),
  'integration.disabled': define({
    description: 'An integration was switched off; it is no longer checked.',
    schemaVersion: 1,
    shape: z.object(integration),
    subject: (data) => data.integrationId,
    tell: (data) => info(`${data.slug} disabled`),
  }),
  'integration.tested': define({
    description: 'A person or a key tested a saved integration.',
    schemaVersion: 1,
    shape: z.object({ ...integration, ...finding, verdict: z.enum(verdicts).nullable(), checkId: z.string() }),
    subject: (data) => data.integrationId,
    tell: (data) => ({
      level: levelOfVerdict[data.verdict ?? 'unknown'],
      outcome: data.verdict === 'unhealthy' || data.verdict === null ? 'failure' : 'success',
      summary: `${data.slug} tested: ${data.message}`,
    }),
  }),
  'integration.health_changed': define({
    description: 'The verdict on an integration changed.',
    schemaVersion: 1,
    shape: z.object({
      ...integration,
      ...finding,
      from: z.enum(verdicts),
      to: z.enum(verdicts),
      checkId: z.string(),
      checkedAt: z.string(),
    }),
    subject: (data) => data.integrationId,
    tell: (data) => ({
      level: levelOfVerdict[data.to],
      outcome: data.to === 'unhealthy' ? 'failure' : 'success',
      summary: `${data.slug} is ${data.to}: ${data.message}`,
    }),
  }),
  'integration.rate_limit_warned': define({
    description: 'A quota pool fell to 25 %, 10 % or 0. Told once per pool, threshold and reset.',
    schemaVersion: 1,
    shape: z.object({
      ...integration,
      pool: z.string(),
      limit: z.number(),
      remaining: z.number(),
      thresholdPercent: z.union([z.literal(25), z.literal(10), z.literal(0)]),
      resetAt: z.string().nullable(),
      /** When the pool will be empty at the rate of the last minutes; absent when that is after its reset. */
      emptyAt: z.string().nullable().optional(),
    }),
    subject: (data) => data.integrationId,
    tell: (data) => ({
      level: data.thresholdPercent === 0 ? 'error' : 'warning',
      outcome: 'success',
      summary: `${data.slug} has ${data.remaining} of ${data.limit} left in ${data.pool}`,
    }),
  }),
  'integration.circuit_opened': define({
    description: 'Calls through an integration are refused for a while, because too many of them failed.',
    schemaVersion: 1,
    shape: z.object({ ...integration, reason: z.string(), failureClass: z.enum(failureClasses), retryAt: z.string() }),
    subject: (data) => data.integrationId,
    tell: (data) => ({
      level: 'error',
      outcome: 'failure',
      summary: `Calls through ${data.slug} are paused: ${data.reason}`,
    }),
  }),
  'integration.circuit_closed': define({
    description: 'Calls through an integration go through again.',
    schemaVersion: 1,
    shape: z.object({ ...integration, openedAt: z.string() }),
    subject: (data) => data.integrationId,
    tell: (data) => info(`Calls through ${data.slug} go through again`),
  }),
  'integration.diagnosed': define({
    description: 'The doctor examined an integration.',
    schemaVersion: 1,
    shape: z.object({
      ...integration,
      doctorRunId: z.string(),
      overall: z.enum(doctorVerdicts),
      failing: z.array(z.enum(doctorCheckNames)),
      message: z.string(),
    }),
    subject: (data) => data.integrationId,
    tell: (data) => ({
      level: levelOfVerdict[data.overall],
      outcome: data.overall === 'unhealthy' ? 'failure' : 'success',
      summary: `The doctor finds ${data.slug} ${data.overall}: ${data.message}`,
    }),
  }),
  'profile.created': define({
    description: 'A connection profile was saved.',
    schemaVersion: 1,
    shape: z.object(profile),
    subject: (data) => data.profileId,
    tell: (data) => info(`Profile ${data.name} saved`),
  }),
  'profile.updated': define({
    description: 'A connection profile changed.',
    schemaVersion: 1,
    shape: z.object({ ...profile, changed: z.array(z.string()) }),
    subject: (data) => data.profileId,
    tell: (data) => info(`Profile ${data.name} changed: ${data.changed.join(', ')}`),
  }),
  'profile.deleted': define({
    description: 'A connection profile was deleted.',
    schemaVersion: 1,
    shape: z.object(profile),
    subject: (data) => data.profileId,
    tell: (data) => warning(`Profile ${data.name} deleted`),
  }),
  'credential.reused': define({
    description: 'A stored secret was given to another integration by somebody who confirmed it.',
    schemaVersion: 1,
    shape: z.object({ ...credential, fromIntegrationId: z.string(), fromSlug: z.string() }),
    subject: (data) => data.credentialId,
    tell: (data) => warning(`${data.slug} uses the secret of ${data.fromSlug}`),
  }),
  'credential.stored': define({
    description: 'A secret was sealed and stored.',
    schemaVersion: 1,
    shape: z.object({ ...credential, version: z.number() }),
    subject: (data) => data.credentialId,
    tell: (data) =>
      info(
        data.version === 1 ? `${data.slug}: secret stored` : `${data.slug}: secret replaced (version ${data.version})`,
      ),
  }),
  'credential.revoked': define({
    description: 'A secret was destroyed.',
    schemaVersion: 1,
    shape: z.object({
      ...credential,
      reason: z.enum(['replaced', 'integration_deleted', 'origin_changed']),
    }),
    subject: (data) => data.credentialId,
    tell: (data) => info(`${data.slug}: secret destroyed (${data.reason.replaceAll('_', ' ')})`),
  }),
  'member.added': define({
    description: 'Somebody became a member of the tenant.',
    schemaVersion: 1,
    shape: z.object(binding),
    subject: (data) => data.userId,
    tell: (data) => info(`${data.email} added as ${data.role}`),
  }),
  'member.removed': define({
    description: 'A member left or was removed.',
    schemaVersion: 1,
    shape: z.object({ userId: z.string(), email: z.string() }),
    subject: (data) => data.userId,
    tell: (data) => warning(`${data.email} removed`),
  }),
  'member.role_changed': define({
    description: 'The role of a member changed.',
    schemaVersion: 1,
    shape: z.object({ userId: z.string(), email: z.string(), from: z.string(), to: z.string() }),
    subject: (data) => data.userId,
    tell: (data) => warning(`${data.email} changed from ${data.from} to ${data.to}`),
  }),
  'member.role_removed': define({
    description: 'One of several roles of a member was taken away.',
    schemaVersion: 1,
    shape: z.object(binding),
    subject: (data) => data.userId,
    tell: (data) => warning(`${data.email} is no longer ${data.role}${data.projectId ? ' in a project' : ''}`),
  }),
  'invitation.created': define({
    description: 'Somebody was asked to join the tenant.',
    schemaVersion: 1,
    shape: z.object({ ...invitation, expiresAt: z.string() }),
    subject: (data) => data.invitationId,
    tell: (data) => info(`${data.email} invited as ${data.role}`),
  }),
  'invitation.revoked': define({
    description: 'An invitation was taken back, or replaced by a newer one.',
    schemaVersion: 1,
    shape: z.object(invitation),
    subject: (data) => data.invitationId,
    tell: (data) => warning(`the invitation of ${data.email} was taken back`),
  }),
  'invitation.accepted': define({
    description: 'An invitation was used.',
    schemaVersion: 1,
    shape: z.object({ ...invitation, userId: z.string() }),
    subject: (data) => data.invitationId,
    tell: (data) => info(`${data.email} accepted the invitation`),
  }),
  'tenant.updated': define({
    description: 'The name or the slug of the tenant changed.',
    schemaVersion: 1,
    shape: z.object({ tenantId: z.string(), ...place, changed: z.array(z.string()) }),
    subject: (data) => data.tenantId,
    tell: (data) => info(`tenant ${data.slug} changed: ${data.changed.join(', ')}`),
  }),
  'project.created': define({
    description: 'A project was created.',
    schemaVersion: 1,
    shape: z.object({ projectId: z.string(), ...place }),
    subject: (data) => data.projectId,
    tell: (data) => info(`project ${data.slug} created`),
  }),
  'project.updated': define({
    description: 'A project was renamed, or became the default.',
    schemaVersion: 1,
    shape: z.object({ projectId: z.string(), ...place, changed: z.array(z.string()) }),
    subject: (data) => data.projectId,
    tell: (data) => info(`project ${data.slug} changed: ${data.changed.join(', ')}`),
  }),
  'project.deleted': define({
    description: 'A project was deleted, with the roles and the key scopes that were bound to it.',
    schemaVersion: 1,
    shape: z.object({ projectId: z.string(), ...place }),
    subject: (data) => data.projectId,
    tell: (data) => warning(`project ${data.slug} deleted`),
  }),
  'environment.created': define({
    description: 'An environment was created.',
    schemaVersion: 1,
    shape: z.object({ environmentId: z.string(), ...place }),
    subject: (data) => data.environmentId,
    tell: (data) => info(`environment ${data.slug} created`),
  }),
  'environment.updated': define({
    description: 'An environment was renamed or moved.',
    schemaVersion: 1,
    shape: z.object({ environmentId: z.string(), ...place, changed: z.array(z.string()) }),
    subject: (data) => data.environmentId,
    tell: (data) => info(`environment ${data.slug} changed: ${data.changed.join(', ')}`),
  }),
  'environment.deleted': define({
    description: 'An environment was deleted.',
    schemaVersion: 1,
    shape: z.object({ environmentId: z.string(), ...place }),
    subject: (data) => data.environmentId,
    tell: (data) => warning(`environment ${data.slug} deleted`),
  }),
  'api_key.created': define({
    description: 'An API key was created.',
    schemaVersion: 1,
    shape: z.object({ apiKeyId: z.string(), name: z.string(), expiresAt: z.string().nullable() }),
    subject: (data) => data.apiKeyId,
    tell: (data) => info(`API key "${data.name}" created`),
  }),
  'api_key.revoked': define({
    description: 'An API key was revoked.',
    schemaVersion: 1,
    shape: z.object({ apiKeyId: z.string(), name: z.string() }),
    subject: (data) => data.apiKeyId,
    tell: (data) => warning(`API key "${data.name}" revoked`),
  }),
  'api_key.rotated': define({
    description: 'An API key got a new secret. The one before works until the given instant, or not at all any more.',
    schemaVersion: 1,
    shape: z.object({ apiKeyId: z.string(), name: z.string(), previousSecretUntil: z.string().nullable() }),
    subject: (data) => data.apiKeyId,
    tell: (data) => warning(`API key "${data.name}" got a new secret`),
  }),
  'account.linked': define({
    description: "A provider's account now signs a member in.",
    schemaVersion: 1,
    shape: z.object({ userId: z.string(), email: z.string(), provider: z.string() }),
    subject: (data) => data.userId,
    tell: (data) => info(`${data.email} connected ${data.provider} for signing in`),
  }),
  'account.unlinked': define({
    description: "A provider's account no longer signs a member in.",
    schemaVersion: 1,
    shape: z.object({ userId: z.string(), email: z.string(), provider: z.string() }),
    subject: (data) => data.userId,
    tell: (data) => info(`${data.email} disconnected ${data.provider}`),
  }),
  'session.started': define({
    description: 'A member signed in.',
    schemaVersion: 1,
    shape: z.object({ sessionId: z.string(), userId: z.string(), email: z.string() }),
    subject: (data) => data.userId,
    tell: (data) => info(`${data.email} signed in`),
  }),
  'session.revoked': define({
    description: 'A session of a member was ended.',
    schemaVersion: 1,
    shape: z.object({ sessionId: z.string(), userId: z.string(), email: z.string() }),
    subject: (data) => data.userId,
    tell: (data) => info(`a session of ${data.email} was ended`),
  }),
  'egress.granted': define({
    description: 'The instance admin opened an address range to the tenant.',
    schemaVersion: 1,
    shape: z.object({ grantId: z.string(), cidr: z.string(), port: z.number().nullable() }),
    subject: (data) => data.grantId,
    tell: (data) => warning(`egress to ${data.cidr}${data.port ? `:${data.port}` : ''} allowed`),
  }),
  'egress.revoked': define({
    description: 'The instance admin closed an address range to the tenant.',
    schemaVersion: 1,
    shape: z.object({ grantId: z.string(), cidr: z.string(), port: z.number().nullable() }),
    subject: (data) => data.grantId,
    tell: (data) => info(`egress to ${data.cidr}${data.port ? `:${data.port}` : ''} closed`),
  }),
} as const

export type EventType = keyof typeof eventCatalog
export const eventTypes = Object.keys(eventCatalog) as EventType[]
export type EventData<T extends EventType> = z.infer<(typeof eventCatalog)[T]['shape']>

export type EventActor = { kind: 'user' | 'api_key' | 'system'; id: string | null; name: string }

/** The envelope, with CloudEvents' names where it has one. Source: https://github.com/cloudevents/spec */
export type HubEvent<T extends EventType = EventType> = {
  [K in T]: {
    id: Id<'event'>
    /** Stamped by the relay when it publishes; the only cursor. A decimal string, for it may pass 2^53. */
    sequence: string
    type: K
    schemaVersion: number
    time: Date
    tenantId: Id<'tenant'>
    projectId: Id<'project'> | null
    /** The integration it concerns, where there is one. */
    integrationId: Id<'integration'> | null
    subject: string
    source: string
    actor: EventActor
    correlationId: string
    causationId: string | null
    level: Level
    outcome: Outcome
    summary: string
    data: EventData<K>
  }
}[T]

/** Names under which outside systems may know a type; accepted wherever a type is asked for. */
export const eventAliases: Record<string, EventType> = {
  'integration.status.changed': 'integration.health_changed',
  'integration.rate_limit.warning': 'integration.rate_limit_warned',
}
