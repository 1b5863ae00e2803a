import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseDefinition } from './definition'
import { expressionProblem } from './expressions'
import { templateProblems } from './templates'

it('the example of docs/automations.md can be saved', () => {
  const page = readFileSync('docs/automations.md', 'utf8')
  const { name, ...given } = parse(/```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '')
  expect(name).toBe('Ask before a deployment')
  const parsed = parseDefinition(given)
  expect(parsed).toHaveProperty('definition')
  expect(expressionProblem(given.condition, { isCondition: true })).toBeNull()
  expect(templateProblems(given.steps, 'steps')).toEqual([])
})

it('a definition that is too large is refused before it is read', () => {
  expect(parseDefinition({ steps: 'x'.repeat(70_000) })).toEqual({
    problems: [{ path: 'definition', message: 'may have 64 KiB at most' }],
  })
})
