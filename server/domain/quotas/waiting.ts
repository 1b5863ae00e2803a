import { type CallPriority, callPriorities } from '@/server/kernel/calls'
import type { QuotaRefused, QuotaTaken } from './types'

/** Calls that wait for a quota: the more urgent first, and among equals who came first. */
export type Waiter = {
  pools: readonly string[]
  priority: CallPriority
  deadlineAt: number
  since: number
  settle(result: QuotaTaken | QuotaRefused): void
  fail(error: unknown): void
}

export class WaitingLine {
  #lines: Record<CallPriority, Set<Waiter>> = {
    interactive: new Set(),
    deploy: new Set(),
    sync: new Set(),
    probe: new Set(),
  }

  size = 0

  add(waiter: Waiter): void {
    this.#lines[waiter.priority].add(waiter)
    this.size += 1
  }

  remove(waiter: Waiter): boolean {
    const wasThere = this.#lines[waiter.priority].delete(waiter)
    if (wasThere) this.size -= 1
    return wasThere
  }

  /** In the order in which they are served; those taken out meanwhile are left out. */
  *inOrder(): Generator<Waiter> {
    for (const priority of callPriorities) yield* this.#lines[priority]
  }

  /** Is anybody waiting for one of the pools who goes before this priority? */
  hasBefore(priority: CallPriority, pools: readonly string[]): boolean {
    if (this.size === 0 || pools.length === 0) return false
    for (const other of callPriorities) {
      for (const waiter of this.#lines[other]) {
        if (waiter.pools.some((pool) => pools.includes(pool))) return true
      }
      if (other === priority) return false
    }
    return false
  }
}
