import type { CallPolicyChanges } from '@/server/kernel/calls'
import type { FieldProblem } from '@/server/kernel/errors'
import type { Id } from '@/server/kernel/ids'
import type { PageInput } from '@/server/kernel/page'
import type { Label } from '../placing'

/** Settings to start an integration from, under a name. Never holds a secret. */
export type Profile = {
  id: Id<'profile'>
  tenantId: Id<'tenant'>
  name: string
  description: string | null
  type: string
  instance: string
  method: string
  /** Public values only, and only those the connector knows now. */
  config: Record<string, unknown>
  callPolicy: CallPolicyChanges
  labels: Label[]
  intervalSeconds: number | null
  isDefault: boolean
  isTemplate: boolean
  /** How often an integration was started from it. */
  usedCount: number
  /** Living integrations that were started from it, as far as the caller may read them. */
  integrationCount: number
  lastUsedAt: Date | null
  createdBy: string
  version: number
  createdAt: Date
  updatedAt: Date
  /** What of it does not fit the connector any more, by path. */
  problems: FieldProblem[]
}

type Beside = {
  description?: string | null | undefined
  callPolicy?: Record<string, unknown> | null | undefined
  labels?: readonly Label[] | null | undefined
  intervalSeconds?: number | null | undefined
  isDefault?: boolean | null | undefined
  isTemplate?: boolean | null | undefined
}

type Place = {
  instance?: string | null | undefined
  method?: string | null | undefined
  config?: Record<string, unknown> | null | undefined
}

export type CreateProfileInput = Place &
  Beside & {
    name: string
    /** Needed unless it is copied from something. */
    type?: string | null | undefined
    /** Id or slug of an integration whose settings are copied; what is given beside them wins. */
    fromIntegration?: string | null | undefined
    /** Id or name of a profile, usually a template, whose settings are copied. */
    fromProfile?: string | null | undefined
    idempotencyKey?: string | null | undefined
  }

export type UpdateProfileInput = Place &
  Beside & {
    /** Id or name. */
    id: string
    /** The version the caller read. */
    version: number
    name?: string | null | undefined
  }

export type ListProfilesInput = PageInput & {
  type?: string | null | undefined
  instance?: string | null | undefined
  templates?: boolean | null | undefined
  /** Part of the name or the description. */
  text?: string | null | undefined
}

/** What was last connected of a type, by the caller or else by anybody. Never a secret. */
export type LastUsed = {
  instance: string
  method: string
  config: Record<string, unknown>
  callPolicy: CallPolicyChanges
  intervalSeconds: number
  usedAt: Date
  fromSlug: string
}
