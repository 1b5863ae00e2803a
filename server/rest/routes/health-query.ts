import { z } from '@hono/zod-openapi'
import { windows } from '../shapes/health'

export const HealthQuery = z.strictObject({ window: z.enum(windows).default('day') })
