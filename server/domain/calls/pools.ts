import type { CallTarget } from './call'

/** What a call draws from. Vendors that tell no pools have one. */
export function poolsOf({ connector }: CallTarget, _method: string, _path: string): readonly string[] {
  return [connector.manifest.quotas?.[0]?.pool ?? 'requests']
}
