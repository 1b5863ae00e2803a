import { z } from 'zod'
import { tendHooks } from '@/server/domain/inbound/service'
import { defineJob } from './kit'

/** Looks after registered hooks. Running it twice is as good as once: what was looked after is not due. */
export const hookTending = defineJob({
  name: 'hook-tending',
  payload: z.object({}),
  permissions: [],
  attempts: 1,
  timeoutMs: 600_000,
  run: async () => {
    while ((await tendHooks()) > 0) {
      // Until none is due.
    }
  },
})
