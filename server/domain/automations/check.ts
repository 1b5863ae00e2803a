import type { Context } from '@/server/kernel/context'
import { type FieldProblem, HubError } from '@/server/kernel/errors'
import { eventAliases, eventCatalog, isCustomName, isProviderTopic } from '@/server/kernel/events'
import { type Id, parseRef } from '@/server/kernel/ids'
import { likePattern } from '../events/patterns'
import { getIntegration } from '../integrations/service'
import { operationsFor } from '../operations/service'
import { getProject, type Project } from '../tenants/service'
import { needsOf, requireNeeds } from './authority'
import { type Action, type Definition, parseDefinition } from './definition'
import { expressionProblem } from './expressions'
import { templateProblems } from './templates'

/** Judges a definition against the tenant it is for: everything it names exists, and whoever saves it may use it. */
export type Checked = {
  definition: Definition
  needs: ReturnType<typeof needsOf>
  /** As LIKE reads them. */
  patterns: string[]
  triggerIntegrationId: Id<'integration'> | null
  triggerProjectId: Id<'project'> | null
}

const refuse = (fields: FieldProblem[]): never => {
  const first = fields[0]
  throw new HubError('automation.invalid', first && `${first.path} ${first.message}.`, { fields })
}

const isKnown = (name: string) =>
  name.includes('*') ||
  Object.hasOwn(eventCatalog, name) ||
  Object.hasOwn(eventAliases, name) ||
  isCustomName(name) ||
  isProviderTopic(name)

function* conditionProblems({ condition, steps }: Definition): Generator<FieldProblem> {
  const all: [string, string | undefined][] = [
    ['definition.condition', condition],
    ...steps.map(({ if: held }, at): [string, string | undefined] => [`definition.steps.${at}.if`, held]),
  ]
  for (const [path, text] of all) {
    const message = text === undefined ? null : expressionProblem(text, { isCondition: true })
    if (message) yield { path, message }
  }
}

/** What can be seen in the definition alone. */
function wordProblems(definition: Definition): FieldProblem[] {
  const { trigger, steps } = definition
  const names = steps.map(({ name }) => name)
  return [
    ...trigger.events.flatMap((name, at) =>
      isKnown(name) ? [] : [{ path: `definition.trigger.events.${at}`, message: 'is no event of this hub' }],
    ),
    ...names.flatMap((name, at) =>
      names.indexOf(name) === at
        ? []
        : [{ path: `definition.steps.${at}.name`, message: 'is the name of an earlier step' }],
    ),
    ...conditionProblems(definition),
    ...steps.flatMap(({ action }, at) => templateProblems(action, `definition.steps.${at}.action`)),
  ]
}

/** @throws {HubError} automation.invalid naming `path` when it is not in the project, or not to be read */
async function integrationIn(ctx: Context, ref: string, projectId: Id<'project'> | null, path: string) {
  const found = await getIntegration(ctx, parseRef('integration', ref)).catch((error: unknown) => {
    if (error instanceof HubError && error.code === 'integration.not_found') return null
    throw error
  })
  if (found && (projectId === null || found.projectId === projectId)) return found
  return refuse([{ path, message: 'is no integration of the project' }])
}

async function requireAction(ctx: Context, action: Action, project: Project, path: string): Promise<void> {
  if (!('integration' in action) || action.integration === undefined) return
  const integration = await integrationIn(ctx, action.integration, project.id, `${path}.integration`)
  if (action.type !== 'operation') return
  const known = (await operationsFor(ctx, integration)).find(({ id }) => id === action.operation)
  if (!known) refuse([{ path: `${path}.operation`, message: `is nothing that ${integration.slug} can do` }])
  if (known?.effect === 'destructive' && !action.confirm) {
    refuse([{ path: `${path}.confirm`, message: 'has to be true: the operation destroys something' }])
  }
}

/** @throws {HubError} automation.invalid naming each place that is wrong; permission.denied */
export async function checkDefinition(ctx: Context, project: Project, given: unknown): Promise<Checked> {
  const parsed = parseDefinition(given)
  if ('problems' in parsed) return refuse(parsed.problems)
  const { definition } = parsed
  const problems = wordProblems(definition)
  if (problems.length > 0) refuse(problems)
  const needs = needsOf(definition)
  requireNeeds(ctx.grants, needs, project.id)
  const { trigger, steps } = definition
  const triggerProject = trigger.project ? await getProject(ctx, trigger.project) : null
  const integration = trigger.integration
    ? await integrationIn(ctx, trigger.integration, triggerProject?.id ?? project.id, 'definition.trigger.integration')
    : null
  for (const [at, { action }] of steps.entries())
    await requireAction(ctx, action, project, `definition.steps.${at}.action`)
  return {
    definition,
    needs,
    patterns: trigger.events.map((name) => likePattern(eventAliases[name] ?? name)),
    triggerIntegrationId: integration?.id ?? null,
    triggerProjectId: triggerProject?.id ?? null,
  }
}
