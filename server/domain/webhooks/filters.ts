import type { TenantTx } from '@/db/tenant'
import { fromUuid } from '@/server/kernel/ids'
import type { Filters } from './access'
import type { EndpointRow } from './endpoint'
import { placesOf } from './store'

/** What an endpoint keeps to, for whoever judges rights over it. An integration that is gone is no place of anybody's. */
export async function filtersOf(
  tx: TenantTx,
  row: Pick<EndpointRow, 'projectIds' | 'integrationIds'>,
): Promise<Filters> {
  const ids = row.integrationIds.map((uuid) => fromUuid('integration', uuid))
  const places = await placesOf(tx, ids)
  return {
    projectIds: row.projectIds.map((uuid) => fromUuid('project', uuid)),
    integrations: places.flatMap((place) => place ?? []),
  }
}
