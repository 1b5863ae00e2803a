import { learnQuotas as readQuotas } from '@/connectors/kit/quotas'
import { closeDatabase, connectDatabase } from '@/db/tenant'
import { closeQuotas, learnQuotas, pauseQuota, takeQuota } from '@/server/domain/quotas/service'
import { usualCallPolicy } from '@/server/kernel/calls'
import { systemContext } from '@/server/kernel/context'
import { parseId } from '@/server/kernel/ids'

/**
 * A noisy consumer as a process of its own: as many calls at once as it was told, as fast as the limiter lets them
 * out, until its time is up. Says in one line of JSON how many went out.
 */
const [databaseUrl = '', tenant = '', integration = '', url = '', seconds = '5', atOnce = '20'] = process.argv.slice(2)
const integrationId = parseId('integration', integration)
const ctx = systemContext(parseId('tenant', tenant), 'consumer')
connectDatabase({ ownerUrl: databaseUrl, appConnections: 2, systemConnections: 1 })

const end = Date.now() + Number(seconds) * 1000
const sum = { sent: 0, refused: 0 }

async function once(): Promise<void> {
  const taken = await takeQuota(ctx, {
    ...{ integrationId, pools: ['core'], priority: 'sync', policy: usualCallPolicy.quota },
    deadlineAt: Math.min(end, Date.now() + 2_000),
  })
  if (taken.refused) {
    sum.refused += 1
    await new Promise((resolve) => setTimeout(resolve, 50))
    return
  }
  const sentAt = new Date()
  const answer = await fetch(url)
  await answer.text()
  sum.sent += 1
  learnQuotas(ctx, integrationId, readQuotas([], Object.fromEntries(answer.headers), new Date()), { sentAt })
  if (answer.status === 429) pauseQuota(ctx, integrationId, { pool: 'core', until: new Date(Date.now() + 1_000) })
}

async function consume(): Promise<void> {
  while (Date.now() < end) await once()
}

await Promise.all(Array.from({ length: Number(atOnce) }, consume))
await closeQuotas()
await closeDatabase()
process.stdout.write(`${JSON.stringify(sum)}\n`)
