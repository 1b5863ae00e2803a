import postgres from 'postgres'

/** Makes everybody have signed in so many minutes ago, which no screen can do in a moment. */
export async function ageSessions(databaseUrl: string, minutes: number): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1 })
  try {
    await sql`update sessions set created_at = now() - make_interval(mins => ${minutes})`
  } finally {
    await sql.end()
  }
}
