import { startHub } from '@/server/main'

/**
 * A hub as a process of its own, without screens, for tests of several processes and of killing them. Says where it
 * listens in one line of JSON, and stops as the real one does.
 */
const hub = await startHub({ screens: false })
process.stdout.write(`${JSON.stringify({ childHub: { url: hub.url, metricsUrl: hub.metricsUrl } })}\n`)
process.on('SIGTERM', () => {
  hub.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  )
})
