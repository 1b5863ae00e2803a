import { z } from 'zod'
import { sumCallHours } from '@/server/domain/calls/service'
import { defineJob } from './kit'

/** Sums the minutes of calls into hours. Running it twice is as good as once: whole hours are summed anew. */
export const callSumming = defineJob({
  name: 'call-summing',
  payload: z.object({}),
  permissions: [],
  attempts: 3,
  timeoutMs: 300_000,
  run: async () => {
    await sumCallHours()
  },
})
