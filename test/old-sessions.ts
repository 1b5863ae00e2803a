import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'

/** A hub remembers for nearly a second who a session is. */
const rememberedMs = 1_000

/** Makes everybody have signed in so many minutes ago, which no screen can do in a moment. */
export async function ageSessions(databaseUrl: string, minutes: number): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1 })
  try {
    await sql`update sessions set created_at = now() - make_interval(mins => ${minutes})`
  } finally {
    await sql.end()
  }
  await sleep(rememberedMs)
}
