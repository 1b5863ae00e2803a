import { cx, sized } from './cx'
import { type State, states, stateTones, stateWords, toneFills } from './state'

/** One past check; `null` stands for a check that gave no verdict because the hub itself was the trouble. */
export type HistoryBar = {
  at: string
  state: State | null
  message?: string | undefined
}

export type HistoryStripProps = {
  bars: readonly HistoryBar[]
  /** How many bars fit; the newest stands at the end, empty places at the start. */
  slots?: number
  /** Each bar tells its time and message on hover. Leave it out where many strips stand on a page. */
  detailed?: boolean
  className?: string
}

const pitch = 6
const width = 4
const height = 24

/** Each state has its own silhouette, so a strip reads in one colour too. */
const silhouettes: Record<State, (x: number) => string> = {
  HEALTHY: (x) => box(x, 0, height),
  DEGRADED: (x) => `M${x} 8h1v3h2v-3h1v${height - 8}h-${width}z`,
  UNHEALTHY: (x) => box(x, 0, 10) + box(x, 14, 10),
  UNKNOWN: (x) => box(x, 10, 4),
  STALE: (x) => box(x, 2, 4) + box(x, 10, 4) + box(x, 18, 4),
  DISABLED: (x) => `${box(x, 0, height)}M${x + 1} 1v${height - 2}h2V1z`,
  CHECKING: (x) => box(x, 6, 12),
}

function box(x: number, y: number, tall: number): string {
  return `M${x} ${y}h${width}v${tall}h-${width}z`
}

function inWords(bars: readonly HistoryBar[]): string {
  if (bars.length === 0) return 'No checks yet'
  const counts = states.flatMap((state) => {
    const count = bars.filter((bar) => (bar.state ?? 'STALE') === state).length
    return count > 0 ? [`${count} ${stateWords[state].toLowerCase()}`] : []
  })
  return `Last ${bars.length === 1 ? 'check' : `${bars.length} checks`}: ${counts.join(', ')}`
}

/** The last checks as bars, oldest first. One path per state keeps a page of two hundred strips light. */
export function HistoryStrip({ bars, slots = 60, detailed = false, className }: HistoryStripProps) {
  const shown = bars.slice(-slots)
  const offset = slots - shown.length
  const paths = new Map<State, string>()
  shown.forEach((bar, index) => {
    const state = bar.state ?? 'STALE'
    paths.set(state, (paths.get(state) ?? '') + silhouettes[state]((offset + index) * pitch))
  })
  const unused = Array.from({ length: offset }, (_, index) => box(index * pitch, height - 2, 2)).join('')
  return (
    <svg
      viewBox={`0 0 ${slots * pitch - (pitch - width)} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={inWords(shown)}
      className={cx('w-full', sized('h-6', className))}
    >
      {unused && <path d={unused} className="text-border" fill="currentColor" />}
      {[...paths].map(([state, d]) => (
        <path
          key={state}
          d={d}
          fill="currentColor"
          fillRule="evenodd"
          className={cx(toneFills[stateTones[state]], state === 'CHECKING' && 'animate-breathe')}
        />
      ))}
      {detailed &&
        shown.map((bar, index) => (
          <rect key={bar.at} x={(offset + index) * pitch - 1} y={0} width={pitch} height={height} fill="transparent">
            <title>{`${bar.at.slice(11, 19)} UTC  ${bar.state ? stateWords[bar.state] : 'No verdict'}${bar.message ? `: ${bar.message}` : ''}`}</title>
          </rect>
        ))}
    </svg>
  )
}
