import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lexicographicSortSchema, printSchema } from 'graphql'

/**
 * A codegen plugin with two forms: `printed`, the whole schema in one stable order for docs/schema.graphql, and
 * `typescript`, the modules' SDL word for word as the string the server builds its schema from.
 */
const modules = () =>
  readdirSync('graphql', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'generated')
    .map((entry) => join('graphql', entry.name, 'schema.graphql'))
    .sort()

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    if (error.code === 'ENOENT') return ''
    throw error
  }
}

const escaped = (text) => text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')

export function plugin(schema, _documents, config) {
  if (config.form === 'printed') return `${printSchema(lexicographicSortSchema(schema))}\n`
  const sdl = modules().map(readIfThere).filter(Boolean).join('\n\n')
  return `export const typeDefs = \`${escaped(sdl)}\n\`\n`
}
