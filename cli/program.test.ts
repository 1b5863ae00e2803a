import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { exitCodeMeanings, exitCodes } from './exit-codes'
import { hasExamples, topics, topicText } from './help'
import { makeProgram } from './program'

const program = makeProgram(() => Promise.reject(new Error('not needed')))

function allOf(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allOf)]
}

const pathOf = (command: Command): string =>
  command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name()
const commands = allOf(program).map((command) => [pathOf(command), command] as const)

describe('help', () => {
  it.each(commands)('of %s begins with what it does, then examples', (_path, command) => {
    expect(hasExamples(command)).toBe(true)
    const text = command.helpInformation()
    const [sentence = '', empty, heading, example = ''] = text.split('\n')
    expect(sentence).toMatch(/\.$/)
    expect([empty, heading]).toEqual(['', 'Examples:'])
    expect(example).toContain('inthub')
    expect(text.indexOf('Examples:')).toBeLessThan(text.indexOf('Usage:'))
  })

  it('has a text for each topic, and names every exit code in it', () => {
    for (const topic of topics) expect(topicText(topic)?.length).toBeGreaterThan(100)
    const text = topicText('exit-codes') ?? ''
    for (const code of Object.values(exitCodes)) expect(text).toMatch(new RegExp(`^ *${code}  `, 'm'))
    expect(exitCodeMeanings.map(([code]) => code)).toEqual(Object.values(exitCodes))
    expect(topicText('constructor')).toBeUndefined()
  })
})

/** `noun verb` in the first column of the table of commands; further verbs of a row may stand alone. */
function toldIn(text: string): Set<string> {
  const rows = [...text.matchAll(/^\| (`.+?`) \| /gm)].map(([, cell = '']) => cell)
  return new Set(
    rows.flatMap((cell) => {
      const names = [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name.replace(/ [<[-].*$/, ''))
      const noun = names[0]?.split(' ').slice(0, -1).join(' ') ?? ''
      return names.map((name) => (name.startsWith(noun) ? name : `${noun} ${name}`))
    }),
  )
}

describe('docs/cli.md', () => {
  const told = toldIn(readFileSync('docs/cli.md', 'utf8'))
  const leaves = commands.filter(([, command]) => command.commands.length === 0 && !command.name().startsWith('_'))

  it.each(leaves.map(([path]) => path.replace(/^\S+ /, '')))('names %s', (path) => {
    expect(told).toContain(path)
  })
})
