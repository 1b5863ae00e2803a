import { poolOf } from '../quotas/service'
import type { CallTarget } from './call'

/** What a call draws from, as its connector declares it. */
export function poolsOf({ connector }: CallTarget, method: string, path: string): readonly string[] {
  return poolOf(connector.manifest, method, path)
}
