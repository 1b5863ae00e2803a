'use client'

import { Button } from '@/app/ui/button'
import { ArrowLeftIcon, ArrowRightIcon } from '@/app/ui/icons'
import { placeOf, stepNames, steps } from './draft'
import type { Wizard } from './use-wizard'

/** Back, and on. The last step saves; after a failed test only switched off. */
export function Footer({ wizard }: { wizard: Wizard }) {
  const { draft, dispatch, result } = wizard
  const before = steps[placeOf(draft.step) - 1]
  const hasFailed = result !== null && !result.success
  if (draft.step === 'type') return null
  return (
    <div className="sticky bottom-0 z-10 -mx-1 flex flex-wrap items-center gap-2 border-t border-border bg-bg px-1 py-3 max-md:static">
      {before && (
        <Button icon={<ArrowLeftIcon />} onClick={() => dispatch({ is: 'went', step: before })}>
          Back
        </Button>
      )}
      <p className="min-w-0 flex-1 text-meta text-text-2 max-sm:order-last max-sm:basis-full">
        Draft kept without secrets
      </p>
      {draft.step === 'name' ? (
        <SaveButtons wizard={wizard} hasFailed={hasFailed} />
      ) : (
        <NextButton wizard={wizard} hasFailed={hasFailed} />
      )}
    </div>
  )
}

type Props = { wizard: Wizard; hasFailed: boolean }

function SaveButtons({ wizard: { saving, save }, hasFailed }: Props) {
  if (hasFailed) {
    return (
      <Button type="submit" variant="primary" pending={saving} shortcut="Ctrl Enter">
        Save disabled
      </Button>
    )
  }
  return (
    <>
      <Button pending={saving} onClick={() => void save(true)}>
        Save disabled
      </Button>
      <Button type="submit" variant="primary" pending={saving} shortcut="Ctrl Enter">
        Save
      </Button>
    </>
  )
}

function NextButton({ wizard: { draft, result, testing, suggesting }, hasFailed }: Props) {
  if (draft.step === 'test' && hasFailed) return <Button type="submit">Go on, save disabled</Button>
  const after = steps[placeOf(draft.step) + 1]
  const isWaiting = (draft.step === 'test' && (testing || !result)) || (draft.step === 'start' && suggesting)
  return (
    <Button type="submit" variant="primary" shortcut="Ctrl Enter" disabled={isWaiting}>
      Next
      {after && <span className="sr-only">: {stepNames[after]}</span>}
      <ArrowRightIcon />
    </Button>
  )
}
