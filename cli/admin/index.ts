/** The work of `inthub admin`, in one place to load: it brings the domain with it, which other commands never need. */
export { grant, listEgress, revoke } from './egress'
export { showEnv } from './environment'
export { guarded } from './guard'
export { migrateNow, prune, verifyKey } from './maintenance'
export { newTenant, setUpLink, signInLink, tenants } from './people'
