import { request } from '../client'
import { usageError } from '../errors'
import type { IntegrationTypeQuery } from '../generated/graphql'
import { lower } from '../health-words'
import type { Io } from '../io'
import { type Detail, printList, printOne, settleView, type View } from '../output'
import { plainText } from '../terminal'
import type { Run } from './command'
import { type CatalogType, fieldsOf, instanceNames, requireMeant } from './connect-plan'
import { typeQuery, typesQuery } from './integration-queries'

/** The catalog: what can be connected, and what each type needs. */
type Whole = NonNullable<IntegrationTypeQuery['integrationType']>

const typeView: View<CatalogType> = {
  name: (type) => type.id,
  columns: [
    { name: 'type', text: (type) => type.id },
    { name: 'names', text: (type) => instanceNames(type).join(', ') },
    { name: 'methods', text: (type) => type.methods.map((method) => method.id).join(', ') },
    { name: 'connected', text: (type) => String(type.integrationCount) },
    { name: 'description', text: (type) => type.description, flexible: true },
    { name: 'version', text: (type) => type.version, wide: true },
  ],
  fields: {
    id: (type) => type.id,
    name: (type) => type.name,
    description: (type) => type.description,
    version: (type) => type.version,
    maturity: (type) => lower(type.maturity),
    families: (type) => type.families,
    capabilities: (type) => type.capabilities,
    aliases: (type) => type.aliases,
    versionRange: (type) => type.versionRange,
    integrationCount: (type) => type.integrationCount,
    instances: (type) => type.instances,
    methods: (type) => type.methods,
  },
}

const wholeView: View<Whole> = {
  name: typeView.name,
  columns: [],
  fields: {
    ...typeView.fields,
    docs: (type) => type.docs,
    probes: (type) => type.probes.map((probe) => ({ ...probe, name: lower(probe.name) })),
    neededScopes: (type) => type.neededScopes,
    quotaPools: (type) => type.quotaPools.map(({ pool }) => pool),
    discoveryLists: (type) => type.discoveryLists,
    operations: (type) => type.operations.map((one) => ({ ...one, effect: lower(one.effect) })),
    webhooks: (type) => type.webhooks,
    remedies: (type) => type.remedies,
  },
}

function fieldText(schema: Record<string, unknown>): string {
  const fields = fieldsOf(schema).map((field) =>
    field.required && field.defaultValue === undefined ? field.name : `[${field.name}]`,
  )
  return fields.join(' ') || '-'
}

const when = (label: string, value: string | null | undefined): Detail[] => (value ? [[label, plainText(value)]] : [])

function placesAndMethods(type: Whole, named: string | undefined): Detail[] {
  const instances = named ? type.instances.filter((instance) => instance.slugStem === named) : type.instances
  const ids = instances.flatMap((instance) => instance.methodIds)
  const methods = type.methods.filter((method) => ids.includes(method.id))
  const needs = (scopes: readonly string[]) => (scopes.length > 0 ? `; needs ${scopes.join(', ')}` : '')
  return [
    ...instances.map(
      (one) =>
        [
          `Instance ${one.id}`,
          plainText(`${one.title}; settings: ${fieldText(one.configSchema)}; methods: ${one.methodIds.join(', ')}`),
        ] as const,
    ),
    ...methods.map(
      (one) =>
        [
          `Method ${one.id}`,
          plainText(
            `${one.title}; settings: ${fieldText(one.configSchema)}; secrets: ${fieldText(one.secretsSchema)}${needs(one.scopes)}`,
          ),
        ] as const,
    ),
  ]
}

const withAsked = (text: string, asks: string | null | undefined) => plainText(asks ? `${text} (${asks})` : text)

/** What the hub does with a service of this type. */
function whatItDoes(type: Whole, io: Io): Detail[] {
  return [
    ...type.neededScopes.map(
      ({ capability, scopes }) =>
        [`Scopes ${plainText(capability ?? 'always')}`, plainText(scopes.join(', '))] as const,
    ),
    ...type.probes.map((probe) => [`Probe ${lower(probe.name)}`, withAsked(probe.proves, probe.asks)] as const),
    ...when('Quota pools', type.quotaPools.map(({ pool }) => pool).join(', ')),
    ...type.discoveryLists.map((one) => [`List ${one.id}`, withAsked(one.title, one.asks)] as const),
    ...type.operations.map((one) => [`Operation ${one.id}`, withAsked(one.title, lower(one.effect))] as const),
    ...when('Webhooks', type.webhooks && `${type.webhooks.schemes.join(', ')} -> ${type.webhooks.topics.join(', ')}`),
    ...(io.wide ? type.remedies.map((one) => [`On ${plainText(one.failure)}`, plainText(one.remedy)] as const) : []),
    ...when('Set up', type.docs.setup),
    ...when('Scopes explained', type.docs.scopes),
    ...when('Trouble', type.docs.troubleshooting),
  ]
}

export async function types({ io, session, args }: Run<object>): Promise<void> {
  const [name] = args
  if (name) settleView(io, wholeView)
  else settleView(io, typeView)
  const { integrationTypes } = await request(session, typesQuery, {})
  if (!name) return printList(io, typeView, integrationTypes, { total: integrationTypes.length })
  const meant = requireMeant(integrationTypes, name)
  const { integrationType: type } = await request(session, typeQuery, { id: meant.type.id })
  if (!type) throw usageError(`This hub has no connector for ${meant.type.id} any more.`)
  const named = meant.instance?.slugStem
  await printOne(io, wholeView, type, [
    ['Type', `${type.id} ${type.version}`],
    ['Name', plainText(type.name)],
    ['Description', plainText(type.description)],
    ['Connected', String(type.integrationCount)],
    ...when('Works with', type.versionRange),
    ...placesAndMethods(type, named),
    ...whatItDoes(type, io),
    ['Connect', `inthub integration connect ${named ?? type.id}`],
  ])
}
