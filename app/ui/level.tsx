import { cx } from './cx'
import { StateIcon } from './state-icon'

export type Level = 'INFO' | 'WARNING' | 'ERROR'

const words: Record<Level, string> = { INFO: 'info', WARNING: 'warning', ERROR: 'error' }
const tones: Record<Level, string> = { INFO: 'text-info', WARNING: 'text-warn', ERROR: 'text-bad' }

/** How bad an entry of the activity is: shape and word. */
export function LevelMark({ level, wordHidden = false }: { level: Level; wordHidden?: boolean }) {
  return (
    <span className={cx('inline-flex items-center gap-1.5 text-meta font-medium', tones[level])}>
      {level === 'INFO' ? (
        <InfoShape className="size-3.5" />
      ) : (
        <StateIcon state={level === 'ERROR' ? 'UNHEALTHY' : 'DEGRADED'} silent className="size-3.5" />
      )}
      <span className={wordHidden ? 'sr-only' : undefined}>{words[level]}</span>
    </span>
  )
}

export function InfoShape({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false" className={cx('shrink-0 text-info-fill', className)}>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M8 7.4v3.4M8 5v.01" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
    </svg>
  )
}
