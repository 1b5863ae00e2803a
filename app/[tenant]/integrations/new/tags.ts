import { fieldNames, type SettingsSchema, type Values } from '@/app/ui/settings-form/schema'
import type { FieldTag } from '@/app/ui/settings-form/settings-form'
import type { Draft } from './draft'

type State = { config: Values; base: Values; from: string; onConfig: (config: Values) => void }

/** Where the values came from, as it is said at each of them. */
export const originOf = ({ start, startName }: Pick<Draft, 'start' | 'startName'>): string =>
  start === 'last' || startName === null ? 'from last use' : `from profile ${startName}`

/** Where each value comes from, and the way back to it once it was changed. */
export function tagsFor(schema: SettingsSchema, { config, base, from, onConfig }: State): Record<string, FieldTag> {
  const tags = fieldNames(schema).flatMap((name): [string, FieldTag][] => {
    const usual = schema.properties[name]?.default
    const origin = name in base ? { word: from, value: base[name] } : { word: 'default', value: usual }
    if (origin.value === undefined) return []
    if (config[name] === origin.value) return [[name, { word: origin.word }]]
    const onReset = () => onConfig({ ...config, [name]: origin.value })
    return [[name, { word: 'changed', onReset }]]
  })
  return Object.fromEntries(tags)
}
