import { request } from '../client'
import { type Detail, printOne, settleView } from '../output'
import { confirmByName } from '../prompts'
import { plainText } from '../terminal'
import { type Run, requireArgument } from './command'
import { deleteMutation, disableMutation, enableMutation, showQuery } from './integration-queries'
import { integrationView, type Row, statusDetails } from './integration-views'

async function done({ io }: Run<object>, row: Row, sentence: string, details?: Detail[]): Promise<void> {
  const { pass } = io.symbols
  if (io.format === undefined) io.result(`${io.colors.green(pass)} ${plainText(row.slug)} ${sentence}`)
  else await printOne(io, integrationView, row, details ?? statusDetails(row, io))
}

export async function enable(run: Run<object>): Promise<void> {
  settleView(run.io, integrationView)
  const { enableIntegration } = await request(run.session, enableMutation, { id: requireArgument(run.args, 0, 'id') })
  await done(run, enableIntegration.integration, 'is enabled; its first check is under way')
}

export async function disable(run: Run<object>): Promise<void> {
  settleView(run.io, integrationView)
  const { disableIntegration } = await request(run.session, disableMutation, { id: requireArgument(run.args, 0, 'id') })
  await done(run, disableIntegration.integration, 'is disabled; its settings and secrets stay')
}

/** Asks before it destroys: the secret cannot be brought back. */
export async function disconnect(run: Run<{ yes?: boolean }>): Promise<void> {
  const { io, session, args, options } = run
  settleView(io, integrationView)
  const { integration } = await request(session, showQuery, { id: requireArgument(args, 0, 'id') })
  if (!options.yes) {
    await confirmByName(io, plainText(integration.slug), [
      `${plainText(integration.name)} (${integration.type}) is deleted and no longer checked.`,
      'Its stored secret is destroyed at once unless another integration uses it.',
      'The rest can be restored for 7 days.',
    ])
  }
  const { deleteIntegration } = await request(session, deleteMutation, { id: integration.id })
  const { secretDestroyed, restorableUntil } = deleteIntegration
  const secret = secretDestroyed ? 'its secret is destroyed' : 'no secret was destroyed'
  await done(
    run,
    deleteIntegration.integration,
    `is deleted, ${secret}; restorable until ${io.instant(new Date(restorableUntil))}`,
  )
}
