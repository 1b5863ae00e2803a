'use client'

import { cx } from '@/app/ui/cx'
import { stateTones, stateWords, toneChips } from '@/app/ui/state'
import { StateIcon } from '@/app/ui/state-icon'
import { ClockTime } from '@/app/ui/time'
import type { Verdict } from './model'

const cuts = {
  ok: '[--cut:var(--ok-bg)]',
  warn: '[--cut:var(--warn-bg)]',
  bad: '[--cut:var(--bad-bg)]',
  info: '[--cut:var(--info-bg)]',
  unk: '[--cut:var(--unk-bg)]',
}

/** Is everything fine, and if not, what first? Said again to screen readers when it changes. */
export function VerdictLine({ verdict: { state, sentence, worst } }: { verdict: Verdict }) {
  const tone = stateTones[state]
  return (
    <div
      role="status"
      data-verdict={state}
      className={cx('flex min-w-0 items-start gap-3 rounded-card px-4 py-3 text-reading', toneChips[tone], cuts[tone])}
    >
      <StateIcon state={state} silent className="mt-0.5 size-5" />
      <p className="min-w-0">
        <strong className="font-semibold">{sentence}</strong>
        {worst && (
          <>
            {' – '}
            {worst.name} is {stateWords[worst.health].toLowerCase()}
            {worst.healthSince && (
              <>
                {' since '}
                <ClockTime at={worst.healthSince} />
              </>
            )}
          </>
        )}
      </p>
    </div>
  )
}
