import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/** Compiles small files against the real types: the guard is a type, so only the compiler can say whether it holds. */
const folder = fileURLToPath(new URL('.', import.meta.url))
const root = join(folder, '..')

const head = `
import { complete, type Unanswered } from '../complete'
import { baseResolvers } from '../base/resolvers'
import { connectorResolvers } from '../connector/resolvers'
import { egressResolvers } from '../egress/resolvers'
import { eventResolvers } from '../event/resolvers'
import { healthResolvers } from '../health/resolvers'
import { integrationResolvers } from '../integration/resolvers'
import { keyResolvers } from '../key/resolvers'
import { memberResolvers } from '../member/resolvers'
import { sessionResolvers } from '../session/resolvers'
import { tenantResolvers } from '../tenant/resolvers'
const { Quota: _quota, ...healthWithoutQuota } = healthResolvers
const { Role: _role, ...memberWithoutRole } = memberResolvers
const { DateTime: _dateTime, ...baseWithoutDateTime } = baseResolvers
const { Query: _query, ...tenantWithoutQuery } = tenantResolvers
`
const all = {
  base: 'baseResolvers',
  health: 'healthResolvers',
  member: 'memberResolvers',
  tenant: 'tenantResolvers',
}
const modules = (change: Partial<typeof all>) => {
  const { base, health, member, tenant } = { ...all, ...change }
  const list = `[${base}, connectorResolvers, egressResolvers, eventResolvers, ${health}, integrationResolvers, keyResolvers, ${member}, sessionResolvers, ${tenant}]`
  return `const modules = ${list} as const\ncomplete<typeof modules, Unanswered<typeof modules>>(modules)\n`
}

/** What the compiler says about each of the texts. */
function compile(texts: readonly string[]): string[] {
  const place = mkdtempSync(join(folder, 'complete-'))
  try {
    const files = texts.map((_text, index) => join(place, `case-${index}.ts`))
    for (const [index, file] of files.entries()) writeFileSync(file, head + (texts[index] ?? ''))
    const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
    const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files }, ts.sys, root)
    const program = ts.createProgram(files, { ...options, incremental: false, noEmit: true })
    return files.map((file) => {
      const source = program.getSourceFile(file)
      const found = source ? program.getSemanticDiagnostics(source) : []
      return found.map((each) => ts.flattenDiagnosticMessageText(each.messageText, '\n')).join('\n')
    })
  } finally {
    rmSync(place, { recursive: true })
  }
}

describe('a schema with an unanswered field', () => {
  it('does not compile, and the field is named', { timeout: 120_000 }, () => {
    const [whole, withoutField, withoutEnum, withoutScalar, withoutRoot] = compile([
      modules({}),
      modules({ health: 'healthWithoutQuota' }),
      modules({ member: 'memberWithoutRole' }),
      modules({ base: 'baseWithoutDateTime' }),
      modules({ tenant: 'tenantWithoutQuery' }),
    ])
    expect(whole).toBe('')
    expect(withoutField).toContain('"Quota.remainingPercent"')
    expect(withoutEnum).toContain('"Role.ADMIN"')
    expect(withoutScalar).toContain('"DateTime"')
    expect(withoutRoot).toContain('"Query.tenant"')
  })
})
