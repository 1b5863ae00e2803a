import { emptyInWords } from '@/server/kernel/quotas'
import type { Resolvers } from '../generated/resolvers'

const percent = (share: number) => Math.round(share * 1000) / 10

/** Pools and how they run down. */
export const quotaResolvers = {
  Quota: {
    forecast: ({ text }) => text,
  },
  ReservedShares: {
    interactive: ({ interactive }) => percent(interactive),
    deploy: ({ deploy }) => percent(deploy),
    sync: ({ sync }) => percent(sync),
    probe: ({ probe }) => percent(probe),
  },
  RateLimitWarning: {
    emptyAt: ({ data }) => (data.emptyAt ? new Date(data.emptyAt) : null),
    forecast: ({ data, time }) =>
      data.emptyAt ? emptyInWords(new Date(data.emptyAt).getTime() - time.getTime()) : null,
  },
  QuotaMode: { ENFORCE: 'enforce', OBSERVE: 'observe' },
} satisfies Resolvers
