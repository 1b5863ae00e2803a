import type { ExportRow } from './walk'

/** Rows as a file. Values are told as the API tells them, so that a file can be compared with another. */
const fields = [
  ['slug', (row: ExportRow) => row.slug],
  ['name', (row: ExportRow) => row.name],
  ['type', (row: ExportRow) => row.type],
  ['instance', (row: ExportRow) => row.instance],
  ['state', (row: ExportRow) => row.health.toLowerCase()],
  ['message', (row: ExportRow) => row.healthMessage],
  ['owner', (row: ExportRow) => row.owner],
  ['project', (row: ExportRow) => row.project.slug],
  ['environment', (row: ExportRow) => row.environment?.slug],
  ['labels', (row: ExportRow) => row.labels.map(({ key, value }) => `${key}=${value}`).join(' ')],
  ['latencyMs', (row: ExportRow) => row.latencyMs],
  ['checkedAt', (row: ExportRow) => row.checkedAt],
  ['credentialStoredAt', (row: ExportRow) => row.credentialStoredAt],
  ['credentialExpiresAt', (row: ExportRow) => row.credentialExpiresAt],
  ['createdAt', (row: ExportRow) => row.createdAt],
  ['id', (row: ExportRow) => row.id],
] as const

/** A spreadsheet runs what begins like a formula, so such a text gets an apostrophe in front. */
function csvCell(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value)
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function toCsv(rows: readonly ExportRow[]): string {
  const lines = rows.map((row) => fields.map(([, read]) => csvCell(read(row))).join(','))
  return [fields.map(([name]) => name).join(','), ...lines, ''].join('\r\n')
}

export function toJson(rows: readonly ExportRow[]): string {
  const plain = rows.map((row) => ({
    ...Object.fromEntries(fields.map(([name, read]) => [name, read(row) ?? null])),
    labels: Object.fromEntries(row.labels.map(({ key, value }) => [key, value])),
  }))
  return `${JSON.stringify(plain, null, 2)}\n`
}

export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
