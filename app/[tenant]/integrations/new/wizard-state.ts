import type { CheckFoundFragment, ConnectIntegrationMutation } from '@/app/generated/graphql'
import type { Trouble } from '@/app/ui/feedback'
import type { Values } from '@/app/ui/settings-form/schema'
import { type Draft, emptyDraft, furthest, newKey, type Step } from './draft'

/**
 * The wizard's state and how it changes. A changed draft is another request, so it gets another idempotency key, and
 * what was tested is no longer what would be saved. Secrets stand beside the draft, in memory only.
 */
export type Connected = ConnectIntegrationMutation['connectIntegration']['integration']
export type Problems = Record<string, string>
/** What the test found. What may fail without keeping the rest from working does not keep it from being saved. */
export type DraftResult = { success: boolean; message: string; checks: CheckFoundFragment[] }

/** An integration whose stored secret is used, by reference. */
export type Reuse = { id: string; slug: string; name: string }

export type WizardState = {
  draft: Draft
  secrets: Values
  /** The integration whose stored secret is used instead; chosen anew after every return to a draft. */
  reuse: Reuse | null
  /** By path, as the hub names fields: config.baseUrl, secrets.token, name. */
  problems: Problems
  trouble: Trouble | null
  result: DraftResult | null
  connected: Connected | null
  /** When the draft that was taken up again had been kept. */
  restoredFrom: number | null
}

export type WizardEvent =
  | { is: 'restored'; draft: Draft; savedAt: number }
  | { is: 'reset' }
  | { is: 'went'; step: Step }
  | { is: 'chose'; type: string; instance: string }
  | { is: 'started'; part: Pick<Draft, 'start' | 'startName' | 'base' | 'config' | 'method'> & Partial<Draft> }
  | { is: 'set config'; config: Values }
  | { is: 'set method'; method: string; config: Values }
  | { is: 'set secrets'; secrets: Values }
  | { is: 'set reuse'; reuse: Reuse | null }
  | { is: 'set place'; part: Partial<Draft> }
  | { is: 'checked'; problems: Problems }
  | { is: 'asked' }
  | { is: 'tested'; result: DraftResult | null }
  | { is: 'refused'; problems: Problems; trouble: Trouble; step: Step | null }
  | { is: 'connected'; integration: Connected }

export function firstState(first: Partial<Draft>): WizardState {
  return {
    draft: { ...emptyDraft(), ...first },
    secrets: {},
    reuse: null,
    problems: {},
    trouble: null,
    result: null,
    connected: null,
    restoredFrom: null,
  }
}

const changed = (state: WizardState, part: Partial<Draft>): WizardState => ({
  ...state,
  trouble: null,
  draft: { ...state.draft, ...part, idempotencyKey: newKey() },
})

const untested = (state: WizardState): WizardState => ({ ...state, result: null })

const without = (problems: Problems, drop: (path: string) => boolean): Problems =>
  Object.fromEntries(Object.entries(problems).filter(([path]) => !drop(path)))

/** Problems of fields whose value is another one now are not told any more. */
function settled(problems: Problems, place: string, before: Values, after: Values): Problems {
  return without(problems, (path) => {
    const [of = '', name = ''] = path.split('.')
    return of === place && before[name] !== after[name]
  })
}

const went = (draft: Draft, step: Step): Draft => ({ ...draft, step, reached: furthest(draft.reached, step) })

function chose(state: WizardState, type: string, instance: string): WizardState {
  const isSame = type === state.draft.type && instance === state.draft.instance
  if (isSame) return { ...state, draft: went(state.draft, 'start') }
  return changed(firstState({}), { step: 'start', reached: 'start', type, instance })
}

type Handlers = { [E in WizardEvent as E['is']]: (state: WizardState, event: E) => WizardState }

const handlers: Handlers = {
  restored: (_state, { draft, savedAt }) => ({ ...firstState(draft), restoredFrom: savedAt }),
  reset: () => firstState({}),
  went: (state, { step }) => ({ ...state, draft: went(state.draft, step) }),
  chose: (state, { type, instance }) => chose(state, type, instance),
  started: (state, { part }) => untested(changed({ ...state, problems: {}, reuse: null }, part)),
  'set config': (state, { config }) => ({
    ...untested(changed(state, { config })),
    problems: settled(state.problems, 'config', state.draft.config, config),
  }),
  'set method': (state, { method, config }) => ({
    ...untested(changed(state, { method, config })),
    secrets: {},
    reuse: null,
    problems: without(state.problems, (path) => path.startsWith('secrets.')),
  }),
  'set secrets': (state, { secrets }) => ({
    ...untested(changed(state, {})),
    secrets,
    problems: settled(state.problems, 'secrets', state.secrets, secrets),
  }),
  'set reuse': (state, { reuse }) => ({
    ...untested(changed(state, {})),
    reuse,
    secrets: {},
    problems: without(state.problems, (path) => path.startsWith('secrets.')),
  }),
  'set place': (state, { part }) => ({
    ...changed(state, part),
    problems: without(state.problems, (path) => (path.split('.')[0] ?? '') in part),
  }),
  checked: (state, { problems }) => ({
    ...state,
    problems: { ...without(state.problems, (path) => /^(config|secrets)\./.test(path)), ...problems },
  }),
  asked: (state) => ({ ...untested(state), trouble: null }),
  tested: (state, { result }) => ({ ...state, result }),
  refused: (state, { problems, trouble, step }) => ({
    ...state,
    trouble,
    problems: { ...state.problems, ...problems },
    draft: step ? went(state.draft, step) : state.draft,
  }),
  connected: (state, { integration }) => ({ ...state, secrets: {}, connected: integration }),
}

export function wizardReducer(state: WizardState, event: WizardEvent): WizardState {
  const handle = handlers[event.is] as (state: WizardState, event: WizardEvent) => WizardState
  return handle(state, event)
}
