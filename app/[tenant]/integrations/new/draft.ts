import type { Values } from '@/app/ui/settings-form/schema'
import { usualInterval } from '../interval-select'
import type { LabelRow } from '../labels-field'

/**
 * What the wizard has gathered so far. Secrets are no part of it: a draft is kept in the browser for a day, and a
 * secret never is.
 */
export const steps = ['type', 'start', 'settings', 'credentials', 'test', 'name'] as const
export type Step = (typeof steps)[number]

export const stepNames: Record<Step, string> = {
  type: 'Type',
  start: 'Start from',
  settings: 'Settings',
  credentials: 'Credentials',
  test: 'Test',
  name: 'Name',
}

export type Draft = {
  step: Step
  /** How far the wizard has come; every step up to it can be gone back to. */
  reached: Step
  type: string | null
  instance: string | null
  /** Nothing yet, the last used settings, nothing at all, or the id of a profile. */
  start: 'last' | 'blank' | (string & {}) | null
  /** The name of that profile, for the tags at its values. */
  startName: string | null
  method: string | null
  config: Values
  /** The settings it started from, for "from last use" and "reset". */
  base: Values
  /** Null: as suggested. */
  name: string | null
  slug: string | null
  project: string | null
  environment: string | null
  owner: string
  labels: LabelRow[]
  intervalSeconds: number
  /** The name of the profile to save the settings as; null: not wanted. */
  saveAsProfile: string | null
  idempotencyKey: string
}

/** Random, and made without what only secure origins have. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function emptyDraft(): Draft {
  return {
    step: 'type',
    reached: 'type',
    type: null,
    instance: null,
    start: null,
    startName: null,
    method: null,
    config: {},
    base: {},
    name: null,
    slug: null,
    project: null,
    environment: null,
    owner: '',
    labels: [],
    intervalSeconds: usualInterval,
    saveAsProfile: null,
    idempotencyKey: '',
  }
}

export const placeOf = (step: Step) => steps.indexOf(step)
export const furthest = (a: Step, b: Step): Step => (placeOf(a) >= placeOf(b) ? a : b)

/** What the hub would make of a name. */
export function slugFrom(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replaceAll(/^-+|-+$/g, '')
}

const keptMs = 24 * 3_600_000
const storageKey = (tenantId: string) => `inthub-connect-draft-${tenantId}`

type Kept = { savedAt: number; draft: Draft }

// Somebody may type a password into an address; such a value is not kept.
const mayBeKept = (value: unknown) => typeof value !== 'string' || !/\/\/[^/?#]*@/.test(value)

/** Keeps the draft for a day, without anything that could be a secret. */
export function keepDraft(tenantId: string, draft: Draft): void {
  const config = Object.fromEntries(Object.entries(draft.config).filter(([, value]) => mayBeKept(value)))
  const kept: Kept = { savedAt: Date.now(), draft: { ...draft, config } }
  try {
    window.localStorage.setItem(storageKey(tenantId), JSON.stringify(kept))
  } catch {
    // A browser that keeps nothing only loses the comfort.
  }
}

export function dropDraft(tenantId: string): void {
  try {
    window.localStorage.removeItem(storageKey(tenantId))
  } catch {
    // Nothing was kept then.
  }
}

/** The draft of the last day, back at the credentials at most: what comes after needs the secret again. */
export function keptDraft(tenantId: string): { savedAt: number; draft: Draft } | null {
  try {
    const text = window.localStorage.getItem(storageKey(tenantId))
    const kept = text ? (JSON.parse(text) as Kept) : null
    if (!kept?.draft?.type || !(Date.now() - kept.savedAt < keptMs)) {
      dropDraft(tenantId)
      return null
    }
    const draft = { ...emptyDraft(), ...kept.draft }
    const isLate = placeOf(draft.step) > placeOf('credentials')
    const step = isLate ? 'credentials' : draft.step
    return { savedAt: kept.savedAt, draft: { ...draft, step, reached: step } }
  } catch {
    return null
  }
}
