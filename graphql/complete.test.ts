import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/** Compiles small files against the real types: the guard is a type, so only the compiler can say whether it holds. */
const folder = fileURLToPath(new URL('.', import.meta.url))
const root = join(folder, '..')

/** The modules of the schema, as it imports them. */
const names = [...readFileSync(join(folder, 'schema.ts'), 'utf8').matchAll(/import { (\w+)Resolvers }/g)].map(
  ([, name = '']) => name,
)
const imports = names.map((name) => `import { ${name}Resolvers } from '../${name}/resolvers'`).join('\n')
const head = `
import { complete, type Unanswered } from '../complete'
${imports}
const { Quota: _quota, ...healthWithoutQuota } = healthResolvers
const { Role: _role, ...memberWithoutRole } = memberResolvers
const { DateTime: _dateTime, ...baseWithoutDateTime } = baseResolvers
const { Query: _query, ...tenantWithoutQuery } = tenantResolvers
`
const modules = (change: Record<string, string>) => {
  const list = names.map((name) => change[name] ?? `${name}Resolvers`).join(', ')
  return `const modules = [${list}] as const\ncomplete<typeof modules, Unanswered<typeof modules>>(modules)\n`
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
