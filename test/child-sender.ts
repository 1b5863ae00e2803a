import { connectDatabase } from '@/db/tenant'
import { openKeyring } from '@/server/domain/credentials/service'
import { WebhookSender } from '@/workers/webhook-sender'

/** A sender without end, as a process of its own that somebody kills. */
const [databaseUrl = '', masterKey = '', leaseMs = ''] = process.argv.slice(2)
connectDatabase({ ownerUrl: databaseUrl, appConnections: 2, systemConnections: 2 })
await openKeyring(masterKey)
const sender = new WebhookSender({ leaseMs: Number(leaseMs) })
setInterval(() => sender.wake(), 25)
