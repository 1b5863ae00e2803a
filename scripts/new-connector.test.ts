import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const script = join(root, 'scripts/new-connector.mjs')
let copy = ''

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'inthub-new-connector-'))
  mkdirSync(join(copy, 'connectors'))
  cpSync(join(root, 'connectors/_template'), join(copy, 'connectors/_template'), { recursive: true })
  cpSync(join(root, 'connectors/registry.ts'), join(copy, 'connectors/registry.ts'))
})
afterEach(() => rmSync(copy, { recursive: true, force: true }))

const make = (...words: string[]) =>
  spawnSync(process.execPath, [script, ...words], { env: { ...process.env, INTHUB_ROOT: copy }, encoding: 'utf8' })
const registry = () => readFileSync(join(copy, 'connectors/registry.ts'), 'utf8')
const listed = () => [...registry().matchAll(/^ {2}(\w+),$/gm)].map(([, name = '']) => name)

describe('npm run new:connector', () => {
  it('makes a folder without placeholders and keeps the list in order', () => {
    const before = listed()
    for (const name of ['my-sentry', 'alpha', 'zeta']) expect(make(name, 'monitoring').status).toBe(0)
    const files = execFileSync('cat', ['index.ts', 'README.md', 'my-sentry.test.ts'], {
      cwd: join(copy, 'connectors/my-sentry'),
      encoding: 'utf8',
    })
    expect(files).toContain("id: 'monitoring.my_sentry'")
    expect(files).toContain('export const mySentry')
    expect(files).not.toContain('__')
    expect(listed()).toEqual([...before, 'alpha', 'mySentry', 'zeta'].sort())
    const imported = [...registry().matchAll(/from '\.\/([a-z-]+)'/g)].map((match) => match[1])
    expect(imported).toEqual([...imported].sort())
  })

  it.each([[[]], [['Bad Name']], [['kit']], [['../x']], [['a', 'B']]])('refuses %j and changes nothing', (words) => {
    const before = registry()
    expect(make(...words)).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage') })
    expect(registry()).toBe(before)
    expect(existsSync(join(copy, 'x'))).toBe(false)
  })

  it('never writes over a connector that is there', () => {
    expect(make('alpha').status).toBe(0)
    expect(make('alpha').status).toBe(2)
  })
})
