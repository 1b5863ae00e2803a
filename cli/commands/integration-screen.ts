import { request } from '../client'
import { CliError } from '../errors'
import { exitCodes } from '../exit-codes'
import type { Health, IntegrationWatchQuery } from '../generated/graphql'
import { paintHealth, healthText as stateText, toHealth } from '../health-words'
import type { Io } from '../io'
import { toTable } from '../output'
import { openScreen, screenRows, screenWidth } from '../screen'
import { type Change, changeLine, followChanges, type WatchRun } from './integration-changes'
import { healthQuery, watchQuery } from './integration-queries'
import { integrationView } from './integration-views'
import { healthText } from './integration-windows'

/**
 * The watch on a terminal: one table in place. It is read anew when something changed and every few seconds, for a
 * check that changes nothing is no event; ages are drawn every second.
 */
const readEveryMs = 5_000
const drawEveryMs = 1_000
/** Changes that come together are read together. */
const settleMs = 150
const shownChanges = 5

type Paint = (io: Io) => Promise<string>

function countsLine(io: Io, summary: IntegrationWatchQuery['healthSummary']): string {
  const parts = Object.entries(summary).flatMap(([word, count]) => {
    const health: Health | undefined = toHealth(word)
    return health && Number(count) > 0 ? [paintHealth(`${count} ${stateText(health, io)}`, health, io)] : []
  })
  return parts.join('   ') || 'nothing is connected yet'
}

async function readAll({ session }: WatchRun): Promise<Paint> {
  const first = Math.min(200, Math.max(1, screenRows() - shownChanges - 6))
  const { integrations, healthSummary } = await request(session, watchQuery, { first })
  const rows = integrations.edges.map(({ node }) => node)
  const hidden = integrations.totalCount - rows.length
  return async (io) => {
    const more = hidden > 0 ? [io.colors.dim(`and ${hidden} more, none worse`)] : []
    const table = rows.length > 0 ? [await toTable(io, integrationView, rows)] : []
    return [countsLine(io, healthSummary), '', ...table, ...more].join('\n')
  }
}

async function readOne({ session }: WatchRun, id: string): Promise<Paint> {
  const { integration } = await request(session, healthQuery, { id })
  return (io) => healthText(io, integration)
}

const isPassing = (error: unknown) =>
  error instanceof CliError && (error.exitCode === exitCodes.unreachable || error.exitCode === exitCodes.timedOut)

/** Waits for a wake-up, at most so long. */
function makeBell() {
  let ring = () => {}
  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      ring = () => {
        clearTimeout(timer)
        setTimeout(resolve, settleMs)
      }
    })
  return { wait, ring: () => ring() }
}

export async function drawChanges(
  run: WatchRun,
  wanted: { after: string; id?: string | undefined },
  ending: AbortController,
): Promise<void> {
  const { id } = wanted
  const screen = openScreen()
  const bell = makeBell()
  const latest: Change[] = []
  let paint: Paint | undefined
  const up = { socket: true, reading: true }
  const draw = async () => {
    if (!paint) return
    const io = { ...run.io, width: screenWidth() }
    const state =
      up.socket && up.reading ? `${io.symbols.pass} live` : `${io.symbols.warn} connection lost, trying again`
    const changes = latest.length > 0 ? ['', ...latest.map((change) => changeLine(io, change))] : []
    screen.draw([await paint(io), ...changes, '', io.colors.dim(`${state} - Ctrl C ends it`)].join('\n'))
  }
  const keepRead = async () => {
    while (!ending.signal.aborted) {
      try {
        paint = await (id ? readOne(run, id) : readAll(run))
        up.reading = true
      } catch (error) {
        if (!isPassing(error)) throw error
        up.reading = false
      }
      await draw()
      await bell.wait(readEveryMs)
    }
  }
  const onChange = (change: Change) => {
    latest.push(change)
    if (latest.length > shownChanges) latest.shift()
    bell.ring()
  }
  const onConnection = (isUp: boolean) => {
    up.socket = isUp
    bell.ring()
  }
  const ticking = setInterval(() => void draw(), drawEveryMs)
  try {
    await Promise.race([followChanges(run, wanted, { onChange, onConnection, signal: ending.signal }), keepRead()])
  } finally {
    clearInterval(ticking)
    ending.abort()
    bell.ring()
    await draw()
    screen.close()
  }
}
