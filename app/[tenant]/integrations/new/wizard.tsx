'use client'

import { type FormEvent, useEffect, useRef } from 'react'
import { useTenant } from '@/app/lib/tenant'
import { Button } from '@/app/ui/button'
import { PageHeader } from '@/app/ui/card'
import { useToast } from '@/app/ui/toast'
import type { ConnectorForm } from '../connector-form'
import { LeaveDialog } from '../leave-dialog'
import { useLeaveGuard } from '../leave-guard'
import { Done } from './done'
import { type Draft, placeOf, type Step, steps } from './draft'
import { Footer } from './footer'
import { RestoredNotice } from './restored-notice'
import { StepBody } from './step-body'
import { Stepper } from './stepper'
import { Summary } from './summary'
import { useWizard } from './use-wizard'
import { useWizardKeys } from './wizard-keys'

type Props = { types: readonly ConnectorForm[]; first: Partial<Draft>; profile: string | null }

const questions: Record<Step, string> = {
  type: 'Which service?',
  start: 'Start from',
  settings: 'Settings',
  credentials: 'Credentials',
  test: 'Test',
  name: 'Name and finish',
}

/** From a service to a watched integration in six steps. Nothing is written before the last. */
export function Wizard({ types, first, profile }: Props) {
  const { slug } = useTenant()
  const toast = useToast()
  const wizard = useWizard(types, first, profile)
  const { draft, connected } = wizard
  const guard = useLeaveGuard(wizard.hasSecret && !connected)
  const form = useRef<HTMLFormElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef<Step>(draft.step)
  useEffect(() => {
    if (shown.current === draft.step) return
    shown.current = draft.step
    window.scrollTo({ top: 0 })
    if (draft.step !== 'type') heading.current?.focus({ preventScroll: true })
  }, [draft.step])
  const leave = () => {
    if (draft.type && !wizard.hasSecret) toast.done('Draft kept for 24 hours', 'Without secrets.')
    guard.go(`/${slug}/integrations`)
  }
  useWizardKeys({ isOff: connected !== null, onNext: () => form.current?.requestSubmit(), onLeave: leave })
  if (connected) return <Done integration={connected} onAnother={wizard.startOver} />
  const { connector, instance, method } = wizard.choice
  const submit = (event: FormEvent) => {
    event.preventDefault()
    wizard.next()
  }
  return (
    <>
      <PageHeader title={instance ? `Connect ${instance.title}` : 'Connect a service'}>
        <Button size="sm" onClick={leave} shortcut="Esc">
          Close
        </Button>
      </PageHeader>
      <Stepper current={draft.step} reached={draft.reached} onGo={(step) => wizard.dispatch({ is: 'went', step })} />
      <div className={instance && draft.step !== 'type' ? 'grid gap-8 lg:grid-cols-[1fr_18rem]' : 'grid'}>
        <form
          ref={form}
          noValidate
          autoComplete="off"
          onSubmit={submit}
          className="grid min-w-0 content-start gap-6 pt-6"
        >
          <h2 ref={heading} tabIndex={-1} className="text-reading font-semibold outline-none">
            <span className="sr-only">
              Step {placeOf(draft.step) + 1} of {steps.length}:{' '}
            </span>
            {questions[draft.step]}
          </h2>
          {wizard.restoredFrom && <RestoredNotice at={wizard.restoredFrom} onStartOver={wizard.startOver} />}
          <StepBody types={types} wizard={wizard} />
          <Footer wizard={wizard} />
        </form>
        {connector && instance && draft.step !== 'type' && (
          <div className="pt-6">
            <Summary connector={connector} instance={instance} method={method} draft={draft} />
          </div>
        )}
      </div>
      <LeaveDialog guard={guard} also="The draft is kept for 24 hours." />
    </>
  )
}
