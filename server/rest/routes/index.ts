import type { Route } from '../route'
import { integrationRoutes } from './integrations'

/** Every route there is, one line for each noun. */
export const routes: readonly Route[] = [...integrationRoutes]
