'use client'

import type { ProbeRunFragment } from '@/app/generated/graphql'
import { Button } from '@/app/ui/button'
import { ErrorState, Notice, type Trouble } from '@/app/ui/feedback'
import { ArrowLeftIcon, RefreshCwIcon } from '@/app/ui/icons'
import { type ProbeLine, ProbeList } from '@/app/ui/probe-list'
import { EgressCommand, egressCommandIn, withoutCommand } from '../egress-command'
import type { Step } from './draft'

type Props = {
  running: boolean
  result: ProbeRunFragment | null
  trouble: Trouble | null
  /** Whether there is anything to set about the address. */
  hasSettings: boolean
  onRun: () => void
  onGo: (step: Step) => void
}

const placeOfProbe: Partial<Record<ProbeLine['name'], 'settings' | 'credentials'>> = {
  CONNECTIVITY: 'settings',
  TLS: 'settings',
  VERSION: 'settings',
  AUTHENTICATION: 'credentials',
  AUTHORIZATION: 'credentials',
}
const jumpWords = { settings: 'Change the settings', credentials: 'Change the credentials' }

/** Does it work? The seven checks on what is not saved yet. */
export function StepTest({ running, result, trouble, hasSettings, onRun, onGo }: Props) {
  const jumpOf = (probe: ProbeLine) => {
    const step = placeOfProbe[probe.name]
    if (probe.status !== 'FAIL' || !step || (step === 'settings' && !hasSettings)) return null
    return step
  }
  const action = (probe: ProbeLine) => {
    const command = egressCommandIn(probe.remedy)
    const step = jumpOf(probe)
    if (!command && !step) return null
    return (
      <div className="grid justify-items-start gap-2">
        {command && <EgressCommand command={command} />}
        {step && (
          <Button size="sm" icon={<ArrowLeftIcon />} onClick={() => onGo(step)}>
            {jumpWords[step]}
          </Button>
        )}
      </div>
    )
  }
  return (
    <div className="grid max-w-3xl gap-4">
      <div role="status">
        <Verdict running={running} result={result} />
      </div>
      {trouble && <ErrorState compact trouble={trouble} onRetry={onRun} />}
      {!trouble && (
        <ProbeList probes={result?.probes ?? []} running={running} action={action} remedyOf={withoutCommand} />
      )}
      {result && (
        <Button icon={<RefreshCwIcon />} pending={running} onClick={onRun} className="justify-self-start">
          Test again
        </Button>
      )}
    </div>
  )
}

function Verdict({ running, result }: Pick<Props, 'running' | 'result'>) {
  if (running) return <Notice tone="info">Testing the connection. Nothing is saved yet.</Notice>
  if (!result) return null
  if (!result.success) {
    return (
      <Notice tone="bad">
        <strong className="font-semibold">The test did not pass.</strong> {result.message}
      </Notice>
    )
  }
  const hasWarning = result.probes.some(({ status }) => status === 'WARN')
  return (
    <Notice tone={hasWarning ? 'warn' : 'ok'}>
      <strong className="font-semibold">{hasWarning ? 'It works, with a warning.' : 'It works.'}</strong>{' '}
      {result.message}
    </Notice>
  )
}
