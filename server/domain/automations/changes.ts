import { isDeepStrictEqual } from 'node:util'
import { eq, sql } from 'drizzle-orm'
import { automations, automationVersions } from '@/db/schema'
import { inTenant, type TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { type Id, newId, toUuid } from '@/server/kernel/ids'
import { encodeCursor, type Page, pageSize } from '@/server/kernel/page'
import { requirePermission } from '@/server/kernel/permissions'
import { emit, eventActor } from '../events/emit'
import { keepKey, once, type Request } from '../idempotency/service'
import { requireName } from '../names'
import { getProject, listProjects, type Project } from '../tenants/service'
import type { Automation, CreateAutomationInput, ListAutomationsInput, UpdateAutomationInput } from './automation'
import { type Checked, checkDefinition } from './check'
import {
  type AutomationRow,
  type Found,
  listAutomationRows,
  namingConflicts,
  requireAutomation,
  toAutomation,
} from './store'

const maxDescription = 500

export const factsOf = ({ id, name, version }: Pick<AutomationRow, 'id' | 'name' | 'version'>) => ({
  automationId: id,
  name,
  version,
})

function descriptionOf(text: string | null | undefined): string | null {
  const given = text?.trim() || null
  if (!given || (given.length <= maxDescription && !/\p{Cc}/u.test(given))) return given
  const fields = [{ path: 'description', message: `may have ${maxDescription} characters, in one line` }]
  throw new HubError('request.invalid', undefined, { fields })
}

/** The columns that a definition fills. */
const columnsOf = (ctx: Context, { definition: _kept, ...columns }: Checked) => ({
  ...columns,
  savedBy: eventActor(ctx),
})

async function keepVersion(
  tx: TenantTx,
  ctx: Context,
  at: { id: Id<'automation'>; version: number },
  { definition }: Checked,
) {
  await tx.insert(automationVersions).values({
    ...{ tenantId: ctx.tenantId, automationId: at.id, version: at.version, definition },
    createdBy: ctx.actor.name,
  })
}

/** The hub itself saves none: what an automation may do is what somebody may. @throws {HubError} permission.denied */
function requireWriter(ctx: Context, project: Project): void {
  requirePermission(ctx, 'automations:write', { projectId: project.id })
  if (ctx.actor.kind === 'system')
    throw new HubError('permission.denied', 'Only a person or a key saves an automation.')
}

/**
 * Creates an automation in a project. Whoever saves it needs what its steps need, there.
 *
 * @throws {HubError} permission.denied, project.not_found, request.invalid, automation.invalid, automation.name_taken,
 *   request.key_reused
 * @emits automation.created
 */
export async function createAutomation(ctx: Context, input: CreateAutomationInput): Promise<Automation> {
  const { idempotencyKey: key, ...body } = input
  const project = await getProject(ctx, input.project)
  requireWriter(ctx, project)
  const words = { name: requireName(input.name, 'name'), description: descriptionOf(input.description) }
  const checked = await checkDefinition(ctx, project, input.definition)
  const request: Request<'automation'> = { key, operation: 'createAutomation', noun: 'automation', body }
  return once(ctx, request, {
    again: (id) => getAutomation(ctx, id),
    run: () =>
      namingConflicts(() =>
        inTenant(ctx, async (tx) => {
          const id = newId('automation')
          await keepKey(tx, ctx, request, id)
          const place = { id, tenantId: ctx.tenantId, projectId: project.id, createdBy: ctx.actor.name }
          const [row] = await tx
            .insert(automations)
            .values({ ...place, ...words, ...columnsOf(ctx, checked), enabled: input.enabled ?? true })
            .returning()
          if (!row) throw new HubError('hub.internal')
          await keepVersion(tx, ctx, row, checked)
          await emit(tx, ctx, 'automation.created', { data: factsOf(row), projectId: row.projectId })
          return toAutomation({ row, definition: checked.definition })
        }),
      ),
  })
}

/** One automation, by id or by name. @throws {HubError} automation.not_found */
export async function getAutomation(ctx: Context, ref: string): Promise<Automation> {
  return toAutomation(await inTenant(ctx, (tx) => requireAutomation(tx, ctx, ref)))
}

/** The automations the caller may read, the newest first. @throws {HubError} project.not_found, request.invalid */
export async function listAutomations(ctx: Context, input: ListAutomationsInput = {}): Promise<Page<Automation>> {
  const first = pageSize(input)
  const conditions = {
    projectId: input.project ? (await getProject(ctx, input.project)).id : undefined,
    enabled: input.enabled ?? undefined,
    text: input.text?.trim() || undefined,
  }
  const { found, totalCount } = await inTenant(ctx, (tx) =>
    listAutomationRows(tx, ctx, conditions, { first, after: input.after }),
  )
  const items = found.slice(0, first).map((one) => ({
    node: toAutomation(one),
    cursor: encodeCursor([one.row.createdAt.getTime(), toUuid(one.row.id)]),
  }))
  return { items, hasNextPage: found.length > first, totalCount }
}

async function projectOf(ctx: Context, { projectId }: Pick<AutomationRow, 'projectId'>): Promise<Project> {
  const found = (await listProjects(ctx)).find(({ id }) => id === projectId)
  if (found) return found
  throw new HubError('automation.not_found')
}

type Words = { name: string; description: string | null }

function wordsOf(row: AutomationRow, input: UpdateAutomationInput): { words: Words; changed: string[] } {
  const words = {
    name: input.name == null ? row.name : requireName(input.name, 'name'),
    description: input.description === undefined ? row.description : descriptionOf(input.description),
  }
  return { words, changed: (['name', 'description'] as const).filter((key) => words[key] !== row[key]) }
}

/** Saving what is there already makes no new version; by somebody else it does, for then it acts with other rights. */
const isSame = (found: Found, checked: Checked, ctx: Context) =>
  isDeepStrictEqual(toAutomation(found).definition, checked.definition) &&
  isDeepStrictEqual(found.row.savedBy, eventActor(ctx))

type Change = { words: Words; changed: string[]; next: Checked | null }

/** @throws {HubError} automation.version_stale, request.invalid */
function changeOf(ctx: Context, found: Found, input: UpdateAutomationInput, checked: Checked | null): Change {
  if (input.version && input.version !== found.row.version) throw new HubError('automation.version_stale')
  const { words, changed } = wordsOf(found.row, input)
  const next = checked && !isSame(found, checked, ctx) ? checked : null
  return { words, next, changed: next ? [...changed, 'definition'] : changed }
}

async function applyChange(tx: TenantTx, ctx: Context, found: Found, { words, changed, next }: Change): Promise<Found> {
  const counted = next && { ...columnsOf(ctx, next), version: sql`${automations.version} + 1` }
  const [row] = await tx
    .update(automations)
    .set({ ...words, updatedAt: sql`now()`, ...counted })
    .where(eq(automations.id, found.row.id))
    .returning()
  if (!row) throw new HubError('automation.not_found')
  if (next) await keepVersion(tx, ctx, row, next)
  await emit(tx, ctx, 'automation.updated', { data: { ...factsOf(row), changed }, projectId: row.projectId })
  return { row, definition: next?.definition ?? found.definition }
}

/**
 * Changes an automation. Another definition is a new version, which acts with the rights of who saved it; runs that
 * began go on with theirs.
 *
 * @throws {HubError} permission.denied, automation.not_found, automation.version_stale, automation.invalid,
 *   automation.name_taken, request.invalid
 * @emits automation.updated, when something changed
 */
export async function updateAutomation(ctx: Context, input: UpdateAutomationInput): Promise<Automation> {
  const before = await inTenant(ctx, (tx) => requireAutomation(tx, ctx, input.id, { permission: 'automations:write' }))
  const project = await projectOf(ctx, before.row)
  requireWriter(ctx, project)
  const checked = input.definition == null ? null : await checkDefinition(ctx, project, input.definition)
  return namingConflicts(() =>
    inTenant(ctx, async (tx) => {
      const found = await requireAutomation(tx, ctx, before.row.id, { permission: 'automations:write', isLocked: true })
      const change = changeOf(ctx, found, input, checked)
      return toAutomation(change.changed.length === 0 ? found : await applyChange(tx, ctx, found, change))
    }),
  )
}

async function setEnabled(ctx: Context, ref: string, enabled: boolean): Promise<Automation> {
  return inTenant(ctx, async (tx) => {
    const found = await requireAutomation(tx, ctx, ref, { permission: 'automations:write', isLocked: true })
    if (found.row.enabled === enabled) return toAutomation(found)
    const [row] = await tx
      .update(automations)
      .set({ enabled, pausedReason: null, failuresInRow: 0, updatedAt: sql`now()` })
      .where(eq(automations.id, found.row.id))
      .returning()
    if (!row) throw new HubError('automation.not_found')
    const type = enabled ? 'automation.enabled' : 'automation.disabled'
    await emit(tx, ctx, type, { data: factsOf(row), projectId: row.projectId })
    return toAutomation({ row, definition: found.definition })
  })
}

/**
 * Switches an automation on, a paused one too: its failures are counted anew. What happened meanwhile is not made up for.
 *
 * @throws {HubError} automation.not_found, permission.denied
 * @emits automation.enabled, when it was off
 */
export const enableAutomation = (ctx: Context, ref: string): Promise<Automation> => setEnabled(ctx, ref, true)

/**
 * Switches an automation off. Runs that began come to their end.
 *
 * @throws {HubError} automation.not_found, permission.denied
 * @emits automation.disabled, when it was on
 */
export const disableAutomation = (ctx: Context, ref: string): Promise<Automation> => setEnabled(ctx, ref, false)

/**
 * Deletes an automation with its runs; those under way stop before their next step.
 *
 * @throws {HubError} automation.not_found, permission.denied
 * @emits automation.deleted
 */
export async function deleteAutomation(ctx: Context, ref: string): Promise<Automation> {
  return inTenant(ctx, async (tx) => {
    const found = await requireAutomation(tx, ctx, ref, { permission: 'automations:write', isLocked: true })
    await tx.delete(automations).where(eq(automations.id, found.row.id))
    await emit(tx, ctx, 'automation.deleted', { data: factsOf(found.row), projectId: found.row.projectId })
    return toAutomation(found)
  })
}
