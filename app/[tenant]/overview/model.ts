import type { OverviewIntegrationFragment, OverviewQuery } from '@/app/generated/graphql'
import { standingAt } from '@/app/lib/health-clock'
import type { State } from '@/app/ui/state'

export type OverviewItem = OverviewIntegrationFragment
export type ActivityItem = OverviewQuery['activity']['edges'][number]['node']
/** How many entries of the activity the overview asks for. */
export const shownActivity = 12

export type Summary = OverviewQuery['healthSummary']

/** The verdict on everything: its state, what is said, and what is worst. */
export type Verdict = { state: State; sentence: string; worst: OverviewItem | null }

const integrations = (count: number) => `${count} ${count === 1 ? 'integration' : 'integrations'}`

function quietSentence({ total, disabled, unknown, checking, healthy }: Summary): { state: State; sentence: string } {
  const watched = total - disabled
  const off = disabled > 0 ? `, ${disabled} disabled` : ''
  if (watched === 0)
    return {
      state: 'DISABLED',
      sentence: total === 1 ? 'The one integration is disabled' : `All ${integrations(total)} are disabled`,
    }
  const waiting = unknown + checking
  if (waiting > 0) {
    return {
      state: 'CHECKING',
      sentence: `${healthy} of ${integrations(watched)} healthy, ${waiting} not checked yet${off}`,
    }
  }
  return {
    state: 'HEALTHY',
    sentence:
      watched === 1 ? `The one watched integration is healthy${off}` : `All ${integrations(watched)} are healthy${off}`,
  }
}

/** What to say first. `aged` are those whose verdict nobody renewed in time, as this screen's own clock sees it. */
export function verdictOf(
  summary: Summary,
  attention: { totalCount: number; worst: OverviewItem | null },
  aged: number,
): Verdict {
  if (aged > 0) {
    const sentence = `${aged} of ${integrations(summary.total)} ${aged === 1 ? 'has' : 'have'} no recent result`
    return { state: 'STALE', sentence, worst: null }
  }
  const { totalCount, worst } = attention
  if (totalCount === 0) return { ...quietSentence(summary), worst: null }
  const verb = totalCount === 1 ? 'needs' : 'need'
  const sentence = `${totalCount} of ${integrations(summary.total)} ${verb} attention`
  return { state: worst?.health ?? 'UNHEALTHY', sentence, worst }
}

/** How many of the shown have a verdict that counted when it was read and does not count any more. */
export function agedCount(items: readonly OverviewItem[], now: number): number {
  return items.filter((item) => item.health !== 'STALE' && standingAt(item, now) === 'STALE').length
}
