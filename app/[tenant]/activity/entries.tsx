'use client'

import { useMemo, useState } from 'react'
import type { ActivityQuery as ActivityData, ActivityFilter } from '@/app/generated/graphql'
import { plural } from '@/app/lib/format'
import { useShortcuts } from '@/app/lib/shortcuts'
import { troubleOf } from '@/app/lib/trouble'
import { Button } from '@/app/ui/button'
import { EmptyState, ErrorState, Notice } from '@/app/ui/feedback'
import { ArrowUpIcon } from '@/app/ui/icons'
import { ActivityTable } from './activity-table'
import { EntryPanel } from './entry-panel'
import { TailBar } from './tail-bar'
import { type ActivityItem, bufferSize, rowsOf, type Tail } from './tail-state'
import { useLiveTail } from './use-live-tail'
import { rowsIn, useOlder } from './use-older'
import { useReading } from './use-reading'

type EntriesProps = {
  data: ActivityData
  filter: ActivityFilter | null
  withIntegration: boolean
  onClear: (() => void) | null
  onReload: () => Promise<unknown>
  isLive: boolean
  onLive: (isLive: boolean) => void
}

/** The rows, those that come live on top of those that were read. */
export function Entries({ data, filter, withIntegration, onClear, onReload, isLive, onLive }: EntriesProps) {
  const [isPaused, setPaused] = useState(false)
  const [opened, setOpened] = useState<ActivityItem | null>(null)
  const reading = useReading()
  const isHeld = isPaused || reading.isReading || opened !== null
  const { tail, rate, error, said, release, clear } = useLiveTail({ isLive, isHeld, filter, after: data.lastSequence })
  const { older, hasMore, pending, trouble, read, forget } = useOlder(data, filter)
  const first = useMemo(() => rowsIn(data), [data])
  const rows = useMemo(() => rowsOf(tail, [...first, ...older], isLive), [tail, first, older, isLive])
  useShortcuts(isLive ? { p: () => setPaused(!isPaused) } : {})
  const reload = () => {
    clear()
    forget()
    void onReload().catch(() => {})
  }
  const last = rows.at(-1)
  const showNew = () => {
    window.scrollTo({ top: 0 })
    release()
  }
  return (
    <div className="grid gap-3">
      <div ref={reading.top} className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-2">
        <TailBar
          isLive={isLive}
          isPaused={isPaused}
          isWaiting={isLive && isHeld && !isPaused && tail.held.length === 0}
          isClosed={Boolean(filter?.to)}
          rate={rate}
          onLive={(next) => {
            onLive(next)
            setPaused(false)
          }}
          onPaused={setPaused}
        />
        <span role="status" className="sr-only">
          {said}
        </span>
      </div>
      {error && <ErrorState compact trouble={troubleOf(error)} onRetry={() => onLive(false)} />}
      <Waiting tail={tail} onShow={showNew} onReload={reload} />
      {rows.length === 0 ? (
        <Nothing onClear={onClear} isLive={isLive} />
      ) : (
        <div {...reading.handlers}>
          <ActivityTable rows={rows} withIntegration={withIntegration} onOpen={setOpened} />
        </div>
      )}
      {trouble && <ErrorState compact trouble={trouble} onRetry={() => void read(last?.cursor ?? null)} />}
      <End
        count={rows.length}
        hasMore={hasMore}
        pending={pending}
        onMore={() => (last?.cursor ? void read(last.cursor) : reload())}
        isFull={isLive && rows.length >= bufferSize}
      />
      <EntryPanel entry={opened} onClose={() => setOpened(null)} />
    </div>
  )
}

type WaitingProps = { tail: Tail; onShow: () => void; onReload: () => void }

/** What came while somebody was reading. */
function Waiting({ tail: { held, dropped }, onShow, onReload }: WaitingProps) {
  return (
    <>
      {held.length > 0 && (
        <div className="pointer-events-none sticky top-16 z-10 flex justify-center">
          <Button
            size="sm"
            variant="primary"
            icon={<ArrowUpIcon />}
            className="pointer-events-auto rounded-full"
            onClick={onShow}
          >
            {held.length} new
          </Button>
        </div>
      )}
      {dropped > 0 && (
        <Notice
          tone="unk"
          action={
            <Button size="sm" onClick={onReload}>
              Read again
            </Button>
          }
        >
          {plural(dropped, 'entry', 'entries')} came while you were reading and are not shown.
        </Notice>
      )}
    </>
  )
}

function Nothing({ onClear, isLive }: { onClear: (() => void) | null; isLive: boolean }) {
  if (onClear) {
    return <EmptyState title="Nothing fits these filters" action={<Button onClick={onClear}>Clear filters</Button>} />
  }
  return (
    <EmptyState title="Nothing happened yet">
      {isLive
        ? 'New entries show here as they happen.'
        : 'Whatever is connected, tested, changed or fails is written here.'}
    </EmptyState>
  )
}

type EndProps = { count: number; hasMore: boolean; pending: boolean; isFull: boolean; onMore: () => void }

function End({ count, hasMore, pending, isFull, onMore }: EndProps) {
  if (count === 0) return null
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 text-meta text-text-2">
      <p>
        showing {count}
        {isFull && ' while live'}
        {!hasMore && ', all there is'}. Entries are removed after 30 days, unless the hub’s operator chose another time,
        or when the tenant’s size budget is reached.
      </p>
      {hasMore && !isFull && (
        <Button size="sm" pending={pending} onClick={onMore}>
          Load older
        </Button>
      )}
    </div>
  )
}
