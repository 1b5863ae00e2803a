import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { eventAliases, eventCatalog, eventTypes } from '@/server/kernel/events'

/** Draws the table in docs/events.md from the catalogue of events. */
const page = 'docs/events.md'
const begin = '<!-- generated: npx tsx scripts/docs-events.ts -->'
const end = '<!-- /generated -->'

const aliasesOf = (type: string) =>
  Object.entries(eventAliases).flatMap(([alias, of]) => (of === type ? [`\`${alias}\``] : []))

export function eventsTable(): string {
  const rows = eventTypes.map((type) => {
    const { description, shape, schemaVersion } = eventCatalog[type]
    const fields = Object.keys(shape.shape).map((name) => `\`${name}\``)
    const also = aliasesOf(type).map((alias) => ` Also accepted as ${alias}.`)
    return `| \`${type}\` | ${schemaVersion} | ${description}${also.join('')} | ${fields.join(', ')} |`
  })
  return ['| Type | Version | What happened | `data` |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const old = readFileSync(page, 'utf8')
  const [before = ''] = old.split(begin)
  const after = old.slice(old.indexOf(end) + end.length)
  writeFileSync(page, `${before}${begin}\n${eventsTable()}\n${end}${after}`)
}
