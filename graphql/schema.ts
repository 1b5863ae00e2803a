import { makeExecutableSchema } from '@graphql-tools/schema'
import type { GraphQLSchema } from 'graphql'
import { automationResolvers } from './automation/resolvers'
import { baseResolvers } from './base/resolvers'
import { callResolvers } from './call/resolvers'
import { complete, type Unanswered } from './complete'
import { connectorResolvers } from './connector/resolvers'
import { doctorResolvers } from './doctor/resolvers'
import { egressResolvers } from './egress/resolvers'
import { eventResolvers } from './event/resolvers'
import { typeDefs } from './generated/type-defs'
import { healthResolvers } from './health/resolvers'
import { inboundResolvers } from './inbound/resolvers'
import { integrationResolvers } from './integration/resolvers'
import { keyResolvers } from './key/resolvers'
import { memberResolvers } from './member/resolvers'
import { operationResolvers } from './operation/resolvers'
import { profileResolvers } from './profile/resolvers'
import { quotaResolvers } from './quota/resolvers'
import { resourceResolvers } from './resource/resolvers'
import { sessionResolvers } from './session/resolvers'
import { taskResolvers } from './task/resolvers'
import { tenantResolvers } from './tenant/resolvers'
import { webhookResolvers } from './webhook/resolvers'

/** Every module, one line each. Does not compile while a field of the SDL is unanswered. */
const modules = [
  automationResolvers,
  baseResolvers,
  callResolvers,
  connectorResolvers,
  doctorResolvers,
  egressResolvers,
  eventResolvers,
  healthResolvers,
  inboundResolvers,
  integrationResolvers,
  keyResolvers,
  memberResolvers,
  operationResolvers,
  profileResolvers,
  quotaResolvers,
  resourceResolvers,
  sessionResolvers,
  taskResolvers,
  tenantResolvers,
  webhookResolvers,
] as const

export const schema: GraphQLSchema = makeExecutableSchema({
  typeDefs,
  resolvers: complete<typeof modules, Unanswered<typeof modules>>(modules),
})
