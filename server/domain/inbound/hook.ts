import type { VerifyScheme } from '@/connectors/kit'
import type { inboundHooks } from '@/db/schema'
import type { Id } from '@/server/kernel/ids'
import type { HookKind, ProviderState } from '@/server/kernel/inbound'

/** A hook as people see it: never with a secret or its token. */
export type Hook = {
  id: Id<'inboundHook'>
  integrationId: Id<'integration'>
  projectId: Id<'project'>
  name: string
  kind: HookKind
  /** Where the bodies say whose they are, what they have to say. */
  routeKey: string | null
  enabled: boolean
  /** Names of the schemes that can prove a delivery. */
  schemes: VerifyScheme['scheme'][]
  /** Whether the address is all that has to be known to send here, or not even a proof is asked for. */
  isWeak: boolean
  /** Why the proof is weak, or missing. */
  weakness: string | null
  waiver: { at: Date; by: string; reason: string } | null
  /** Secrets that are valid now, the newest first. */
  secrets: { version: number; createdAt: Date }[]
  registration: Registration | null
  lastReceivedAt: Date | null
  createdBy: string
  createdAt: Date
}

/** What the provider has of it. */
export type Registration = {
  target: string
  providerHookId: string
  events: string[]
  state: ProviderState
  message: string | null
  checkedAt: Date | null
  recoveredUntil: Date | null
}

/** Shown once. */
export type IssuedHook = { hook: Hook; url: string; secret: string | null }

export type HookRow = typeof inboundHooks.$inferSelect

const noScheme = 'No scheme is known for this connector: nothing is accepted unless that is waived.'

/** What is to be said against the proof, if anything. */
export function weaknessOf(schemes: readonly VerifyScheme[], isWaived: boolean): string | null {
  if (isWaived) return 'Deliveries that nothing proves are accepted.'
  const proving = schemes.filter(({ scheme }) => scheme !== 'challenge')
  if (proving.length === 0) return noScheme
  const [weak] = proving.flatMap((one) => (one.scheme === 'secret_path' ? [one.reason] : []))
  return weak ?? null
}

function registrationOf(row: HookRow): Registration | null {
  const { target, providerHookId } = row
  if (target === null || providerHookId === null) return null
  return {
    ...{ target, providerHookId, events: row.providerEvents ?? [], state: row.providerState ?? 'unknown' },
    ...{ message: row.providerMessage, checkedAt: row.providerCheckedAt, recoveredUntil: row.recoveredUntil },
  }
}

export function toHook(
  row: HookRow,
  more: { projectId: Id<'project'>; schemes: readonly VerifyScheme[]; secrets: Hook['secrets'] },
): Hook {
  const { id, integrationId, name, kind, routeKey, enabled, waivedAt, waivedBy, waiverReason } = row
  const weakness = weaknessOf(more.schemes, waivedAt !== null)
  return {
    ...{ id, integrationId, projectId: more.projectId, name, kind, routeKey, enabled },
    schemes: [...new Set(more.schemes.map(({ scheme }) => scheme))],
    ...{ isWeak: weakness !== null, weakness },
    waiver: waivedAt ? { at: waivedAt, by: waivedBy ?? '', reason: waiverReason ?? '' } : null,
    secrets: more.secrets,
    registration: registrationOf(row),
    ...{ lastReceivedAt: row.lastReceivedAt, createdBy: row.createdBy, createdAt: row.createdAt },
  }
}
