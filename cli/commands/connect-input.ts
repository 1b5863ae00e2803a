import { randomUUID } from 'node:crypto'
import type { ConnectIntegrationInput } from '../generated/graphql'
import type { Run } from './command'
import type { Target } from './connect-plan'

/** What a connect command was given, and what it sends. */
export type ConnectOptions = {
  name?: string
  slug?: string
  config?: string
  set?: { key: string; value: string }[]
  secret?: string[]
  method?: string
  instance?: string
  project?: string
  environment?: string
  label?: { key: string; value: string }[]
  owner?: string
  profile?: string
  saveAsProfile?: string
  reuseSecret?: string
  yes?: boolean
  interval?: number
  test: boolean
  saveDisabled?: boolean
}

export type ConnectRun = Run<ConnectOptions>

export type Draft = { target: Target; config: Record<string, unknown>; secrets: Record<string, string> }

export function toInput({ options }: ConnectRun, draft: Draft): ConnectIntegrationInput {
  const { profile, saveAsProfile, reuseSecret } = options
  const { name, slug, project, environment, label, owner, interval, test, saveDisabled } = options
  return {
    type: draft.target.type.id,
    instance: draft.target.instance.id,
    method: draft.target.method.id,
    config: draft.config,
    secrets: draft.secrets,
    ...(name && { name }),
    ...(slug && { slug }),
    ...(profile && { profile }),
    ...(saveAsProfile && { saveAsProfile }),
    // Asked for before: whoever came here has confirmed it.
    ...(reuseSecret && { reuseSecretOf: reuseSecret, confirmReuse: true }),
    ...(project && { project }),
    ...(environment && { environment }),
    ...(label && { labels: label }),
    ...(owner && { owner }),
    ...(interval !== undefined && { intervalSeconds: Math.round(interval) }),
    ...(!test && { skipTest: true }),
    ...(saveDisabled && { saveDisabled: true }),
    idempotencyKey: randomUUID(),
  }
}
