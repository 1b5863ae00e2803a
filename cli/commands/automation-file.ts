import { usageError } from '../errors'
import { readText } from './api-fields'
import { stdinText } from './given'

/**
 * An automation as a file: its name beside its definition, or the parts of the definition beside the name. What `show`
 * prints is one, too; what the hub itself says of it there is left aside.
 */
export type AutomationFile = {
  name: string | undefined
  description: string | undefined
  project: string | undefined
  definition: Record<string, unknown>
}

const parts = ['trigger', 'condition', 'steps']
const words = ['name', 'description', 'project']
const ofTheHub = [
  ...['apiVersion', 'id', 'projectId', 'enabled', 'pausedReason', 'failuresInRow', 'version'],
  ...['savedBy', 'createdAt', 'updatedAt'],
]

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

async function parsed(path: string): Promise<Record<string, unknown>> {
  const text = path === '-' ? await stdinText() : readText(path)
  try {
    const value: unknown = (await import('yaml')).parse(text)
    if (isRecord(value)) return value
  } catch {
    // Said below, without the words of the parser, which quote the file.
  }
  throw usageError('The file is not an object in YAML or JSON.')
}

const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

export async function readAutomationFile(path: string): Promise<AutomationFile> {
  const given = await parsed(path)
  const known = [...parts, ...words, ...ofTheHub, 'definition']
  const unknown = Object.keys(given).filter((key) => !known.includes(key))
  if (unknown.length > 0) {
    throw usageError(
      'The file has a key that an automation does not have.',
      `Keys: ${[...words, ...parts].join(', ')}.`,
    )
  }
  const definition = isRecord(given.definition)
    ? given.definition
    : Object.fromEntries(parts.flatMap((key) => (given[key] === undefined ? [] : [[key, given[key]]])))
  const { name, description, project } = given
  return { name: textIn(name), description: textIn(description), project: textIn(project), definition }
}
