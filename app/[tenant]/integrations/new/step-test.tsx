'use client'

import type { CheckFoundFragment, DoctorCheckName } from '@/app/generated/graphql'
import { Button } from '@/app/ui/button'
import { ErrorState, Notice, type Trouble } from '@/app/ui/feedback'
import { ArrowLeftIcon, RefreshCwIcon } from '@/app/ui/icons'
import { CheckLines, everyCheck } from '../check-lines'
import type { Step } from './draft'
import type { DraftResult } from './wizard-state'

type Props = {
  running: boolean
  /** What the run that is under way found so far. */
  found: readonly CheckFoundFragment[]
  result: DraftResult | null
  trouble: Trouble | null
  /** Whether there is anything to set about the address. */
  hasSettings: boolean
  onRun: () => void
  onGo: (step: Step) => void
}

const placeOfCheck: Partial<Record<DoctorCheckName, 'settings' | 'credentials'>> = {
  CONNECTIVITY: 'settings',
  TLS: 'settings',
  VERSION: 'settings',
  AUTHENTICATION: 'credentials',
  AUTHORIZATION: 'credentials',
}
const jumpWords = { settings: 'Change the settings', credentials: 'Change the credentials' }

/** Does it work? The doctor's checks on what is not saved yet, each shown as it ends. */
export function StepTest({ running, found, result, trouble, hasSettings, onRun, onGo }: Props) {
  const action = ({ name, status }: CheckFoundFragment) => {
    const step = placeOfCheck[name]
    if (status !== 'FAIL' || !step || (step === 'settings' && !hasSettings)) return null
    return (
      <Button size="sm" icon={<ArrowLeftIcon />} onClick={() => onGo(step)} className="justify-self-start">
        {jumpWords[step]}
      </Button>
    )
  }
  return (
    <div className="grid max-w-3xl gap-4">
      <div role="status">
        <Verdict running={running} result={result} />
      </div>
      {trouble && <ErrorState compact trouble={trouble} onRetry={onRun} />}
      {!trouble && (
        <CheckLines
          checks={running ? found : (result?.checks ?? [])}
          expected={everyCheck}
          running={running}
          action={action}
          leadsAway={false}
        />
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
  const hasWarning = result.checks.some(({ status }) => status === 'WARN' || status === 'FAIL')
  return (
    <Notice tone={hasWarning ? 'warn' : 'ok'}>
      <strong className="font-semibold">{hasWarning ? 'It works, with a warning.' : 'It works.'}</strong>{' '}
      {result.message}
    </Notice>
  )
}
