'use client'

import { formatDuration } from '@/app/lib/format'
import { StateIcon } from '@/app/ui/state-icon'
import { Table, Td, Th, Tr } from '@/app/ui/table'
import { useIntegration } from '../../integration-context'
import type { CallShown } from './call-detail'

type Attempt = CallShown['attempts'][number]

const timeOf = (at: string) => new Date(at).getTime()

/** From the first wait to the last answer, in milliseconds. */
function spanOf(attempts: readonly Attempt[]) {
  const begins = attempts.map(({ startedAt, waitMs }) => timeOf(startedAt) - waitMs)
  const ends = attempts.map(({ startedAt, durationMs }) => timeOf(startedAt) + durationMs)
  const from = Math.min(...begins)
  return { from, length: Math.max(1, Math.max(...ends) - from) }
}

/** Each request of a call on one axis of time. The bars repeat what the columns say in numbers. */
export function Waterfall({ call: { attempts, integrationId } }: { call: CallShown }) {
  const { integration } = useIntegration()
  if (attempts.length === 0) return <p className="text-text-2">No request went out.</p>
  const span = spanOf(attempts)
  return (
    <Table label="Attempts" className="min-w-3xl">
      <thead>
        <tr>
          <Th>No.</Th>
          <Th>Answer</Th>
          <Th className="text-right">Waited</Th>
          <Th className="text-right">Took</Th>
          <Th className="w-1/2">Over {formatDuration(span.length)}</Th>
        </tr>
      </thead>
      <tbody>
        {attempts.map((attempt) => (
          <Tr key={attempt.number} data-attempt={attempt.number}>
            <Td className="align-top tabular">{attempt.number}</Td>
            <Td className="max-w-80 align-top">
              <Answer attempt={attempt} />
              {attempt.integrationId !== integration.id && (
                <span className="block text-meta text-text-2">
                  {attempt.integrationId === integrationId ? 'through' : 'asked of the fallback'}{' '}
                  <code>{attempt.integrationId}</code>
                </span>
              )}
            </Td>
            <Td className="text-right align-top whitespace-nowrap tabular">
              {attempt.waitMs < 1 ? '–' : formatDuration(attempt.waitMs)}
            </Td>
            <Td className="text-right align-top whitespace-nowrap tabular">{formatDuration(attempt.durationMs)}</Td>
            <Td className="align-top">
              <Bar attempt={attempt} span={span} />
              <Timings attempt={attempt} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

/** Refused by the hub itself: nothing was sent, and so nothing took time. */
const isUnsent = ({ status, durationMs }: Attempt) => status === null && durationMs === 0

function Answer({ attempt }: { attempt: Attempt }) {
  const { status, failure } = attempt
  const shape = isUnsent(attempt) ? 'DISABLED' : failure ? 'UNHEALTHY' : 'HEALTHY'
  return (
    <>
      <span className="inline-flex items-center gap-1.5 font-medium">
        <StateIcon state={shape} silent className="size-3.5" />
        {isUnsent(attempt) ? 'not sent' : status === null ? 'no answer' : `HTTP ${status}`}
      </span>
      {failure && <span className="block text-meta break-words text-text-2">{failure.message}</span>}
    </>
  )
}

const width = 400

function Bar({ attempt, span }: { attempt: Attempt; span: { from: number; length: number } }) {
  const at = (ms: number) => ((ms - span.from) / span.length) * width
  const started = timeOf(attempt.startedAt)
  const begin = at(started - attempt.waitMs)
  const took = Math.max(2, (attempt.durationMs / span.length) * width)
  const sent = Math.min(at(started), width - took)
  return (
    <svg
      viewBox={`0 0 ${width} 12`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
      className="h-3 w-full"
    >
      <path d={`M0 6H${width}`} stroke="currentColor" className="text-border" vectorEffect="non-scaling-stroke" />
      {attempt.waitMs >= 1 && (
        <path
          d={`M${begin.toFixed(1)} 6H${sent.toFixed(1)}`}
          stroke="currentColor"
          strokeWidth="3"
          strokeDasharray="3 3"
          vectorEffect="non-scaling-stroke"
          className="text-unk-fill"
        />
      )}
      {!isUnsent(attempt) && (
        <rect
          {...{ x: sent, y: 1, width: took, height: 10 }}
          fill="currentColor"
          className={attempt.failure ? 'text-bad-fill' : 'text-info-fill'}
        />
      )}
    </svg>
  )
}

function Timings({ attempt: { timings } }: { attempt: Attempt }) {
  if (!timings) return null
  const parts = [
    ['DNS', timings.dnsMs],
    ['connect', timings.connectMs],
    ['TLS', timings.tlsMs],
    ['first byte', timings.firstByteMs],
  ] as const
  const words = parts.flatMap(([word, ms]) => (ms === null ? [] : [`${word} ${formatDuration(ms)}`]))
  return <p className="mt-1 text-meta text-text-2 tabular">{words.join(', ')}</p>
}
