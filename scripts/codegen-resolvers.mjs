import { plugin as types } from '@graphql-codegen/typescript'
import { plugin as resolvers } from '@graphql-codegen/typescript-resolvers'

/**
 * The two plugins behind graphql/generated/resolvers.ts as one. The first re-exports the enums' types without saying
 * that they are types, which our compiler settings require.
 */
const asTypes = (content) => content.replaceAll(/^export \{ (\w+) \};$/gm, 'export type { $1 };')

export async function plugin(...given) {
  const parts = [await types(...given), await resolvers(...given)]
  const all = (name) => parts.flatMap((part) => part[name] ?? [])
  return {
    prepend: [...new Set(all('prepend'))],
    content: asTypes(parts.map((part) => part.content).join('\n')),
    append: all('append'),
  }
}
