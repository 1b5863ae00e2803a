import { afterEach, describe, expect, it, vi } from 'vitest'
import { CliError, printError } from './errors'
import { type Io, makeIo, relativeTime } from './io'
import { asRecord, settleView, toTable, toTsv, type View } from './output'
import { plainText, plainValue } from './terminal'

type Thing = { name: string; note: string }
const view: View<Thing> = {
  name: (thing) => thing.name,
  columns: [
    { name: 'name', text: (thing) => thing.name },
    { name: 'note', text: (thing) => thing.note, flexible: true },
    { name: 'length', text: (thing) => String(thing.note.length), wide: true },
  ],
  fields: { name: (thing) => thing.name, note: (thing) => thing.note },
}
const long = { name: 'a', note: 'x'.repeat(300) }
const io = (options: Parameters<typeof makeIo>[0] = {}, more: Partial<Io> = {}): Io => ({
  ...makeIo({ color: 'never', ...options }),
  ...more,
})

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

describe('an error', () => {
  const told = (fields: { path: string; message: string }[]) => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    printError(new CliError(10, 'integration.probe_failed', 'It is down.', { remedy: 'Start it.', fields }), io())
    return String(write.mock.calls[0]?.[0])
  }

  it('names each field that has a problem of its own, and says nothing twice', () => {
    expect(told([{ path: 'config.url', message: 'is missing' }])).toContain('  config.url: is missing\n  Start it.')
    vi.restoreAllMocks()
    expect(told([{ path: 'test.connectivity', message: 'It is down.' }])).not.toContain('test.connectivity')
  })
})

describe('a list', () => {
  it('is never cut through a pipe', () => {
    expect(toTsv(io({}, { isTty: false }), view, [long])).toBe(`NAME\tNOTE\tLENGTH\na\t${long.note}\t300`)
  })

  it('fits the terminal, and says all of it with --wide or in a pipe', async () => {
    for (const width of [80, 120]) {
      const lines = (await toTable(io({}, { isTty: true, width }), view, [long])).split('\n')
      expect(lines).toHaveLength(2)
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width)
    }
    expect(await toTable(io({ wide: true }, { isTty: true, width: 80 }), view, [long])).toContain(long.note)
    expect(await toTable(io({}, { isTty: false, width: 80 }), view, [long])).toContain(long.note)
  })

  it('keeps one row on one line, whatever is in it', () => {
    expect(toTsv(io({ header: false }, { isTty: false }), view, [{ name: 'a\tb', note: 'c\nd' }])).toBe('a b\tc d\t3')
  })

  it('has a version in every object and only the fields asked for', () => {
    expect(asRecord(io({ json: 'name' }), view, long)).toEqual({ apiVersion: 'v1', name: 'a' })
  })

  it('refuses fields and columns that do not exist, naming those that do', () => {
    expect(() => settleView(io({ json: 'nope' }), view)).toThrow(CliError)
    expect(() => settleView(io({ columns: 'nope' }), view)).toThrow(CliError)
    expect(() => settleView(io({ columns: 'NAME', json: 'note' }), view)).not.toThrow()
  })
})

describe('colour', () => {
  it('is off with NO_COLOR, on with FORCE_COLOR, and as the flag says in any case', () => {
    vi.stubEnv('NO_COLOR', '')
    vi.stubEnv('FORCE_COLOR', '1')
    expect(makeIo({}).colors.red('x')).not.toBe('x')
    vi.stubEnv('NO_COLOR', '1')
    expect(makeIo({}).colors.red('x')).toBe('x')
    expect(makeIo({ color: 'always' }).colors.red('x')).not.toBe('x')
    expect(makeIo({ color: 'never' }).colors.red('x')).toBe('x')
  })

  it('is joined by symbols, in ASCII where the locale knows no others', () => {
    vi.stubEnv('LC_ALL', 'C')
    expect(makeIo({}).symbols.pass).toBe('+')
    vi.stubEnv('LC_ALL', 'de_DE.UTF-8')
    expect(makeIo({}).symbols.pass).toBe('✔')
    expect(makeIo({ ascii: true }).symbols.pass).toBe('+')
  })
})

describe('text from outside', () => {
  it.each([
    ['\u001b[31mred\u001b[0m', 'red'],
    ['\u001b]8;;http://x\u0007link\u001b]8;;\u0007', 'link'],
    ['\u009b2Jcleared', 'cleared'],
    ['bell\u0007 back\b', 'bell back'],
    ['one\r\ntwo', 'one two'],
    ['a\u202eb', 'ab'],
    ['ünïcode ✔', 'ünïcode ✔'],
  ])('%j is shown as %j', (given, shown) => expect(plainText(given)).toBe(shown))

  it('is plain in every string of a value, its line breaks kept', () => {
    expect(plainValue({ a: ['\u001b[1mx\ny'], n: 1, z: null })).toEqual({ a: ['x\ny'], n: 1, z: null })
  })
})

describe('relativeTime', () => {
  it.each([
    [12, '12s ago'],
    [90, '1m ago'],
    [7_200, '2h ago'],
    [200_000, '2d ago'],
    [-90, 'in 1m'],
  ])('of %i seconds ago is %s', (seconds, said) => {
    expect(relativeTime(new Date(1_000_000_000 - seconds * 1000), 1_000_000_000)).toBe(said)
  })
})
