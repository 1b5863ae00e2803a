import { afterAll, beforeAll, inject } from 'vitest'
import { closeDatabase, connectDatabase } from '@/db/tenant'
import { openKeyring } from '@/server/domain/credentials/service'
import { testMasterKey } from './world'

/** Runs around every test file: its pools, and the key every file of the run shares. */
beforeAll(async () => {
  connectDatabase({ ownerUrl: inject('databaseUrl'), appConnections: 6, systemConnections: 3 })
  await openKeyring(testMasterKey)
})

afterAll(async () => {
  await closeDatabase()
})
