import { connectDatabase } from '@/db/tenant'
import { executeBatch } from '@/server/domain/calls/service'
import { openKeyring } from '@/server/domain/credentials/service'
import { systemContext } from '@/server/kernel/context'
import { parseId } from '@/server/kernel/ids'

/** Calls without end, as a process of its own that somebody kills. */
const [databaseUrl = '', tenant = '', masterKey = ''] = process.argv.slice(2)
const ctx = systemContext(parseId('tenant', tenant), 'calls')
connectDatabase({ ownerUrl: databaseUrl, appConnections: 2, systemConnections: 1 })
await openKeyring(masterKey)

const calls = Array.from({ length: 50 }, (_, at) => ({ integration: 'svc', method: 'GET' as const, path: `/${at}` }))
for (;;) await executeBatch(ctx, { calls, concurrency: 16 })
