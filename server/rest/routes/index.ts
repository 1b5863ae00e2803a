import type { Route } from '../route'
import { aliasRoutes } from './aliases'
import { callRoutes } from './calls'
import { doctorRoutes } from './doctor'
import { healthRoutes } from './health'
import { imageRoutes } from './images'
import { inboundRoutes } from './inbound'
import { integrationRoutes } from './integrations'
import { logRoutes } from './logs'
import { operationRoutes } from './operations'
import { peopleRoutes } from './people'
import { policyRoutes } from './policies'
import { profileRoutes } from './profiles'
import { projectRoutes } from './projects'
import { resourceRoutes } from './resources'
import { taskRoutes } from './tasks'
import { typeRoutes } from './types'
import { webhookRoutes } from './webhooks'

/** Every route there is, one line for each noun. */
export const allRoutes: readonly Route[] = [
  ...typeRoutes,
  ...integrationRoutes,
  ...logRoutes,
  ...callRoutes,
  ...policyRoutes,
  ...doctorRoutes,
  ...inboundRoutes,
  ...resourceRoutes,
  ...imageRoutes,
  ...operationRoutes,
  ...profileRoutes,
  ...projectRoutes,
  ...taskRoutes,
  ...peopleRoutes,
  ...webhookRoutes,
  ...healthRoutes,
  ...aliasRoutes,
]
