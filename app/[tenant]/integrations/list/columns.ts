import type { Sort } from './search'

/** The columns of the list. The name is always there; the others are chosen. */
export const columnIds = [
  'type',
  'state',
  'strip',
  'quota',
  'p95',
  'credential',
  'owner',
  'environment',
  'activity',
] as const
export type ColumnId = (typeof columnIds)[number]
export const defaultColumns: readonly ColumnId[] = columnIds.filter((id) => id !== 'environment')

export type Column = {
  title: string
  /** Pixels; the name takes what is left. */
  width: number
  sort?: Sort
  isNumber?: boolean
}

export const nameColumn = { title: 'Name', width: 184, sort: 'name' } as const satisfies Column

export const columns: Record<ColumnId, Column> = {
  type: { title: 'Type', width: 136, sort: 'type' },
  state: { title: 'State', width: 136, sort: 'severity' },
  strip: { title: 'Last checks', width: 116 },
  quota: { title: 'Quota', width: 160 },
  p95: { title: 'p95', width: 72, sort: 'latency', isNumber: true },
  credential: { title: 'Credential', width: 92, isNumber: true },
  owner: { title: 'Owner', width: 100, sort: 'owner' },
  environment: { title: 'Environment', width: 108 },
  activity: { title: 'Last activity', width: 104, sort: 'checked', isNumber: true },
}

const marksWidth = 40
const actionsWidth = 44
export const edges = { marks: marksWidth, actions: actionsWidth }

/** How wide the table has to be at least, before it scrolls sideways. */
export function tableWidth(shown: readonly ColumnId[]): number {
  const own = shown.reduce((sum, id) => sum + columns[id].width, 0)
  return marksWidth + nameColumn.width + own + actionsWidth
}
