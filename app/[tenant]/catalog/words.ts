import type { CatalogQuery } from '@/app/generated/graphql'
import { familyTitle } from '../integrations/connector-form'

export type CatalogType = CatalogQuery['integrationTypes'][number]

export const maturityWords: Record<CatalogType['maturity'], string> = {
  BUILT_IN: 'Built in',
  VERIFIED: 'Verified',
  COMMUNITY: 'Community',
}

/** Everything a type may be looked for by, its other names too. */
export function searchWords(type: CatalogType): string {
  return [
    type.name,
    type.id,
    type.description,
    ...type.aliases,
    ...type.capabilities,
    ...type.capabilities.map(capabilityWords),
    ...type.families.map(familyTitle),
    ...type.instances.flatMap(({ title, slugStem, aliases }) => [title, slugStem, ...aliases]),
  ]
    .join(' ')
    .toLowerCase()
}

export function fitsText(type: CatalogType, text: string): boolean {
  const words = searchWords(type)
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word))
}

/** Categories in the order they are found; what fits anything comes last. */
export function categoriesOf(types: readonly CatalogType[]): { family: string; types: CatalogType[] }[] {
  const found = [...new Set(types.map((type) => type.families[0] ?? 'custom'))].sort((a, b) =>
    familyTitle(a).localeCompare(familyTitle(b)),
  )
  const ordered = [...found.filter((family) => family !== 'custom'), ...found.filter((family) => family === 'custom')]
  return ordered.map((family) => ({
    family,
    types: types.filter((type) => (type.families[0] ?? 'custom') === family),
  }))
}

/** `pullRequests` as people write it. */
export const capabilityWords = (capability: string) => capability.replace(/(?<=[a-z])[A-Z]/g, ' $&').toLowerCase()

/** What the command line calls it: its shortest name. */
export function commandName({ id, aliases }: { id: string; aliases: readonly string[] }): string {
  return aliases[0] ?? id
}
