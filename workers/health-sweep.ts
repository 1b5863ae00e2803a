import { z } from 'zod'
import type { Checker } from './checker'
import { defineJob } from './kit'

/** Wakes a checker at once instead of within the next moment, because something fell due this instant. */
export const healthSweep = (checker: Pick<Checker, 'wake'>) =>
  defineJob({
    name: 'health-sweep',
    payload: z.object({}),
    permissions: [],
    attempts: 1,
    timeoutMs: 10_000,
    run: async () => checker.wake(),
  })
