'use client'

import { useApolloClient, useMutation, useQuery } from '@apollo/client/react'
import { type Dispatch, useEffect, useMemo, useReducer } from 'react'
import { useTenant } from '@/app/lib/tenant'
import { fieldTroubles, troubleOf } from '@/app/lib/trouble'
import { defaultsOf, type Values } from '@/app/ui/settings-form/schema'
import { askedBy, type ConnectorForm, methodsAt } from '../connector-form'
import { ConnectMutation, SuggestQuery, TestDraftMutation } from '../queries'
import { type Draft, dropDraft, keepDraft, keptDraft, placeOf, type Step, steps } from './draft'
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
import { firstState, type WizardEvent, type WizardState, wizardReducer } from './wizard-state'

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
  return { suggestion, lastUsed: isOfThisPlace ? (suggestion?.lastUsed ?? null) : null, loading }
}

/** The acts that ask the hub. What it refuses is told at the field, and the wizard goes to the first one's step. */
function useHub({ draft, secrets }: WizardState, choice: Choice, dispatch: Dispatch<WizardEvent>) {
  const client = useApolloClient()
  const [runTest, testing] = useMutation(TestDraftMutation)
  const [runConnect, connecting] = useMutation(ConnectMutation)
  const { asked } = choice
  const refused = (error: unknown) => {
    const problems = asSentences(fieldTroubles(error), asked)
    dispatch({ is: 'refused', problems, trouble: troubleOf(error), step: earliestStep(problems, asked) })
  }
  const input = testInput(choice, draft, secrets)
  return {
    hasSecret: Object.keys(input.secrets ?? {}).length > 0,
    testing: testing.loading,
    saving: connecting.loading,
    async test() {
      dispatch({ is: 'asked' })
      try {
        const { data } = await runTest({ variables: { input } })
        dispatch({ is: 'tested', result: data?.testIntegrationDraft.result ?? null })
      } catch (error) {
        refused(error)
      }
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

/** What a draft starts with: the settings of the last use, or every field at its default. */
function startOf(
  choice: Choice,
  start: 'last' | 'blank',
  last: { method: string; config: Values } | null,
): WizardEvent {
  const { connector, instance, method } = choice
  const base = start === 'last' ? (last?.config ?? {}) : {}
  const methods = connector ? methodsAt(connector, instance) : []
  const next = (start === 'last' && methods.find(({ id }) => id === last?.method)) || method
  const { place, account } = askedBy(instance, next)
  const config = { ...defaultsOf(place), ...defaultsOf(account), ...base }
  return { is: 'started', start, base, config, method: next?.id ?? null }
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
export function useWizard(types: readonly ConnectorForm[], first: Partial<Draft>) {
  const [state, dispatch] = useReducer(wizardReducer, first, firstState)
  const { draft, secrets } = state
  useKeptDraft(state, first.type !== undefined, dispatch)
  const choice = useMemo(() => choiceOf(types, draft), [types, draft])
  const { suggestion, lastUsed, loading } = useSuggestion(draft)
  const hub = useHub(state, choice, dispatch)
  const naming = namingOf(draft, suggestion)
  const { id: tenantId } = useTenant()
  const save = (saveDisabled: boolean) => {
    if (!hub.saving) void hub.save(naming, saveDisabled)
  }
  const startFrom = (start: 'last' | 'blank') => dispatch(startOf(choice, start, lastUsed))
  // What does not fit is told at its field.
  const passes = (step: Step): boolean => {
    const problems = problemsOfStep(step, choice.asked, draft, secrets)
    dispatch({ is: 'checked', problems })
    return Object.keys(problems).length === 0
  }
  return {
    ...state,
    ...hub,
    choice,
    lastUsed,
    suggesting: loading,
    naming,
    dispatch,
    save,
    startFrom,
    next: () => {
      const begin = () => startFrom(lastUsed ? 'last' : 'blank')
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
