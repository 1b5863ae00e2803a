'use client'

import { cx } from '@/app/ui/cx'
import { CheckIcon } from '@/app/ui/icons'
import { placeOf, type Step, stepNames, steps } from './draft'

type Props = { current: Step; reached: Step; onGo: (step: Step) => void }

function lookOf(isCurrent: boolean, isOpen: boolean): string {
  if (isCurrent) return 'border-accent text-text'
  return isOpen ? 'border-control text-text-2 hover:text-text' : 'border-border text-text-2'
}

/** Every step by its name; those already seen can be gone back to. */
export function Stepper({ current, reached, onGo }: Props) {
  return (
    <nav aria-label="Steps">
      <ol className="grid grid-cols-3 gap-x-2 gap-y-1 sm:grid-cols-6">
        {steps.map((step, at) => {
          const isCurrent = step === current
          const isOpen = at <= placeOf(reached)
          const isDone = isOpen && at < placeOf(reached) && !isCurrent
          return (
            <li key={step}>
              <button
                type="button"
                disabled={!isOpen}
                aria-current={isCurrent ? 'step' : undefined}
                onClick={() => onGo(step)}
                className={cx(
                  'flex min-h-9 w-full items-center gap-2 border-t-2 pt-2 text-left text-dense max-sm:gap-1 max-sm:text-meta font-medium transition-colors duration-(--out) disabled:cursor-default',
                  lookOf(isCurrent, isOpen),
                )}
              >
                <span
                  aria-hidden="true"
                  className={cx(
                    'grid size-5 shrink-0 max-sm:size-4 place-items-center rounded-full text-[0.6875rem] tabular',
                    isCurrent ? 'bg-accent text-on-accent' : 'bg-unk-bg text-unk',
                  )}
                >
                  {isDone ? <CheckIcon className="size-3" /> : at + 1}
                </span>
                <span className="truncate">
                  {stepNames[step]}
                  {isDone && <span className="sr-only"> (done)</span>}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
