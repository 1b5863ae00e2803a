type DatabaseError = { code: string; constraint_name?: string }

/** Drizzle wraps what the driver throws; the driver's error is the cause. */
function databaseError(error: unknown): DatabaseError | undefined {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && typeof error.code === 'string') return error as Error & DatabaseError
  return databaseError(error.cause)
}

/** Whether a unique index refused a row; of this name, where one is given. */
export function isUniqueViolation(error: unknown, index?: string): boolean {
  const found = databaseError(error)
  return found?.code === '23505' && (index === undefined || found.constraint_name === index)
}

/** Whether a row was refused because what it names, by its id in this table, is not there any more. */
export function isForeignKeyViolation(error: unknown, table: string): boolean {
  const found = databaseError(error)
  return found?.code === '23503' && (found.constraint_name?.endsWith(`_${table}_id_fk`) ?? false)
}

/**
 * Whether the database refused what was written, or the way it met others, rather than being out of reach: the same
 * rows in smaller portions may fare better. Classes 22 (data), 23 (constraints) and 40 (deadlocks).
 * Source: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export const isRowRefused = (error: unknown): boolean => /^(22|23|40)/.test(databaseError(error)?.code ?? '')
