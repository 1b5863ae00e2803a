import { request } from '../client'
import { type Detail, printList, printOne, settleView } from '../output'
import { confirmByName } from '../prompts'
import { plainText } from '../terminal'
import { type Run, requireArgument } from './command'
import { deleteMutation, disableMutation, enableMutation, restoreMutation, showQuery } from './integration-queries'
import { integrationView, type Row, statusDetails } from './integration-views'
import { eachOf } from './several'

/** The verbs that change one integration or several. */
type Done = { row: Row; sentence: string }

/** People get a line as soon as it is done; programs get the records: one alone, several as a list. */
async function change(run: Run<object>, act: (id: string) => Promise<Done>): Promise<void> {
  const { io, args } = run
  settleView(io, integrationView)
  requireArgument(args, 0, 'id')
  const isForPeople = io.format === undefined
  const doOne = async (id: string) => {
    const done = await act(id)
    if (isForPeople) io.result(`${io.colors.green(io.symbols.pass)} ${plainText(done.row.slug)} ${done.sentence}`)
    return done
  }
  const tell = async (done: readonly Done[]) => {
    if (isForPeople) return
    const [only] = done
    const details: Detail[] = only ? statusDetails(only.row, io) : []
    if (args.length === 1 && only) return printOne(io, integrationView, only.row, details)
    return printList(
      io,
      integrationView,
      done.map(({ row }) => row),
    )
  }
  await eachOf(io, args, doOne, tell)
}

export const enable = (run: Run<object>) =>
  change(run, async (id) => {
    const { enableIntegration } = await request(run.session, enableMutation, { id })
    return { row: enableIntegration.integration, sentence: 'is enabled; its first check is under way' }
  })

export const disable = (run: Run<object>) =>
  change(run, async (id) => {
    const { disableIntegration } = await request(run.session, disableMutation, { id })
    return { row: disableIntegration.integration, sentence: 'is disabled; its settings and secrets stay' }
  })

/** Asks before it destroys: the secret cannot be brought back. */
export const disconnect = (run: Run<{ yes?: boolean }>) =>
  change(run, async (id) => {
    const { io, session, options } = run
    const { integration } = await request(session, showQuery, { id })
    const { slug, name, type, storedSecrets } = integration
    if (!options.yes) {
      const secrets =
        storedSecrets.length > 0
          ? `Its stored secret (${storedSecrets.join(', ')}) is destroyed at once unless another integration uses it.`
          : 'It has no stored secret.'
      await confirmByName(io, plainText(slug), [
        `${plainText(name)} (${type}) is deleted and no longer checked.`,
        secrets,
        'Its hooks are removed at the provider, and their addresses are dead at once.',
        'Its settings and what happened can be restored for 7 days: inthub integration restore.',
      ])
    }
    const { deleteIntegration } = await request(session, deleteMutation, { id: integration.id })
    const { secretDestroyed, restorableUntil, leftAtProvider } = deleteIntegration
    for (const left of leftAtProvider)
      io.note(io.colors.yellow(`left at the provider, remove it there: ${plainText(left)}`))
    const secret = secretDestroyed ? 'its secret is destroyed' : 'no secret was destroyed'
    return {
      row: deleteIntegration.integration,
      sentence: `is deleted, ${secret}; restorable until ${io.instant(new Date(restorableUntil))}`,
    }
  })

export const restore = (run: Run<object>) =>
  change(run, async (id) => {
    const { restoreIntegration } = await request(run.session, restoreMutation, { id })
    const { integration, needsSecret } = restoreIntegration
    const next = needsSecret
      ? `is restored, disabled: its secret is gone - next: inthub integration reconnect ${plainText(integration.slug)}`
      : 'is restored; its first check is under way'
    return { row: integration, sentence: next }
  })
