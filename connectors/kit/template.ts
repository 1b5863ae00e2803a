/**
 * The templates of manifests: `{name}` and `{+name}`. What a value may do to its surroundings is the caller's choice.
 * Source: https://www.rfc-editor.org/rfc/rfc6570, of which this is the part manifests need.
 */
export type TemplateValues = Record<string, string | number | boolean | undefined>

/** A name without a value stands for nothing. */
export function expand(
  template: string,
  values: TemplateValues,
  encode: (value: string, isReserved: boolean) => string,
): string {
  return template.replace(/\{(\+?)(\w+)\}/g, (_all, plus: string, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    return value === undefined ? '' : encode(String(value), plus === '+')
  })
}

/**
 * Reads `a.b.0.c` out of an answer; `$` is all of it, and `a.*.b` what every item of a list holds, joined. Own keys only,
 * so that no answer can reach a prototype.
 */
export function valueAt(document: unknown, path: string): unknown {
  if (path === '$') return document
  let value = document
  const steps = path.split('.')
  for (const [at, step] of steps.entries()) {
    if (step === '*') {
      const rest = steps.slice(at + 1).join('.') || '$'
      return Array.isArray(value) ? value.flatMap((item) => valueAt(item, rest) ?? []) : undefined
    }
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = Object.entries(value).find(([name]) => name === step)?.[1]
  }
  return value
}
