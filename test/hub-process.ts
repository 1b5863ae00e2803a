import { main } from '@/server/main'

/** The hub as a program, without its screens: what a test starts and stops as a process of its own. */
const hub = await main({ screens: false })
process.stdout.write(`UP ${hub.url}\n`)
