'use client'

import { useEffect } from 'react'
import { ErrorState, Skeleton } from '@/app/ui/feedback'
import { type ConnectorForm, hasFields, problemsAt } from '../connector-form'
import { CredentialsFields } from '../credentials-fields'
import { StepName } from './step-name'
import { StepSettings } from './step-settings'
import { StepStart } from './step-start'
import { StepTest } from './step-test'
import { StepType } from './step-type'
import { StoredSecret } from './stored-secret'
import { originOf, tagsFor } from './tags'
import type { Wizard } from './use-wizard'

type Props = { types: readonly ConnectorForm[]; wizard: Wizard }

/** The step that is shown. */
export function StepBody({ types, wizard }: Props) {
  const { draft, choice, dispatch } = wizard
  switch (draft.step) {
    case 'type':
      return (
        <StepType
          types={types}
          chosen={draft}
          onChoose={(type, instance) => dispatch({ is: 'chose', type, instance })}
        />
      )
    case 'start':
      return <Start wizard={wizard} />
    case 'settings':
      return (
        <>
          <Refusal wizard={wizard} />
          <StepSettings
            placeTitle={choice.instance?.title ?? 'This service'}
            asked={choice.asked}
            config={draft.config}
            base={draft.base}
            from={originOf(draft)}
            problems={problemsAt(wizard.problems, 'config')}
            onConfig={(config) => dispatch({ is: 'set config', config })}
          />
        </>
      )
    case 'credentials':
      return <Credentials wizard={wizard} />
    case 'test':
      return <Test wizard={wizard} />
    case 'name':
      return <Name wizard={wizard} />
  }
}

function Refusal({ wizard: { trouble } }: { wizard: Wizard }) {
  return trouble ? <ErrorState compact trouble={trouble} /> : null
}

function Start({ wizard }: { wizard: Wizard }) {
  const { suggesting, lastUsed, profiles, draft } = wizard
  if (suggesting && !lastUsed && profiles.length === 0) return <Skeleton className="h-32 max-w-xl" />
  return (
    <StepStart
      lastUsed={lastUsed}
      profiles={profiles}
      placeTitle={wizard.choice.instance?.title ?? ''}
      start={draft.start ?? wizard.usualStart}
      onStart={wizard.startFrom}
    />
  )
}

function Credentials({ wizard }: { wizard: Wizard }) {
  const { draft, choice, dispatch, problems, secrets, reuse } = wizard
  const onConfig = (config: typeof draft.config) => dispatch({ is: 'set config', config })
  return (
    <>
      <Refusal wizard={wizard} />
      <div className="grid max-w-xl gap-6">
        <CredentialsFields
          methods={choice.methods}
          method={choice.method}
          asked={choice.asked}
          secretGiven={reuse !== null}
          config={draft.config}
          secrets={secrets}
          configProblems={problemsAt(problems, 'config')}
          secretProblems={problemsAt(problems, 'secrets')}
          configTags={tagsFor(choice.asked.account, {
            config: draft.config,
            base: draft.base,
            from: originOf(draft),
            onConfig,
          })}
          onMethod={wizard.chooseMethod}
          onConfig={onConfig}
          onSecrets={(next) => dispatch({ is: 'set secrets', secrets: next })}
        />
        {hasFields(choice.asked.secrets) && <StoredSecret wizard={wizard} />}
      </div>
    </>
  )
}

function Test({ wizard }: { wizard: Wizard }) {
  const { result, trouble, testing, found, test } = wizard
  const isDue = !result && !trouble && !testing
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once when the step is opened with nothing tested
  useEffect(() => {
    if (isDue) void test()
  }, [])
  return (
    <StepTest
      running={testing}
      found={found}
      result={result}
      trouble={trouble}
      hasSettings={hasFields(wizard.choice.asked.place)}
      onRun={() => void test()}
      onGo={(step) => wizard.dispatch({ is: 'went', step })}
    />
  )
}

function Name({ wizard }: { wizard: Wizard }) {
  const { draft, naming, problems, trouble, result, dispatch } = wizard
  const onlyDisabled =
    result && !result.success ? `The test did not pass, so it can only be saved disabled: ${result.message}` : null
  return (
    <StepName
      draft={draft}
      name={naming.name}
      slug={naming.slug}
      problems={problems}
      trouble={trouble}
      onlyDisabled={onlyDisabled}
      onChange={(part) => dispatch({ is: 'set place', part })}
    />
  )
}
