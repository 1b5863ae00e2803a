import type { FailureClass, HealthState, ProbeName, Verdict } from '@/server/kernel/health'
import type { Id } from '@/server/kernel/ids'
import type { Page, PageInput } from '@/server/kernel/page'
import type { Label } from '../placing'

export type { Label } from '../placing'

/** A tenant's configured connector, with what is known of its health. Never holds a secret. */
export type Integration = {
  id: Id<'integration'>
  tenantId: Id<'tenant'>
  projectId: Id<'project'>
  environmentId: Id<'environment'> | null
  slug: string
  name: string
  type: string
  connectorVersion: string
  instance: string
  method: string
  config: Record<string, unknown>
  labels: Label[]
  owner: string | null
  enabled: boolean
  intervalSeconds: number
  credentialId: Id<'credential'> | null
  /** What it was started from, while there is that profile. */
  profileId: Id<'profile'> | null
  /** Names of the stored secret fields. */
  storedSecrets: string[]
  credentialStoredAt: Date | null
  credentialExpiresAt: Date | null
  version: number
  createdAt: Date
  updatedAt: Date
  deletedAt: Date | null
  health: HealthState
  verdict: Verdict
  healthSince: Date | null
  checkedAt: Date | null
  staleAt: Date | null
  nextCheckAt: Date | null
  healthMessage: string | null
  failingProbe: ProbeName | null
  failureClass: FailureClass | null
  remedy: string | null
  latencyMs: number | null
  identity: string | null
  serviceVersion: string | null
}

export type IntegrationOrder = 'name' | 'created' | 'severity' | 'type' | 'owner' | 'latency' | 'checked'
export type SortDirection = 'asc' | 'desc'
export type IntegrationGrouping = 'type' | 'state' | 'owner' | 'project' | 'environment'
export type HealthCounts = Record<HealthState, number> & { total: number }

/** A page whose rows are counted only when somebody asks how many there are. */
export type IntegrationPage = Omit<Page<Integration>, 'totalCount'> & { countAll: () => Promise<number> }

/** Those of a list that agree in one thing. */
export type IntegrationGroup = {
  by: IntegrationGrouping
  /** What the filter for just these is given; null: those without one. */
  key: string | null
  title: string | null
  worst: HealthState
  counts: HealthCounts
}

export type IntegrationFilter = {
  types?: readonly string[] | null | undefined
  families?: readonly string[] | null | undefined
  states?: readonly HealthState[] | null | undefined
  /** Id or slug. */
  project?: string | null | undefined
  /** Id or slug; an empty text: those without one. */
  environment?: string | null | undefined
  /** In any case of letters; an empty text: those without one. */
  owner?: string | null | undefined
  labels?: readonly Label[] | null | undefined
  text?: string | null | undefined
  deleted?: boolean | null | undefined
}

export type ListIntegrationsInput = PageInput & {
  filter?: IntegrationFilter | null | undefined
  orderBy?: IntegrationOrder | null | undefined
  /** The order's own direction when absent. */
  direction?: SortDirection | null | undefined
  /** Rows to leave out after the cursor, for jumping into a long list. */
  skip?: number | null | undefined
}

/** Where a service is and how to sign in there, as somebody typed it. */
export type SettingsInput = {
  type: string
  instance?: string | null | undefined
  method?: string | null | undefined
  config: Record<string, unknown>
  secrets?: Record<string, unknown> | null | undefined
}

type Placing = {
  name?: string | null | undefined
  slug?: string | null | undefined
  environment?: string | null | undefined
  labels?: readonly Label[] | null | undefined
  owner?: string | null | undefined
  intervalSeconds?: number | null | undefined
  /** Save disabled even when the test fails. */
  saveDisabled?: boolean | null | undefined
  skipTest?: boolean | null | undefined
  idempotencyKey?: string | null | undefined
}

export type ConnectIntegrationInput = SettingsInput &
  Placing & {
    project?: string | null | undefined
    /** Id or name of the profile that fills in what is not given. */
    profile?: string | null | undefined
    /** Save the settings, without secrets, as a profile of this name. */
    saveAsProfile?: string | null | undefined
    /** The integration whose stored secret is used, by reference. */
    reuseSecretOf?: string | null | undefined
    /** Somebody confirmed that the new integration acts with the rights of that one. */
    confirmReuse?: boolean | null | undefined
  }

export type UpdateIntegrationInput = Partial<Omit<SettingsInput, 'type'>> &
  Placing & {
    /** Id, bare UUID or slug. */
    id: string
    /** The version the caller read. */
    version: number
  }
