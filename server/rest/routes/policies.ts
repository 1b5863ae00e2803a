import { callPoliciesOf, findCircuit, resetCircuit, setCallPolicy } from '@/server/domain/calls/service'
import { getIntegration, type Integration } from '@/server/domain/integrations/service'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { parseRef } from '@/server/kernel/ids'
import { type Route, route } from '../route'
import { integrationRef } from '../shapes/base'
import { CallPolicyChangesShape, CallPolicyShape, CircuitShape, toCallPolicy, toCircuit } from '../shapes/policy'

/** How calls through an integration are made, and its breaker, over REST. */
const base = '/api/v1/integrations/{id}'
const one = { tag: 'Calls', params: integrationRef, isOne: true, errors: ['integration.not_found'] } as const

async function policyOf(ctx: Context, { id, version }: Integration) {
  const facts = (await callPoliciesOf(ctx, [id])).get(id)
  if (!facts) throw new HubError('integration.not_found')
  return { body: toCallPolicy(facts, version), version }
}

export const policyRoutes: Route[] = [
  route(
    {
      ...{ ...one, id: 'getCallPolicy', method: 'get', path: `${base}/call-policy` },
      summary: 'How calls through it are made: times, retries, breaker, bulkhead, quota, fallback, kept bodies',
      answer: CallPolicyShape,
    },
    async ({ ctx, params }) => policyOf(ctx, await getIntegration(ctx, parseRef('integration', params.id))),
  ),
  route(
    {
      ...{ ...one, id: 'setCallPolicy', method: 'put', path: `${base}/call-policy`, isVersioned: true },
      summary: 'Says how calls through it are made; what is not said is as usual again',
      body: CallPolicyChangesShape,
      answer: CallPolicyShape,
      errors: [...one.errors, 'integration.version_stale'],
    },
    async ({ ctx, params, body, ifMatch }) =>
      policyOf(ctx, await setCallPolicy(ctx, { integration: params.id, policy: body, version: ifMatch })),
  ),
  route(
    {
      ...{ ...one, id: 'getCircuit', method: 'get', path: `${base}/circuit` },
      summary: 'Its breaker: whether calls go out, since when, and why not',
      answer: CircuitShape,
    },
    async ({ ctx, params }) => ({ body: toCircuit(await findCircuit(ctx, { integration: params.id })) }),
  ),
  route(
    {
      ...{ ...one, id: 'resetCircuit', method: 'post', path: `${base}/circuit/reset`, isOne: false },
      summary: 'Closes its breaker by hand, so that its next calls go out',
      answer: CircuitShape,
    },
    async ({ ctx, params }) => {
      await resetCircuit(ctx, { integration: params.id })
      return { body: toCircuit(await findCircuit(ctx, { integration: params.id })) }
    },
  ),
]
