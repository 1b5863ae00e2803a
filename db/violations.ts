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
