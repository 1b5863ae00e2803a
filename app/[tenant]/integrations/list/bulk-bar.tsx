'use client'

import { useApolloClient } from '@apollo/client/react'
import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import { formatNumber, plural } from '@/app/lib/format'
import { useMay } from '@/app/lib/tenant'
import { Button } from '@/app/ui/button'
import { PowerIcon, XIcon, ZapIcon } from '@/app/ui/icons'
import type { BulkAct, Outcome } from './bulk'
import type { RowRef } from './row-store'

const OutcomeDialog = dynamic(() => import('./outcome-dialog').then((it) => it.OutcomeDialog), { ssr: false })

type Run = { act: BulkAct; total: number; outcomes: Outcome[]; isOver: boolean }

const words: Record<BulkAct, { doing: string; done: string }> = {
  enable: { doing: 'Enabling', done: 'enabled' },
  disable: { doing: 'Disabling', done: 'disabled' },
  test: { doing: 'Testing', done: 'passed' },
}

type Props = { selected: ReadonlyMap<string, RowRef>; onClear: () => void }

/** What can be done with all that are selected, and how far it got. Deleting is done one by one, on its own page. */
export function BulkBar({ selected, onClear }: Props) {
  const client = useApolloClient()
  const mayWrite = useMay('integrations:write')
  const mayTest = useMay('integrations:test')
  const stop = useRef<AbortController | null>(null)
  const [run, setRun] = useState<Run | null>(null)
  const [showsFailures, setShowsFailures] = useState(false)
  const start = async (act: BulkAct) => {
    const { runBulk } = await import('./bulk')
    const rows = [...selected.values()]
    const control = new AbortController()
    stop.current = control
    setRun({ act, total: rows.length, outcomes: [], isOver: false })
    await runBulk(client, { act, rows, signal: control.signal }, (outcome) =>
      setRun((before) => before && { ...before, outcomes: [...before.outcomes, outcome] }),
    )
    setRun((before) => before && { ...before, isOver: true })
  }
  const isRunning = run !== null && !run.isOver
  const failures = run?.outcomes.filter(({ isDone }) => !isDone) ?? []
  if (selected.size === 0 && !run) return null
  return (
    <section
      aria-label="Selected integrations"
      className="mb-3 flex flex-wrap items-center gap-2 rounded-card border border-info-fill/50 bg-info-bg px-3 py-2"
    >
      <span className="font-medium">{formatNumber(selected.size)} selected</span>
      {mayWrite && (
        <>
          <Button size="sm" icon={<PowerIcon />} disabled={isRunning} onClick={() => void start('enable')}>
            Enable
          </Button>
          <Button size="sm" icon={<PowerIcon />} disabled={isRunning} onClick={() => void start('disable')}>
            Disable
          </Button>
        </>
      )}
      {mayTest && (
        <Button size="sm" icon={<ZapIcon />} disabled={isRunning} onClick={() => void start('test')}>
          Test
        </Button>
      )}
      <Button
        size="sm"
        variant="ghost"
        icon={<XIcon />}
        disabled={isRunning}
        onClick={() => {
          setRun(null)
          onClear()
        }}
      >
        Clear
      </Button>
      {run && (
        <span className="ml-auto flex flex-wrap items-center gap-2">
          {isRunning && (
            <progress
              aria-label="Done so far"
              max={run.total}
              value={run.outcomes.length}
              className="w-28 accent-accent"
            />
          )}
          <span role="status">{told(run, failures.length)}</span>
          {isRunning && (
            <Button size="sm" onClick={() => stop.current?.abort()}>
              Stop
            </Button>
          )}
          {failures.length > 0 && (
            <Button size="sm" onClick={() => setShowsFailures(true)}>
              Show what failed
            </Button>
          )}
        </span>
      )}
      {showsFailures && <OutcomeDialog outcomes={failures} onClose={() => setShowsFailures(false)} />}
    </section>
  )
}

function told({ act, total, outcomes, isOver }: Run, failed: number): string {
  const { doing, done } = words[act]
  if (!isOver) return `${doing}: ${formatNumber(outcomes.length)} of ${formatNumber(total)}`
  const left = total - outcomes.length
  return [
    `${formatNumber(outcomes.length - failed)} of ${plural(total, 'integration')} ${done}`,
    failed > 0 && `${formatNumber(failed)} failed`,
    left > 0 && `${formatNumber(left)} left alone`,
  ]
    .filter(Boolean)
    .join(', ')
}
