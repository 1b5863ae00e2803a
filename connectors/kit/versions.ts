/** Versions as vendors write them: `v18.1.0-ee`, `2.8.2+ds1`, `15.0`. Only the leading numbers are compared. */
function partsOf(text: string): number[] | undefined {
  const match = /(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?/.exec(text)
  return match?.slice(1).map((part) => Number(part ?? 0))
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((part, i) => part !== b[i])
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0)
}

/** Whether a version is within a range such as `>=15.0 <19`; undefined when it cannot be read. */
export function isInRange(version: string, range: string): boolean | undefined {
  const parts = partsOf(version)
  if (!parts) return undefined
  return [...range.matchAll(/(>=|<=|>|<|=)\s*([\d.]+)/g)].every(([, operator = '=', bound = '']) => {
    const order = compare(parts, partsOf(bound) ?? [])
    if (order === 0) return operator.includes('=')
    return order > 0 ? operator.startsWith('>') : operator.startsWith('<')
  })
}

const bounds: Record<string, (version: string) => string> = {
  '>=': (version) => `${version} or newer`,
  '>': (version) => `newer than ${version}`,
  '<': (version) => `older than ${version}`,
  '<=': (version) => `${version} or older`,
  '=': (version) => `exactly ${version}`,
}

/** `>=15.0 <19` as people read it: "15.0 or newer, older than 19". */
export function rangeInWords(range: string): string {
  return [...range.matchAll(/(>=|<=|>|<|=)\s*([\d.]+)/g)]
    .map(([, operator = '', bound = '']) => bounds[operator]?.(bound) ?? bound)
    .join(', ')
}
