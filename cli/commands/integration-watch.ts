import { request } from '../client'
import { CliError } from '../errors'
import { exitCodes } from '../exit-codes'
import { settleView } from '../output'
import { plainText } from '../terminal'
import { changeLine, changeView, followChanges, lastSequenceOf, type WatchRun } from './integration-changes'
import { showQuery } from './integration-queries'

/** `inthub integration health --watch`: a screen on a terminal, elsewhere one line per change. */
const tooLong = (seconds: number) =>
  new CliError(exitCodes.timedOut, 'cli.timed_out', `The watch ended after ${seconds} s, as --timeout asked.`, {
    remedy: 'Nothing was changed by it. Watch longer with a longer --timeout, or without it until Ctrl C.',
  })

/** Runs until Ctrl C, a state --fail-on names, or the time --timeout gives. */
export async function watch(run: WatchRun, id: string | undefined): Promise<void> {
  const { io, session, options } = run
  const isScreen = io.isTty && (io.format === undefined || io.format === 'table')
  if (!isScreen) settleView(io, changeView)
  const ending = new AbortController()
  const { timeout } = options
  const timer = timeout === undefined ? undefined : setTimeout(() => ending.abort(tooLong(timeout)), timeout * 1000)
  try {
    // The cursor is read first: what happens from here on is told.
    const after = await lastSequenceOf(session)
    const integrationId = id && (await request(session, showQuery, { id })).integration.id
    const wanted = { after, id: integrationId }
    if (isScreen) return await (await import('./integration-screen')).drawChanges(run, wanted, ending)
    io.note(io.colors.dim(`watching ${id ? plainText(id) : 'every integration'}; Ctrl C ends it`))
    await followChanges(run, wanted, {
      onChange: (change) => io.result(changeLine(io, change)),
      signal: ending.signal,
    })
  } finally {
    clearTimeout(timer)
  }
}
