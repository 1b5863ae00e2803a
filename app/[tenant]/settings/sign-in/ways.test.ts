import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ways } from './ways'

describe('ways', () => {
  it('names only variables that the hub reads', () => {
    const documented = readFileSync('docs/environment.md', 'utf8')
    for (const variable of ways.flatMap(({ variables, optional }) => [...variables, ...optional])) {
      expect(documented).toContain(`\`${variable}\``)
    }
  })
})
