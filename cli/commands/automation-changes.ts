import { request } from '../client'
import { usageError } from '../errors'
import type { CliApprovalFragment, CliAutomationFragment } from '../generated/graphql'
import { printOne, settleView } from '../output'
import { type AutomationFile, readAutomationFile } from './automation-file'
import {
  approveMutation,
  automationsQuery,
  createMutation,
  deleteMutation,
  disableMutation,
  enableMutation,
  recipesQuery,
  rejectMutation,
  updateMutation,
} from './automation-queries'
import { approvalDetails, approvalView, automationDetails, automationView } from './automation-views'
import { type Run, requireArgument } from './command'

/** `inthub automation …`, the verbs that change something. */
type ApplyOptions = { file?: string; recipe?: string; name?: string; project?: string }
type Apply = Run<ApplyOptions>

async function fromRecipe({ session }: Apply, id: string): Promise<AutomationFile> {
  const { automationRecipes } = await request(session, recipesQuery, {})
  const found = automationRecipes.find((recipe) => recipe.id === id)
  if (!found)
    throw usageError('There is no such recipe.', `Recipes: ${automationRecipes.map((one) => one.id).join(', ')}.`)
  const { name, description, definition } = found
  return { name, description, project: undefined, definition }
}

async function given(run: Apply): Promise<AutomationFile> {
  const { file, recipe } = run.options
  if ((file === undefined) === (recipe === undefined)) throw usageError('Give a file with --file, or a --recipe.')
  const from = file === undefined ? await fromRecipe(run, recipe ?? '') : await readAutomationFile(file)
  return { ...from, name: run.options.name ?? from.name, project: run.options.project ?? from.project }
}

/** The one of that name; of several in different projects, somebody has to say which. */
async function findByName({ session }: Apply, name: string, project: string | undefined) {
  const { automations } = await request(session, automationsQuery, {
    text: name,
    first: 200,
    ...(project && { project }),
  })
  const same = automations.edges.map(({ node }) => node).filter((one) => one.name.toLowerCase() === name.toLowerCase())
  if (same.length > 1)
    throw usageError('Several projects have an automation of this name.', 'Say which with --project.')
  return same[0]
}

async function tell({ io }: Run<object>, automation: CliAutomationFragment): Promise<void> {
  await printOne(io, automationView, automation, automationDetails(automation))
}

export async function apply(run: Apply): Promise<void> {
  settleView(run.io, automationView)
  const { name, description, project, definition } = await given(run)
  if (!name) throw usageError('The automation has no name.', 'Say it in the file, or with --name.')
  const known = await findByName(run, name, project)
  const said = { ...(description && { description }), definition }
  if (known) {
    const input = { id: known.id, version: known.version, ...said }
    return tell(run, (await request(run.session, updateMutation, { input })).updateAutomation.automation)
  }
  const input = { name, ...said, ...(project && { project }), idempotencyKey: crypto.randomUUID() }
  return tell(run, (await request(run.session, createMutation, { input })).createAutomation.automation)
}

function inputOf({ io, args }: Run<object>) {
  settleView(io, automationView)
  return { input: { id: requireArgument(args, 0, 'automation') } }
}

export async function enable(run: Run<object>): Promise<void> {
  await tell(run, (await request(run.session, enableMutation, inputOf(run))).enableAutomation.automation)
}

export async function disable(run: Run<object>): Promise<void> {
  await tell(run, (await request(run.session, disableMutation, inputOf(run))).disableAutomation.automation)
}

async function remove(run: Run<object>): Promise<void> {
  await tell(run, (await request(run.session, deleteMutation, inputOf(run))).deleteAutomation.automation)
}

export { remove as delete }

type Answer = Run<{ comment?: string }>

function answerOf({ io, args, options }: Answer) {
  settleView(io, approvalView)
  return { input: { id: requireArgument(args, 0, 'approval'), comment: options.comment } }
}

async function tellAnswer({ io }: Answer, approval: CliApprovalFragment): Promise<void> {
  await printOne(io, approvalView, approval, approvalDetails(approval))
}

export async function approve(run: Answer): Promise<void> {
  await tellAnswer(run, (await request(run.session, approveMutation, answerOf(run))).approveRun.approval)
}

export async function reject(run: Answer): Promise<void> {
  await tellAnswer(run, (await request(run.session, rejectMutation, answerOf(run))).rejectRun.approval)
}
