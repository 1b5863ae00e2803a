import { setTimeout as pause } from 'node:timers/promises'
import { request } from '../client'
import { CliError, QuietExit } from '../errors'
import { type ExitCode, exitCodes } from '../exit-codes'
import type { Health, IntegrationPingMutation } from '../generated/graphql'
import { milliseconds } from '../health-words'
import type { Io } from '../io'
import { asRecord, printOne, settleView, toTsv, type View } from '../output'
import { plainText } from '../terminal'
import { type Run, requireArgument } from './command'
import { pingMutation, testMutation } from './integration-queries'
import { probeLines, probeView, testDetails, testView } from './integration-views'

/** Unhealthy by default; a watch ends only when it is said. */
export type FailOn = { failOn?: 'degraded' | 'unhealthy' }

/** What a verdict means for the exit code. No verdict is the hub's own trouble. */
export function exitCodeOf(health: Health | null, failOn: FailOn['failOn']): ExitCode {
  if (health === null) return exitCodes.failed
  if (health === 'UNHEALTHY') return exitCodes.unhealthy
  return health === 'DEGRADED' && failOn === 'degraded' ? exitCodes.degraded : exitCodes.success
}

export async function test({ io, session, args, options }: Run<FailOn>): Promise<void> {
  settleView(io, testView)
  const { testIntegration } = await request(session, testMutation, { id: requireArgument(args, 0, 'id') })
  const tested = { slug: testIntegration.integration.slug, result: testIntegration.result }
  const isPiped = io.format === undefined && !io.isTty
  if (io.format === 'table' || (io.format === undefined && io.isTty))
    io.result(`${probeLines(tested.result, io).join('\n')}\n`)
  await printOne(io, testView, tested, testDetails(tested, io))
  if (isPiped) io.result(`\n${toTsv(io, probeView, tested.result.probes)}`)
  const code = exitCodeOf(tested.result.health, options.failOn)
  if (code !== exitCodes.success) throw new QuietExit(code)
}

type Reply = IntegrationPingMutation['pingIntegration'] & { sequence: number }

const pingView: View<Reply> = {
  name: (reply) => String(reply.sequence),
  columns: [],
  fields: {
    sequence: (reply) => reply.sequence,
    reachable: (reply) => reply.reachable,
    latencyMs: (reply) => reply.latencyMs,
    message: (reply) => reply.message,
    remedy: (reply) => reply.remedy,
  },
}

function replyLine(io: Io, id: string, reply: Reply): string {
  const symbol = reply.reachable ? io.colors.green(io.symbols.pass) : io.colors.red(io.symbols.fail)
  const time = reply.latencyMs === null ? '' : `  time=${milliseconds(reply.latencyMs)}`
  return `${symbol} ${plainText(id)}  seq=${reply.sequence}${time}  ${plainText(reply.message)}`
}

function summary(replies: readonly Reply[]): string {
  const times = replies.flatMap((reply) => (reply.reachable && reply.latencyMs !== null ? [reply.latencyMs] : []))
  const reached = replies.filter((reply) => reply.reachable).length
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length
  const figures =
    times.length === 0
      ? ''
      : `, min/avg/max ${[Math.min(...times), mean, Math.max(...times)].map((ms) => milliseconds(ms)).join('/')}`
  return `${replies.length} sent, ${reached} answered${figures}`
}

/** A stream: one line as soon as it is known. */
function printReply(io: Io, id: string, reply: Reply): void {
  if (io.format === 'json' || io.format === 'yaml') return
  io.result(io.format === 'ndjson' ? JSON.stringify(asRecord(io, pingView, reply)) : replyLine(io, id, reply))
}

/** A list as JSON or YAML waits for the last. */
async function printReplies(io: Io, replies: readonly Reply[]): Promise<void> {
  const records = replies.map((reply) => asRecord(io, pingView, reply))
  if (io.format === 'json') io.result(JSON.stringify(records, null, 2))
  if (io.format === 'yaml') io.result((await import('yaml')).stringify(records))
  io.note(io.colors.dim(summary(replies)))
}

export async function ping({ io, session, args, options }: Run<{ count: number; interval: number }>): Promise<void> {
  settleView(io, pingView)
  const id = requireArgument(args, 0, 'id')
  const replies: Reply[] = []
  for (let sequence = 1; sequence <= options.count; sequence += 1) {
    if (sequence > 1) await pause(options.interval * 1000)
    const { pingIntegration } = await request(session, pingMutation, { id })
    const reply = { ...pingIntegration, sequence }
    replies.push(reply)
    printReply(io, id, reply)
  }
  await printReplies(io, replies)
  if (replies.some((reply) => reply.reachable)) return
  const { message = 'It cannot be reached.', remedy } = replies.at(-1) ?? {}
  throw new CliError(exitCodes.provider, 'cli.service_unreachable', message, { remedy: remedy ?? undefined })
}
