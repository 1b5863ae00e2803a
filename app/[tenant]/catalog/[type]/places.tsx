import { Card } from '@/app/ui/card'
import { FoldedSection } from '@/app/ui/folded-section'
import { fieldNames, readSchema, type SettingsSchema } from '@/app/ui/settings-form/schema'
import type { TypeDetail } from './type-page'

type Instance = TypeDetail['instances'][number]
type Method = TypeDetail['methods'][number]

/** Where a service of this type can live, and how the hub signs in there: with each field that will be asked. */
export function Places({ type }: { type: TypeDetail }) {
  return (
    <>
      <FoldedSection title="Where it can be">
        <ul className="grid gap-4 md:grid-cols-2">
          {type.instances.map((instance) => (
            <li key={instance.id} className="grid min-w-0">
              <Place instance={instance} methods={type.methods} />
            </li>
          ))}
        </ul>
      </FoldedSection>
      <FoldedSection title="How the hub signs in">
        <ul className="grid gap-4 md:grid-cols-2">
          {type.methods.map((method) => (
            <li key={method.id} className="grid min-w-0">
              <SignIn method={method} />
            </li>
          ))}
        </ul>
      </FoldedSection>
    </>
  )
}

function Place({ instance, methods }: { instance: Instance; methods: readonly Method[] }) {
  const ways = instance.methodIds.flatMap((id) => methods.find((method) => method.id === id)?.title ?? [])
  return (
    <Card className="grid content-start gap-2">
      <h3 className="font-medium">{instance.title}</h3>
      {instance.description && <p className="text-text-2">{instance.description}</p>}
      <code className="text-meta break-all text-text-2">{instance.baseUrl}</code>
      <Fields schema={readSchema(instance.configSchema)} />
      <p className="text-meta text-text-2">Signs in with: {ways.join(', ')}</p>
    </Card>
  )
}

function SignIn({ method }: { method: Method }) {
  return (
    <Card className="grid content-start gap-2">
      <h3 className="font-medium">{method.title}</h3>
      {method.help && <p className="text-text-2">{method.help}</p>}
      <Fields schema={readSchema(method.configSchema)} />
      <Fields schema={readSchema(method.secretsSchema)} isSecret />
    </Card>
  )
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)

function Fields({ schema, isSecret = false }: { schema: SettingsSchema; isSecret?: boolean }) {
  const names = fieldNames(schema)
  if (names.length === 0) return null
  return (
    <dl className="grid gap-1.5">
      {names.map((name) => {
        const field: Record<string, unknown> = { ...schema.properties[name] }
        const isOptional = !schema.required?.includes(name)
        return (
          <div key={name}>
            <dt className="flex flex-wrap items-baseline gap-x-2">
              {textOf(field.title) ?? name}
              <span className="text-meta text-text-2">
                {[isSecret && 'secret, sealed', isOptional && 'optional'].filter(Boolean).join(', ')}
              </span>
            </dt>
            {textOf(field.description) && <dd className="text-meta text-text-2">{textOf(field.description)}</dd>}
          </div>
        )
      })}
    </dl>
  )
}
