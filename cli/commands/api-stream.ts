import { request, unreachable } from '../client'
import { CliError } from '../errors'
import { exitCodes } from '../exit-codes'
import { follow, listen } from '../live'
import type { Session } from '../session'
import { plainValue } from '../terminal'
import type { Call } from './api-actions'
import { tailStartQuery } from './integration-queries'

/**
 * A subscription of somebody's own: one JSON object per line. When its messages bear a sequence and the document takes
 * `after` as a variable, it goes on after a lost connection; else it ends with 12, for something may have been missed.
 */
type Message = Record<string, unknown>

function sequenceOf(message: Message): string | undefined {
  const [root] = Object.values(message)
  const sequence = typeof root === 'object' && root !== null && 'sequence' in root ? root.sequence : undefined
  return typeof sequence === 'string' && /^\d+$/.test(sequence) ? sequence : undefined
}

const tooLong = (seconds: number) =>
  new CliError(exitCodes.timedOut, 'cli.timed_out', `The stream ended after ${seconds} s, as --timeout asked.`)

export async function listenTo(session: Session, call: Call, timeout: number | undefined): Promise<void> {
  const { io } = session
  const { document, variables } = call
  const { text, operationName, cursorVariable, bearsSequence } = document
  const ending = new AbortController()
  const { signal } = ending
  const timer = timeout === undefined ? undefined : setTimeout(() => ending.abort(tooLong(timeout)), timeout * 1000)
  const onMessage = (data: Message) => io.result(JSON.stringify(plainValue({ data })))
  const newest = async () => (await request(session, tailStartQuery, {})).lastSequence
  try {
    if (cursorVariable && bearsSequence) {
      const given = variables[cursorVariable]
      const after = typeof given === 'string' ? given : await newest()
      return await follow<Message>(session, {
        document: text,
        variables,
        operationName,
        cursorVariable,
        after,
        sequenceOf: (message) => sequenceOf(message) ?? after,
        onMessage,
        onResync: newest,
        signal,
      })
    }
    await listen<Message>(session, { query: text, variables, operationName, onConnected: () => {}, signal }, onMessage)
    signal.throwIfAborted()
    throw unreachable(session.url)
  } finally {
    clearTimeout(timer)
  }
}
