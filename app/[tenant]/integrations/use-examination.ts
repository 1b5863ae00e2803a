'use client'

import type { TypedDocumentNode as ApolloDocument, OperationVariables } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type {
  CheckFoundFragment,
  DoctorCheckName,
  ExaminationStepFragment,
  ReportMadeFragment,
} from '@/app/generated/graphql'
import { troubleOf } from '@/app/lib/trouble'
import type { Trouble } from '@/app/ui/feedback'

/**
 * One examination under way: each check as it comes. A page that is left ends it, and a connection that breaks and
 * comes back begins it anew. Nothing of it is cached, for what it was asked with may hold a secret.
 */
export type Examining = {
  running: boolean
  /** What is going to be checked, in order. */
  expected: DoctorCheckName[]
  checks: CheckFoundFragment[]
  report: ReportMadeFragment | null
  trouble: Trouble | null
}

const idle: Examining = { running: false, expected: [], checks: [], report: null, trouble: null }

/** What came with a step. A first step begins anew, also after one that was cut off. */
function taken(before: Examining, { started, check, report }: ExaminationStepFragment): Examining {
  if (started) return { ...idle, running: true, expected: started }
  if (check) return { ...before, checks: [...before.checks, check] }
  return report ? { ...before, running: false, report } : before
}

export type Ended = { report: ReportMadeFragment } | { error: unknown }
const cutOff = { errors: [{ message: 'The examination ended before it was finished' }] }

export function useExamination() {
  const client = useApolloClient()
  const [state, setState] = useState<Examining>(idle)
  const current = useRef<{ unsubscribe: () => void } | null>(null)
  useEffect(() => () => current.current?.unsubscribe(), [])

  const run = useCallback(
    <D extends object, V extends OperationVariables>(query: ApolloDocument<D, V>, variables: V) =>
      new Promise<Ended>((resolve) => {
        current.current?.unsubscribe()
        setState({ ...idle, running: true })
        let isOver = false
        const end = (ended: Ended) => {
          if (isOver) return
          isOver = true
          if ('error' in ended) setState((now) => ({ ...now, running: false, trouble: troubleOf(ended.error) }))
          resolve(ended)
        }
        const take = (step: ExaminationStepFragment) => {
          setState((now) => taken(now, step))
          if (step.report) end({ report: step.report })
        }
        const asked = { query, variables, fetchPolicy: 'no-cache' } as Parameters<typeof client.subscribe<D, V>>[0]
        current.current = client.subscribe<D, V>(asked).subscribe({
          next: ({ data, error }) => {
            const [step] = Object.values(data ?? {}) as ExaminationStepFragment[]
            if (error) end({ error })
            else if (step) take(step)
          },
          error: (error: unknown) => end({ error }),
          complete: () => end({ error: cutOff }),
        })
      }),
    [client],
  )
  const reset = useCallback(() => {
    current.current?.unsubscribe()
    setState(idle)
  }, [])
  return { ...state, run, reset }
}
