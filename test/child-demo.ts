import { prepareDemo } from '@/scripts/demo/demo'
import { main } from '@/server/main'

/** The demo as a process of its own, without screens. Ends as the real one does: by a signal or by its key. */
await main({ screens: false, demo: await prepareDemo(process.argv.slice(2)) })
