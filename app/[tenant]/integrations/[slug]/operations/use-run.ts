'use client'

import { useMutation } from '@apollo/client/react'
import { useMemo, useRef, useState } from 'react'
import type { RunOperationMutation as RunData } from '@/app/generated/graphql'
import { fieldTroubles, troubleOf } from '@/app/lib/trouble'
import type { Trouble } from '@/app/ui/feedback'
import { defaultsOf, readSchema, titleOf, type Values, valuesOf } from '@/app/ui/settings-form/schema'
import { asSentence, type Problems, problemsOf } from '@/app/ui/settings-form/validation'
import { newKey } from '../../new/draft'
import type { Operation } from './effect'
import { RunOperationMutation } from './queries'

export type Run = RunData['runOperation']['run']

/**
 * One operation being filled in and done. A run of which no answer came may have been done: it is sent again with the
 * key it had, so that what changes something is not done twice.
 */
export function useRun(integration: string, operation: Operation) {
  const schema = useMemo(() => readSchema(operation.inputSchema), [operation])
  const [values, setValues] = useState<Values>(() => defaultsOf(schema))
  const [problems, setProblems] = useState<Problems>({})
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [run, setRun] = useState<Run | null>(null)
  const [send, { loading }] = useMutation(RunOperationMutation)
  const key = useRef<string | null>(null)

  const change = (next: Values) => {
    key.current = null
    setValues((before) => ({ ...before, ...next }))
  }
  /** Whether it fits, as far as the browser can tell. */
  const check = (): boolean => {
    const found = problemsOf(schema, values)
    setProblems(found)
    return Object.keys(found).length === 0
  }
  const tell = (error: unknown) => {
    const told = Object.entries(fieldTroubles(error)).map(([path, message]) => {
      const [, name = ''] = path.split('.')
      return [name, asSentence(titleOf(schema, name), message)]
    })
    setProblems(Object.fromEntries(told))
    setTrouble(troubleOf(error))
  }
  const start = async (confirm: boolean): Promise<void> => {
    if (loading) return
    setTrouble(null)
    setRun(null)
    key.current ??= operation.effect === 'READ' ? null : newKey()
    const input = valuesOf(schema, values)
    const what = { integration, operation: operation.id, input, confirm, idempotencyKey: key.current }
    try {
      const { data } = await send({ variables: { input: what } })
      setRun(data?.runOperation.run ?? null)
      key.current = null
    } catch (error) {
      tell(error)
    }
  }
  return { schema, values, problems, trouble, run, running: loading, change, check, start }
}
