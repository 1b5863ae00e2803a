'use client'

import { useSubscription } from '@apollo/client/react'
import { useEffect, useRef, useState } from 'react'
import type { ActivityFilter } from '@/app/generated/graphql'
import { plural } from '@/app/lib/format'
import { ActivityTailSubscription } from './queries'
import { type ActivityItem, arrived, noTail, released, type Tail } from './tail-state'

/**
 * New entries as they happen. They are only let in while nobody is reading: at the top of the page, with neither the
 * pointer nor the focus in the table. The stream goes on meanwhile, and resumes after a break from the last one seen.
 */
const higher = (a: string, b: string) => (BigInt(a) > BigInt(b) ? a : b)
const announceEveryMs = 10_000

type Input = { isLive: boolean; isHeld: boolean; filter: ActivityFilter | null; after: string }

export function useLiveTail({ isLive, isHeld, filter, after }: Input) {
  const [tail, setTail] = useState<Tail>(noTail)
  const last = useRef(after)
  const [start, setStart] = useState(after)
  // Switched on again: from where it was left, so that nothing in between is missing.
  useEffect(() => {
    if (!isLive) setStart(last.current)
  }, [isLive])
  const { note, rate } = useRate()
  const announcement = useAnnouncement(isLive)
  const { error } = useSubscription(ActivityTailSubscription, {
    variables: { filter, after: start },
    skip: !isLive,
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      if (!data) return
      const { sequence, entry } = data.activityAdded
      last.current = higher(sequence, last.current)
      note()
      announcement.count(entry)
      setTail((known) => arrived(known, entry, isHeld))
    },
  })
  useEffect(() => {
    if (!isHeld) setTail(released)
  }, [isHeld])
  return {
    tail,
    rate,
    error,
    said: announcement.said,
    release: () => setTail(released),
    clear: () => setTail(noTail),
  }
}

/** How many came in the last minute. */
function useRate() {
  const times = useRef<number[]>([])
  const [rate, setRate] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => {
      const since = Date.now() - 60_000
      times.current = times.current.filter((at) => at > since)
      setRate(times.current.length)
    }, 2000)
    return () => clearInterval(timer)
  }, [])
  return { rate, note: () => times.current.push(Date.now()) }
}

/** For screen readers: how much came, at most every ten seconds, never row by row. */
function useAnnouncement(isLive: boolean) {
  const counts = useRef({ all: 0, errors: 0 })
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (!isLive) return
    const timer = setInterval(() => {
      const { all, errors } = counts.current
      if (all === 0) return
      counts.current = { all: 0, errors: 0 }
      setSaid(`${plural(all, 'new entry', 'new entries')}${errors > 0 ? `, ${plural(errors, 'error')}` : ''}`)
    }, announceEveryMs)
    return () => clearInterval(timer)
  }, [isLive])
  const count = ({ level }: ActivityItem) => {
    counts.current.all += 1
    if (level === 'ERROR') counts.current.errors += 1
  }
  return { said, count }
}
