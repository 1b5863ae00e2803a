import { request } from '../client'
import { type Detail, printList, printOne, settleView, type View } from '../output'
import { plainText } from '../terminal'
import type { Run } from './command'
import { type CatalogType, fieldsOf, findMeant, requireMeant } from './connect-plan'
import { typesQuery } from './integration-queries'

/** The catalog: what can be connected, and what each type needs. */
const typeView: View<CatalogType> = {
  name: (type) => type.id,
  columns: [
    { name: 'type', text: (type) => type.id },
    { name: 'names', text: (type) => type.instances.map((instance) => instance.slugStem).join(', ') },
    { name: 'methods', text: (type) => type.methods.map((method) => method.id).join(', ') },
    { name: 'description', text: (type) => type.description, flexible: true },
    { name: 'version', text: (type) => type.version, wide: true },
  ],
  fields: {
    id: (type) => type.id,
    name: (type) => type.name,
    description: (type) => type.description,
    version: (type) => type.version,
    families: (type) => type.families,
    capabilities: (type) => type.capabilities,
    aliases: (type) => type.aliases,
    instances: (type) => type.instances,
    methods: (type) => type.methods,
  },
}

function fieldText(schema: Record<string, unknown>): string {
  const fields = fieldsOf(schema).map((field) =>
    field.required && field.defaultValue === undefined ? field.name : `[${field.name}]`,
  )
  return fields.join(' ') || '-'
}

function typeDetails(type: CatalogType, named: string | undefined): Detail[] {
  const instances = named ? type.instances.filter((instance) => instance.slugStem === named) : type.instances
  const ids = instances.flatMap((instance) => instance.methodIds)
  const methods = type.methods.filter((method) => ids.includes(method.id))
  return [
    ['Type', `${type.id} ${type.version}`],
    ['Name', plainText(type.name)],
    ['Description', plainText(type.description)],
    ...instances.map(
      (one) =>
        [
          `Instance ${one.id}`,
          `${plainText(one.title)}; settings: ${fieldText(one.configSchema)}; methods: ${one.methodIds.join(', ')}`,
        ] as const,
    ),
    ...methods.map(
      (one) =>
        [
          `Method ${one.id}`,
          `${plainText(one.title)}; settings: ${fieldText(one.configSchema)}; secrets: ${fieldText(one.secretsSchema)}`,
        ] as const,
    ),
    ['Connect', `inthub integration connect ${named ?? type.id}`],
  ]
}

export async function types({ io, session, args }: Run<object>): Promise<void> {
  settleView(io, typeView)
  const { integrationTypes } = await request(session, typesQuery, {})
  const [name] = args
  if (!name) return printList(io, typeView, integrationTypes, { total: integrationTypes.length })
  const { type } = requireMeant(integrationTypes, name)
  await printOne(io, typeView, type, typeDetails(type, findMeant(integrationTypes, name)?.instance?.slugStem))
}
