import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import {
  type Connector,
  connectorManifest,
  describeSettings,
  operationSchema,
  parseOperationInput,
  slugStem,
} from './kit'
import { verifyScheme } from './kit/webhooks'
import { connectors, findBuiltInConnector, findConnectorByAlias } from './registry'

/** The contract every connector keeps. A new one is held to it by its line in registry.ts alone. */
const here = fileURLToPath(new URL('.', import.meta.url))
const folders = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'kit' && !entry.name.startsWith('_'))
  .map((entry) => entry.name)
  .sort()

const folderOf = async (connector: Connector) => {
  for (const folder of folders) {
    const module: Record<string, unknown> = await import(`./${folder}/index.ts`)
    if (Object.values(module).includes(connector)) return folder
  }
  return undefined
}
const camelCase = (folder: string) => folder.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase())

describe('the registry', () => {
  it('lists every folder once, under its name, in order', async () => {
    expect(await Promise.all(connectors.map(folderOf))).toEqual(folders)
    for (const folder of folders) {
      const module: Record<string, unknown> = await import(`./${folder}/index.ts`)
      expect(connectors).toContain(module[camelCase(folder)])
    }
  })

  it('gives each type, short name and slug to one connector', () => {
    const names = connectors.flatMap(({ manifest }) => [
      manifest.id,
      ...(manifest.aliases ?? []),
      ...Object.values(manifest.instances).flatMap((instance) => instance.aliases ?? []),
    ])
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(findConnectorByAlias(name)).toBeDefined()
    for (const connector of connectors) expect(findBuiltInConnector(connector.manifest.id)).toBe(connector)
    expect(findBuiltInConnector('no.such')).toBeUndefined()
    expect(findConnectorByAlias('constructor')).toBeUndefined()
  })

  it('knows Docker Hub and GHCR by name', () => {
    const named = ['docker-hub', 'ghcr', 'registry.oci'].map(findConnectorByAlias)
    expect(named.map((one) => [one?.connector.manifest.id, one?.instance])).toEqual([
      ['registry.oci', 'dockerHub'],
      ['registry.oci', 'ghcr'],
      ['registry.oci', null],
    ])
    expect(named.map((one) => one && slugStem(one.connector, one.instance))).toEqual(['docker-hub', 'ghcr', 'registry'])
  })
})

describe.each(connectors.map((connector) => [connector.manifest.id, connector] as const))('%s', (_id, connector) => {
  const { manifest, hooks } = connector
  const methods = Object.values(manifest.methods)
  const operations = Object.entries(manifest.operations ?? {})

  it('is data: it survives JSON and fits the schema', () => {
    const copy: unknown = JSON.parse(JSON.stringify(manifest))
    expect(copy).toEqual(manifest)
    expect(connectorManifest.safeParse(copy).error?.issues ?? []).toEqual([])
  })

  it('proves its credential, or says why nothing can', () => {
    const { identity } = manifest.probes
    if ('none' in identity) expect(identity.none.length).toBeGreaterThan(20)
    else expect(identity.request).toMatch(/^(GET|HEAD|POST) /)
    for (const method of methods) {
      if (method.kind === 'none') expect(method.reason?.length).toBeGreaterThan(20)
      else expect(method.inject ?? method.authorize).toBeDefined()
    }
  })

  it('masks every secret, and keeps each name for one thing', () => {
    const description = describeSettings(connector)
    for (const method of description.methods) {
      const secrets = Object.values(method.secrets.properties)
      expect(secrets.every(({ writeOnly }) => writeOnly === true)).toBe(true)
      expect(Object.values(method.config.properties).some(({ writeOnly }) => writeOnly)).toBe(false)
      for (const instance of description.instances) {
        const names = [instance.config, method.config, method.secrets].flatMap(({ properties }) =>
          Object.keys(properties),
        )
        expect(new Set(names).size).toBe(names.length)
      }
    }
  })

  it('names only what it has: inputs, methods, hooks', () => {
    for (const instance of Object.values(manifest.instances)) {
      const inputs = Array.isArray(instance.inputs) ? instance.inputs : []
      expect(Object.keys(manifest.inputs ?? {})).toEqual(expect.arrayContaining(inputs))
      expect(Object.keys(manifest.methods)).toEqual(expect.arrayContaining(instance.methods ?? []))
    }
    const named = methods.flatMap(({ authorize }) => (authorize ? [authorize.hook] : []))
    expect([...new Set(named)].sort()).toEqual(Object.keys(hooks.authorize ?? {}).sort())
    const acting = operations.flatMap(([, { hook }]) => hook ?? [])
    expect([...new Set(acting)].sort()).toEqual(Object.keys(hooks.operate ?? {}).sort())
  })

  it('has a README that names the scopes it needs', async () => {
    const readme = readFileSync(`${here}${await folderOf(connector)}/README.md`, 'utf8')
    expect(readme).toContain(`\`${manifest.id}\``)
    const needed = /## Needed scopes\n+([^#]+)/.exec(readme)?.[1] ?? ''
    expect(needed.trim().length).toBeGreaterThan(20)
    for (const scope of Object.values(manifest.probes.scopes?.needs ?? {}).flat(2)) expect(needed).toContain(scope)
  })

  it('says what helps when the credential is refused, or is not enough, and where to read on', () => {
    if (methods.some(({ kind }) => kind !== 'none')) {
      for (const status of ['401', '403']) expect(manifest.remedies?.[status]?.length).toBeGreaterThan(20)
    }
    for (const { class: failureClass, remedy } of manifest.errors ?? []) {
      expect(remedy ?? `a remedy for ${failureClass}`).toMatch(/\.$/)
    }
    // A service of which nothing is known has no page of its vendor.
    if (!manifest.families.includes('custom')) expect(manifest.docs?.setup).toMatch(/^https:/)
  })

  it('verifies the webhooks that it knows the topics of', () => {
    const { webhooks, capabilities } = manifest
    if (capabilities.includes('webhooks')) expect(webhooks?.verify.length).toBeGreaterThan(0)
    if (webhooks?.register) expect(Object.keys(hooks.register ?? {})).toContain(webhooks.register.hook)
    for (const scheme of webhooks?.verify ?? []) expect(verifyScheme.safeParse(scheme).error?.issues ?? []).toEqual([])
  })

  const lists = Object.entries(manifest.discover ?? {})
  it('lists what there is, where its family has things to list', () => {
    const listing = ['scm', 'ci', 'communication', 'monitoring', 'registry']
    if (manifest.families.some((family) => listing.includes(family))) expect(lists.length).toBeGreaterThan(0)
    for (const [, list] of lists) {
      expect(Object.keys(manifest.instances)).toEqual(expect.arrayContaining(list.instances ?? []))
      expect(Object.keys(manifest.methods)).toEqual(expect.arrayContaining(list.methods ?? []))
    }
  })

  it('asks for each input of a list where it goes, and says where it comes from', () => {
    const inputs = lists.flatMap(([, { request, inputs = {} }]) =>
      Object.entries(inputs).map(([name, input]) => ({ ...input, name, request })),
    )
    for (const { name, request, list, pattern, examples } of inputs) {
      expect(request).toMatch(new RegExp(`\\{\\+?${name}\\}`))
      if (list) expect(Object.keys(manifest.discover ?? {})).toContain(list)
      for (const example of examples ?? []) expect(example).toMatch(new RegExp(pattern ?? '.'))
    }
  })

  it.each(operations)('says of the operation %s what it does, what it takes, and what it needs', (_name, operation) => {
    expect(operation.title.length).toBeGreaterThan(5)
    if (operation.effect === 'destructive') expect(operation.description).toMatch(/\.$/)
    for (const property of Object.values(operationSchema(operation).properties)) expect(property.title).toBeTruthy()
    expect(operation.needs?.length).toBeGreaterThan(0)
    const remedies = [
      ...Object.values(operation.remedies ?? {}),
      ...(operation.errors ?? []).map(({ remedy }) => remedy),
    ]
    for (const remedy of remedies) expect(remedy).toMatch(/\.$/)
    expect(Object.keys(manifest.instances)).toEqual(expect.arrayContaining(operation.instances ?? []))
    expect(Object.keys(manifest.methods)).toEqual(expect.arrayContaining(operation.methods ?? []))
    // Whatever the schema is, it can be checked with.
    expect(() => parseOperationInput(operation, { 'no such input': 1 })).toThrow('no such input')
  })

  it.each(operations)(
    'takes for %s every value its templates name, and none that leaves a hole',
    (_name, operation) => {
      const input = operation.input ?? {}
      const { query, headers, body, authorizeInput, request = '' } = operation
      const templates = JSON.stringify([query, headers, body, authorizeInput])
      const inPath = [...request.matchAll(/\{\+?(\w+)\}/g)].map(([, one = '']) => one)
      const elsewhere = [...templates.matchAll(/\{(\w+)\}/g)].map(([, one = '']) => one)
      const known = [...Object.keys(input), ...Object.keys(manifest.inputs ?? {})]
      expect(known).toEqual(expect.arrayContaining([...inPath, ...elsewhere]))
      for (const one of inPath) expect(input[one]?.optional ?? false).toBe(false)
    },
  )

  it.each(operations)('offers for %s lists and examples that fit', (_name, { input = {} }) => {
    for (const { list, pattern = '', examples = [] } of Object.values(input)) {
      if (list) expect(Object.keys(manifest.discover ?? {})).toContain(list)
      for (const example of examples) expect(String(example)).toMatch(new RegExp(pattern, 'u'))
    }
  })

  it('has a test for each operation', async () => {
    const folder = `${here}${await folderOf(connector)}`
    const files = readdirSync(folder).filter((name) => name.endsWith('.test.ts'))
    const tests = files.map((name) => readFileSync(`${folder}/${name}`, 'utf8')).join('\n')
    for (const [name] of operations) expect(tests).toContain(`'${name}'`)
  })

  it('sends no credential where its headers are the same for everybody', () => {
    const names = Object.keys(manifest.headers ?? {}).map((name) => name.toLowerCase())
    expect(names.filter((name) => /auth|token|cookie|key|secret/.test(name))).toEqual([])
  })

  it('is not served over plain http where the vendor is the same for everybody', () => {
    for (const { baseUrl } of Object.values(manifest.instances)) expect(baseUrl).toMatch(/^(https:\/\/|\{\w+\})/)
  })
})
