import { isForeignKeyViolation } from '@/db/violations'
import { HubError } from '@/server/kernel/errors'

/**
 * Tells that a project or an environment was deleted between being looked up and being written down.
 *
 * @throws {HubError} project.not_found, environment.not_found
 */
export async function tellingVanished<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (isForeignKeyViolation(cause, 'projects')) throw new HubError('project.not_found', undefined, { cause })
    if (isForeignKeyViolation(cause, 'environments')) throw new HubError('environment.not_found', undefined, { cause })
    throw cause
  }
}
