import type { Route } from '../route'
import { callRoutes } from './calls'
import { doctorRoutes } from './doctor'
import { healthRoutes } from './health'
import { integrationRoutes } from './integrations'
import { logRoutes } from './logs'
import { peopleRoutes } from './people'
import { profileRoutes } from './profiles'
import { projectRoutes } from './projects'
import { resourceRoutes } from './resources'
import { typeRoutes } from './types'

/** Every route there is, one line for each noun. */
export const allRoutes: readonly Route[] = [
  ...typeRoutes,
  ...integrationRoutes,
  ...logRoutes,
  ...callRoutes,
  ...doctorRoutes,
  ...resourceRoutes,
  ...profileRoutes,
  ...projectRoutes,
  ...peopleRoutes,
  ...healthRoutes,
]
