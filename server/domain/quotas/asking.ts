import { type CallPriority, callPriorities } from '@/server/kernel/calls'
import { leaseMs, reservedShares } from '@/server/kernel/quotas'
import { kindOf, type Purse, ratePool, type Spent } from './purse'
import type { Ask, Want } from './settling'
import type { WaitingLine } from './waiting'

/** What a process asks of the ledger: tokens for about a second at its present rate, and for all who stand in line. */

/** The clock of a demand estimate does not run shorter than this. */
const leastSpanMs = 250
/** How far ahead slots of the configured rate may be reserved: the more urgent find room behind the patient. */
const horizonMs: Record<CallPriority, number> = { interactive: 1_000, deploy: 900, sync: 500, probe: 250 }

type Demand = Spent & { first: Record<keyof Spent, CallPriority>; waiting: number }

const isBefore = (a: CallPriority, b: CallPriority) => callPriorities.indexOf(a) < callPriorities.indexOf(b)

function demandOf(purse: Purse, line: WaitingLine, elapsedMs: number): Map<string, Demand> {
  const perLease = leaseMs / Math.max(leastSpanMs, elapsedMs)
  const demand = new Map<string, Demand>()
  for (const [pool, { urgent, patient }] of purse.spent) {
    const first = { urgent: 'deploy', patient: 'probe' } as const
    const sum = { urgent: Math.ceil(urgent * perLease), patient: Math.ceil(patient * perLease) }
    demand.set(pool, { ...sum, first: { ...first }, waiting: 0 })
  }
  for (const { pools, priority } of line.inOrder()) {
    for (const pool of pools) {
      const sum = demand.get(pool) ?? {
        ...{ urgent: 0, patient: 0, waiting: 0 },
        first: { urgent: 'deploy', patient: 'probe' },
      }
      const kind = kindOf(priority)
      sum[kind] += 1
      sum.waiting += 1
      if (isBefore(priority, sum.first[kind])) sum.first[kind] = priority
      demand.set(pool, sum)
    }
  }
  return demand
}

function wantOf(purse: Purse, pool: string, sum: Demand): Want {
  const have = purse.tokens.get(pool) ?? { urgent: 0, patient: 0 }
  const limit = purse.view.pools[pool]?.limit ?? 0
  return {
    urgent: Math.max(0, sum.urgent - have.urgent),
    urgentFloor: limit * reservedShares[sum.first.urgent],
    patient: Math.max(0, sum.patient - have.patient),
    patientFloor: limit * reservedShares[sum.first.patient],
  }
}

type Brought = Pick<Ask, 'process' | 'heard' | 'returned'> & { perSecond: number | null; elapsedMs: number }

export function askOf(purse: Purse, line: WaitingLine, { perSecond, elapsedMs, ...brought }: Brought): Ask {
  const demand = demandOf(purse, line, elapsedMs)
  const slots = demand.get(ratePool)
  demand.delete(ratePool)
  const [first] = line.inOrder()
  const needsSlots = perSecond !== null && slots !== undefined && purse.slotsLeft === 0
  const waiting = [...demand].flatMap(([pool, sum]) => (sum.waiting > 0 ? [[pool, sum.waiting] as const] : []))
  return {
    ...brought,
    pauses: [...purse.pauses].map(([pool, until]) => ({ pool, until })),
    wants: Object.fromEntries([...demand].map(([pool, sum]) => [pool, wantOf(purse, pool, sum)])),
    waiting: Object.fromEntries(waiting),
    rate: needsSlots
      ? { perSecond, slots: slots.urgent + slots.patient, horizonMs: horizonMs[first?.priority ?? 'sync'] }
      : null,
  }
}
