import { request } from '../client'
import { QuietExit, usageError } from '../errors'
import { exitCodes } from '../exit-codes'
import { printList, printOne, settleView, toTable, toTsv } from '../output'
import type { Run } from './command'
import { exitCodeOf, type FailOn } from './integration-check'
import { healthQuery } from './integration-queries'
import { footer, readRows } from './integration-read'
import { integrationView, statusDetails } from './integration-views'
import { healthView, windowsOf, windowView } from './integration-windows'

async function healthOfOne({ io, session, options }: Run<FailOn>, id: string): Promise<void> {
  settleView(io, healthView)
  const { integration } = await request(session, healthQuery, { id })
  const isForPeople = io.format === undefined || io.format === 'table'
  await printOne(io, healthView, integration, statusDetails(integration, io))
  if (isForPeople) {
    const asTable = io.isTty || io.format === 'table'
    const windows = windowsOf(integration)
    io.result(`\n${asTable ? await toTable(io, windowView, windows) : toTsv(io, windowView, windows)}`)
  }
  const code = exitCodeOf(integration.health, options.failOn)
  if (code !== exitCodes.success) throw new QuietExit(code)
}

async function healthOfAll({ io, session, options }: Run<FailOn>): Promise<void> {
  settleView(io, integrationView)
  const { rows, page } = await readRows(session, { filter: {}, orderBy: 'SEVERITY', limit: Number.MAX_SAFE_INTEGER })
  await printList(io, integrationView, rows, page)
  footer(io, rows, page)
  const codes = new Set(rows.map((row) => exitCodeOf(row.health, options.failOn)))
  const worst = [exitCodes.unhealthy, exitCodes.degraded].find((code) => codes.has(code))
  if (worst !== undefined) throw new QuietExit(worst)
}

export async function health(run: Run<FailOn & { all?: boolean; watch?: boolean }>): Promise<void> {
  const [id] = run.args
  if (id && run.options.all) throw usageError('Give one integration, or --all, not both.')
  if (run.options.watch && (id || run.options.all)) return (await import('./integration-watch')).watch(run, id)
  if (id) return healthOfOne(run, id)
  if (!run.options.all) throw usageError('Which one? Give its slug, or --all.', 'inthub integration health --all')
  return healthOfAll(run)
}
