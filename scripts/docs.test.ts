import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type ErrorCode, errorCatalog } from '@/server/kernel/errors'
import { eventsTable } from './docs-events'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const codes = Object.keys(errorCatalog) as ErrorCode[]

describe('the pages of errors', () => {
  it('are one for each code, and no other', () => {
    expect(readdirSync(join(root, 'docs/errors')).sort()).toEqual(codes.map((code) => `${code}.md`).sort())
  })

  it.each(codes)('%s says what happened and what to do, under the title of the catalogue', (code) => {
    const page = read(`docs/errors/${code}.md`)
    const { kind, title } = errorCatalog[code]
    expect(page.startsWith(`# ${title}\n\n\`${code}\`, of the kind \`${kind}\`\n`)).toBe(true)
    for (const heading of ['What happened', 'What to do']) {
      const [, said = ''] = page.split(`## ${heading}\n\n`)
      expect(said.split('\n')[0]?.length ?? 0).toBeGreaterThan(30)
    }
  })
})

it('docs/events.md tells every event of the catalogue', () => {
  expect(read('docs/events.md')).toContain(eventsTable())
})

function* pages(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* pages(path)
    else if (path.endsWith('.md')) yield path
  }
}

describe('links between pages', () => {
  it.each(['README.md', 'CONTRIBUTING.md', ...pages('docs')])('of %s lead to files that exist', (page) => {
    const targets = [...read(page).matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    )
    const local = targets.filter((target) => !/^(?:https?:|#|mailto:)/.test(target))
    const missing = local.filter((target) => !existsSync(join(root, dirname(page), target.split('#')[0] ?? '')))
    expect(missing).toEqual([])
  })
})
