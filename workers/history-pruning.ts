import { z } from 'zod'
import { pruneHistory } from '@/server/domain/pruning/service'
import { logger } from '@/server/platform/logger'
import { defineJob } from './kit'

/** Keeps history within its time and size, and makes the partitions to come. Running it twice is as good as once. */
export const historyPruning = defineJob({
  name: 'history-pruning',
  payload: z.object({}),
  permissions: [],
  attempts: 3,
  timeoutMs: 600_000,
  run: async () => {
    logger.info(await pruneHistory(), 'history pruned')
  },
})
