'use client'

import { useApolloClient, useMutation, useQuery } from '@apollo/client/react'
import { type Dispatch, useEffect, useMemo, useReducer } from 'react'
import type { ReportMadeFragment } from '@/app/generated/graphql'
import { useTenant } from '@/app/lib/tenant'
import { fieldTroubles, troubleOf } from '@/app/lib/trouble'
import { defaultsOf } from '@/app/ui/settings-form/schema'
import { askedBy, type ConnectorForm } from '../connector-form'
import { DoctorDraftSubscription } from '../examination-queries'
import { ConnectMutation, SuggestQuery } from '../queries'
import { useExamination } from '../use-examination'
import { type Draft, dropDraft, keepDraft, keptDraft, placeOf, type Step, steps } from './draft'
import { StartingProfilesQuery } from './profile-queries'
import { startOf, usualStart } from './start-from'
import {
  asSentences,
  type Choice,
  choiceOf,
  connectInput,
  earliestStep,
  namingOf,
  problemsOfStep,
  testInput,
} from './submission'
import { type DraftResult, firstState, type WizardEvent, type WizardState, wizardReducer } from './wizard-state'

/** Takes up the draft of the last day, and keeps the present one. */
function useKeptDraft({ draft, connected }: WizardState, isPreset: boolean, dispatch: Dispatch<WizardEvent>): void {
  const { id: tenantId } = useTenant()
  useEffect(() => {
    const kept = isPreset ? null : keptDraft(tenantId)
    if (kept) dispatch({ is: 'restored', ...kept })
  }, [tenantId, isPreset, dispatch])
  useEffect(() => {
    if (connected) dropDraft(tenantId)
    else if (draft.type) keepDraft(tenantId, draft)
  }, [tenantId, draft, connected])
}

function useSuggestion(draft: Draft) {
  const { data, loading } = useQuery(SuggestQuery, {
    variables: { type: draft.type ?? '', instance: draft.instance },
    skip: !draft.type,
    fetchPolicy: 'network-only',
  })
  const suggestion = data?.suggestIntegration ?? null
  const isOfThisPlace = suggestion?.lastUsed?.instance === draft.instance
  const saved = useQuery(StartingProfilesQuery, {
    variables: { type: draft.type ?? '', instance: draft.instance },
    skip: !draft.type,
    fetchPolicy: 'network-only',
  })
  const nodes = (saved.data?.connectionProfiles.edges ?? []).map(({ node }) => node)
  const profiles = [...nodes].sort((a, b) => Number(b.isDefault) - Number(a.isDefault))
  const lastUsed = isOfThisPlace ? (suggestion?.lastUsed ?? null) : null
  return { suggestion, offered: { lastUsed, profiles }, loading: loading || saved.loading }
}

/** Connecting asks for reach and identity; what the credential may list is told, and decides nothing. */
function resultOf({ message, checks }: ReportMadeFragment): DraftResult {
  const success = !checks.some(({ name, status }) => status === 'FAIL' && name !== 'RESOURCES')
  return { success, message, checks }
}

/** The acts that ask the hub. What it refuses is told at the field, and the wizard goes to the first one's step. */
function useHub({ draft, secrets, reuse }: WizardState, choice: Choice, dispatch: Dispatch<WizardEvent>) {
  const client = useApolloClient()
  const examination = useExamination()
  const [runConnect, connecting] = useMutation(ConnectMutation)
  const { asked } = choice
  const refused = (error: unknown) => {
    const problems = asSentences(fieldTroubles(error), asked)
    dispatch({ is: 'refused', problems, trouble: troubleOf(error), step: earliestStep(problems, asked) })
  }
  const input = testInput(choice, draft, { secrets, reuse })
  return {
    hasSecret: Object.keys(input.secrets ?? {}).length > 0,
    testing: examination.running,
    found: examination.checks,
    saving: connecting.loading,
    async test() {
      dispatch({ is: 'asked' })
      const ended = await examination.run(DoctorDraftSubscription, { input })
      if ('error' in ended) refused(ended.error)
      else dispatch({ is: 'tested', result: resultOf(ended.report) })
    },
    async save(naming: ReturnType<typeof namingOf>, saveDisabled: boolean) {
      const whole = { ...connectInput(input, draft, naming), saveDisabled }
      try {
        const { data } = await runConnect({ variables: { input: whole } })
        if (!data) return
        dispatch({ is: 'connected', integration: data.connectIntegration.integration })
        void client.refetchQueries({ include: 'active' })
      } catch (error) {
        refused(error)
      }
    },
  }
}

type Going = Pick<WizardState, 'draft' | 'result'> & {
  dispatch: Dispatch<WizardEvent>
  passes: (step: Step) => boolean
  begin: () => void
  save: (saveDisabled: boolean) => void
}

/** What "next" means at each step. */
function goOn({ draft, result, dispatch, passes, begin, save }: Going): void {
  if (draft.step === 'name') {
    save(result !== null && !result.success)
    return
  }
  const isStuck = (draft.step === 'type' && !draft.type) || (draft.step === 'test' && !result)
  if (isStuck || !passes(draft.step)) return
  if (draft.step === 'start' && draft.start === null) begin()
  const after = steps[placeOf(draft.step) + 1]
  if (after) dispatch({ is: 'went', step: after })
}

/** The connect wizard: its state, what it chose, and its acts. */
export function useWizard(types: readonly ConnectorForm[], first: Partial<Draft>, profile: string | null) {
  const [state, dispatch] = useReducer(wizardReducer, first, firstState)
  const { draft } = state
  useKeptDraft(state, first.type !== undefined, dispatch)
  const choice = useMemo(() => choiceOf(types, draft), [types, draft])
  const { suggestion, offered, loading } = useSuggestion(draft)
  const usual = usualStart(offered, profile)
  const hub = useHub(state, choice, dispatch)
  const naming = namingOf(draft, suggestion)
  const { id: tenantId } = useTenant()
  const save = (saveDisabled: boolean) => {
    if (!hub.saving) void hub.save(naming, saveDisabled)
  }
  const startFrom = (start: string) => dispatch(startOf(choice, start, offered))
  // What does not fit is told at its field.
  const passes = (step: Step): boolean => {
    const problems = problemsOfStep(step, choice.asked, state)
    dispatch({ is: 'checked', problems })
    return Object.keys(problems).length === 0
  }
  return {
    ...state,
    ...hub,
    choice,
    ...offered,
    usualStart: usual,
    suggesting: loading,
    naming,
    dispatch,
    save,
    startFrom,
    next: () => {
      const begin = () => startFrom(usual)
      if (!(loading && draft.step === 'start')) goOn({ ...state, dispatch, passes, begin, save })
    },
    chooseMethod(id: string) {
      const { account } = askedBy(
        choice.instance,
        choice.methods.find((method) => method.id === id),
      )
      dispatch({ is: 'set method', method: id, config: { ...defaultsOf(account), ...draft.config } })
    },
    startOver() {
      dropDraft(tenantId)
      dispatch({ is: 'reset' })
    },
  }
}

export type Wizard = ReturnType<typeof useWizard>
