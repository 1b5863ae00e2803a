'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type {
  CheckFoundFragment,
  DoctorCheckName,
  DoctorSource,
  ExaminationsQuery as ExaminationsData,
  ExaminationsQueryVariables,
  ReportMadeFragment,
} from '@/app/generated/graphql'
import { type Seed, useSeededQuery } from '@/app/lib/graphql-client'
import { useShortcuts } from '@/app/lib/shortcuts'
import { useMay } from '@/app/lib/tenant'
import { Button, IconButton } from '@/app/ui/button'
import { Section } from '@/app/ui/card'
import { CopyButton } from '@/app/ui/copy-button'
import { EmptyState, ErrorState, Notice } from '@/app/ui/feedback'
import { HistoryStrip } from '@/app/ui/history-strip'
import { ActivityIcon, RefreshCwIcon } from '@/app/ui/icons'
import { RelativeTime } from '@/app/ui/time'
import { useToast } from '@/app/ui/toast'
import { CheckLines, checkWords, everyCheck, statusShapes, statusWords } from '../../check-lines'
import { DoctorSubscription, ExaminationsQuery } from '../../examination-queries'
import { useExamination } from '../../use-examination'
import { useIntegration } from '../integration-context'
import { reportAsJson, reportAsMarkdown } from './report-text'
import { Schedule } from './schedule'

type Props = { seed: Seed<ExaminationsData, ExaminationsQueryVariables>; runs: boolean }
type Kept = ExaminationsData['examinations'][number]

const overallTones = { HEALTHY: 'ok', DEGRADED: 'warn', UNHEALTHY: 'bad' } as const
const overallWords = {
  HEALTHY: 'All is well.',
  DEGRADED: 'It works, and something needs attention.',
  UNHEALTHY: 'It does not work.',
}
const sourceWords: Record<DoctorSource, string> = {
  PERSON: 'asked for',
  SCHEDULE: 'on the schedule',
  HEALTH: 'because health turned bad',
  DRAFT: 'of a draft',
}

/**
 * Runs an examination and reads the history anew when it ended; asked for in the address, it begins at once. One check
 * alone is run beside it: what it finds is laid over the whole report, whose verdict stays.
 */
function useRuns(id: string, runs: boolean, reread: () => void) {
  const whole = useExamination()
  const part = useExamination()
  const mayTest = useMay('integrations:test')
  const pathname = usePathname()
  const running = whole.running || part.running
  const start = () => {
    if (!mayTest || running) return
    part.reset()
    void whole.run(DoctorSubscription, { integration: id, checks: null }).then(reread)
  }
  const startOne = (name: DoctorCheckName) => {
    if (!mayTest || running) return
    void part.run(DoctorSubscription, { integration: id, checks: [name] })
  }
  const isDue = useRef(runs)
  useEffect(() => {
    if (!isDue.current) return
    isDue.current = false
    // A page that is loaded again does not examine again.
    window.history.replaceState(null, '', pathname)
    start()
  })
  return { whole, part, running, mayTest, start, startOne }
}

type Doctor = ReturnType<typeof useRuns>

/** The examination under way or just made; before the first of this visit, the last that is kept. */
function shownOf({ whole }: Doctor, [last]: readonly Kept[]) {
  const { running, report, trouble, checks, expected } = whole
  const isFresh = running || report !== null || trouble !== null
  if (isFresh) return { report, checks, expected: expected.length > 0 ? expected : everyCheck, kept: null }
  if (!last) return null
  return { report: last.report, checks: last.report.checks, expected: everyCheck, kept: last }
}

/** What a check alone found, or is about to find, in the place of what the whole examination found. */
function laidOver(checks: readonly CheckFoundFragment[], { part }: Doctor): CheckFoundFragment[] {
  const anew = new Set([...part.checks.map(({ name }) => name), ...(part.running ? part.expected : [])])
  return [...checks.filter(({ name }) => !anew.has(name)), ...part.checks]
}

function useCopying(text: string | null) {
  const toast = useToast()
  return () => {
    if (!text) return
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))
    written.then(
      () => toast.done('The report is copied as Markdown'),
      () => toast.problem('The report could not be copied'),
    )
  }
}

/** The Doctor tab: what is wrong, how that shows, what to do, and how it was before. */
export function DoctorPage({ seed, runs }: Props) {
  const { integration } = useIntegration()
  const { data, refetch } = useSeededQuery(ExaminationsQuery, seed)
  const { examinations } = data
  const doctor = useRuns(integration.id, runs, () => void refetch().catch(() => {}))
  const shown = shownOf(doctor, examinations)
  const trouble = doctor.whole.trouble ?? doctor.part.trouble
  return (
    <div className="grid gap-6">
      <Acts doctor={doctor} report={shown?.report ?? null} slug={integration.slug} />
      <Outcome report={shown?.report ?? null} running={doctor.whole.running} kept={shown?.kept ?? null} />
      <Part doctor={doctor} />
      {trouble && <ErrorState compact trouble={trouble} onRetry={doctor.start} />}
      {shown ? (
        <CheckLines
          checks={laidOver(shown.checks, doctor)}
          expected={shown.expected}
          running={doctor.running}
          aside={(name) => (
            <span className="flex shrink-0 items-start gap-2">
              <Past name={name} examinations={examinations} />
              {doctor.mayTest && !doctor.whole.running && <RunOne doctor={doctor} name={name} />}
            </span>
          )}
        />
      ) : (
        <EmptyState title="Not examined yet">
          Eight checks tell what is wrong, how that shows and what to do. The doctor also comes by itself, on its
          schedule and whenever health turns bad.
        </EmptyState>
      )}
      {shown?.report && <Comparison report={shown.report} examinations={examinations} />}
      <Schedule schedule={data.integration.doctorSchedule} />
    </div>
  )
}

function RunOne({ doctor, name }: { doctor: Doctor; name: DoctorCheckName }) {
  return (
    <IconButton
      size="sm"
      label={`Run ${checkWords[name]} alone`}
      title="Run this check alone"
      icon={<RefreshCwIcon />}
      aria-disabled={doctor.running || undefined}
      onClick={() => doctor.startOne(name)}
    />
  )
}

/** A check alone is no examination: its verdict would say more than was looked at. */
function Part({ doctor: { part, whole } }: { doctor: Doctor }) {
  const names = part.expected.map((name) => checkWords[name]).join(', ')
  const isTold = !whole.running && (part.running || part.report !== null)
  return (
    <div
      role="status"
      aria-live="polite"
      className="empty:hidden"
      data-part={isTold && !part.running ? 'done' : undefined}
    >
      {isTold && (
        <Notice tone="info">
          {part.running
            ? `Running ${names} alone.`
            : `${names} was run alone just now. The verdict is still that of the whole examination.`}
        </Notice>
      )}
    </div>
  )
}

type ActsProps = { doctor: Doctor; report: ReportMadeFragment | null; slug: string }

function Acts({ doctor, report, slug }: ActsProps) {
  const markdown = report && reportAsMarkdown(slug, report)
  const copy = useCopying(markdown)
  useShortcuts({ ...(doctor.mayTest && { r: doctor.start }), ...(markdown && { c: copy }) })
  return (
    <div className="flex flex-wrap items-center gap-2">
      {doctor.mayTest ? (
        <Button
          variant="primary"
          icon={<ActivityIcon />}
          shortcut="r"
          aria-keyshortcuts="r"
          pending={doctor.running}
          onClick={doctor.start}
        >
          {report ? 'Examine again' : 'Examine now'}
        </Button>
      ) : (
        <p className="text-text-2">You may look. Examining needs the role operator.</p>
      )}
      {report && markdown && (
        <>
          <CopyButton size="md" value={markdown} label="Copy as Markdown" aria-keyshortcuts="c" />
          <CopyButton size="md" value={reportAsJson(report)} label="Copy as JSON" />
        </>
      )}
    </div>
  )
}

/** Said once, at the end, to those who hear the page instead of seeing it. */
function Outcome({
  report,
  running,
  kept,
}: {
  report: ReportMadeFragment | null
  running: boolean
  kept: Kept | null
}) {
  return (
    <div role="status" aria-live="polite" data-overall={report?.overall}>
      {running && <Notice tone="info">Examining. Each check shows as it ends.</Notice>}
      {!running && report && (
        <Notice tone={overallTones[report.overall]}>
          <strong className="font-semibold">{overallWords[report.overall]}</strong> {report.message}
          {kept && (
            <span className="text-text-2">
              {' '}
              Examined <RelativeTime at={report.startedAt} />, {sourceWords[kept.source]}.
            </span>
          )}
        </Notice>
      )}
    </div>
  )
}

/** How a check ended in the last ten examinations, oldest first. */
function Past({ name, examinations }: { name: DoctorCheckName; examinations: readonly Kept[] }) {
  const bars = examinations.toReversed().flatMap(({ report }) => {
    const check = report.checks.find((each) => each.name === name)
    return check ? [{ at: report.startedAt, state: statusShapes[check.status], message: check.message }] : []
  })
  if (bars.length === 0) return null
  return (
    <div className="mt-0.5 w-16 shrink-0 max-sm:hidden">
      <HistoryStrip bars={bars} slots={10} className="h-4" />
    </div>
  )
}

function Comparison({ report, examinations }: { report: ReportMadeFragment; examinations: readonly Kept[] }) {
  const [isOpen, setOpen] = useState(false)
  const good = examinations.find((one) => one.report.overall === 'HEALTHY' && one.report !== report)?.report
  const saidThen = (name: DoctorCheckName) => good?.checks.find((check) => check.name === name)?.message
  return (
    <Section title="Compared with the last good report">
      <Button aria-expanded={isOpen} aria-controls="comparison" onClick={() => setOpen(!isOpen)}>
        {isOpen ? 'Hide the comparison' : 'Compare with last good'}
      </Button>
      <div id="comparison" className="mt-3">
        {isOpen && report.changes.length === 0 && (
          <p className="text-text-2">Nothing ended differently, or there is no good report yet.</p>
        )}
        {isOpen && (
          <ul className="grid gap-2">
            {report.changes.map(({ name, from, to }) => (
              <li key={name}>
                <span className="font-medium">{checkWords[name]}</span>: {statusWords[from]} → {statusWords[to]}
                {saidThen(name) && <span className="text-text-2"> Then: {saidThen(name)}</span>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  )
}
