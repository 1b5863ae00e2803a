'use client'

import { Button } from '@/app/ui/button'
import { PauseIcon, PlayIcon } from '@/app/ui/icons'
import { Switch } from '@/app/ui/switch'

type Props = {
  isLive: boolean
  isPaused: boolean
  /** New entries wait because somebody reads. */
  isWaiting: boolean
  /** The range ends in the past: nothing new can fall into it. */
  isClosed: boolean
  rate: number
  onLive: (isLive: boolean) => void
  onPaused: (isPaused: boolean) => void
}

/** Whether new entries are let in. */
export function TailBar({ isLive, isPaused, isWaiting, isClosed, rate, onLive, onPaused }: Props) {
  return (
    <>
      <Switch
        label={isLive && rate > 0 ? `Live (${rate}/min)` : 'Live'}
        checked={isLive}
        disabled={isClosed}
        onCheckedChange={onLive}
      />
      {isClosed && <span className="text-meta text-text-2">A range that ends has no live entries.</span>}
      {isLive && (
        <Button
          size="sm"
          icon={isPaused ? <PlayIcon /> : <PauseIcon />}
          aria-keyshortcuts="p"
          shortcut="p"
          onClick={() => onPaused(!isPaused)}
        >
          {isPaused ? 'Resume' : 'Pause'}
        </Button>
      )}
      {isWaiting && <span className="text-meta text-text-2">New entries wait while you read.</span>}
    </>
  )
}
