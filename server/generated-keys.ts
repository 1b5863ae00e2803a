import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { env, overrideEnv } from '@/server/platform/env'

/**
 * The keys a hub on one machine makes for itself, 0600 beside its data, when the environment gives none. A key is on
 * disk before anything is sealed with it; one that turns out not to fit the database is taken away again.
 */
export type KeyFiles = { made: readonly string[]; takeBack(): void }

export const masterKeyFile = 'master.key'
const files = { INTHUB_MASTER_KEY: masterKeyFile, AUTH_SECRET: 'auth.secret' } as const
type KeyName = keyof typeof files

function readOrMake(path: string): { value: string; isNew: boolean } {
  try {
    const value = randomBytes(32).toString('base64')
    // Two processes may start at once: the file is made by one of them, and read by the other.
    writeFileSync(path, `${value}\n`, { mode: 0o600, flag: 'wx' })
    return { value, isNew: true }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    return { value: readFileSync(path, 'utf8').trim(), isNew: false }
  }
}

export function settleKeys(folder: string): KeyFiles {
  const made: string[] = []
  for (const name of Object.keys(files) as KeyName[]) {
    if (env()[name]) continue
    const path = join(resolve(folder), files[name])
    mkdirSync(resolve(folder), { recursive: true, mode: 0o700 })
    const { value, isNew } = readOrMake(path)
    overrideEnv({ [name]: value })
    if (isNew) made.push(path)
  }
  const takeBack = () => {
    for (const path of made) unlinkSync(path)
  }
  return { made, takeBack }
}
