'use client'

import type { ApolloClient } from '@apollo/client'
import { codeOf, troubleOf } from '@/app/lib/trouble'
import { BulkDisableMutation, BulkEnableMutation, BulkTestMutation } from './queries'
import type { RowRef } from './row-store'

/** One act for many integrations. Each has an outcome of its own; what fails for one goes on for the others. */
export type BulkAct = 'enable' | 'disable' | 'test'
export type Outcome = { row: RowRef; isDone: boolean; message: string | null }

const done = (row: RowRef): Outcome => ({ row, isDone: true, message: null })

const acts: Record<BulkAct, (client: ApolloClient, row: RowRef) => Promise<Outcome>> = {
  enable: async (client, row) => {
    await client.mutate({ mutation: BulkEnableMutation, variables: { id: row.id } })
    return done(row)
  },
  disable: async (client, row) => {
    await client.mutate({ mutation: BulkDisableMutation, variables: { id: row.id } })
    return done(row)
  },
  test: async (client, row) => {
    const { data } = await client.mutate({ mutation: BulkTestMutation, variables: { id: row.id } })
    const result = data?.testIntegration.result
    return { row, isDone: result?.success ?? false, message: result?.success ? null : (result?.message ?? null) }
  },
}

const slowDownCode = 'request.rate_limited'
const tries = 6
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Asks once more, a little later, when the hub asks to slow down. */
export async function actOn(client: ApolloClient, act: BulkAct, row: RowRef, left = tries): Promise<Outcome> {
  try {
    return await acts[act](client, row)
  } catch (error) {
    if (left > 0 && codeOf(error) === slowDownCode) {
      await wait(1000 * (tries - left + 1))
      return actOn(client, act, row, left - 1)
    }
    return { row, isDone: false, message: troubleOf(error).title }
  }
}

export type BulkOptions = { act: BulkAct; rows: readonly RowRef[]; signal: AbortSignal }

const atATime = 4

/** Tells each outcome as it comes; what was not begun when the signal came is left alone. */
export async function runBulk(
  client: ApolloClient,
  { act, rows, signal }: BulkOptions,
  onOutcome: (outcome: Outcome) => void,
): Promise<void> {
  const left = [...rows]
  const work = async () => {
    for (let row = left.shift(); row && !signal.aborted; row = left.shift()) onOutcome(await actOn(client, act, row))
  }
  await Promise.all(Array.from({ length: atATime }, work))
}
