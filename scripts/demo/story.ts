import type { ConnectIntegrationInput } from '@/server/domain/integrations/service'
import type { createProfile } from '@/server/domain/profiles/service'
import { secretOf } from './files'
import { registryLogin } from './registries'
import type { DemoServices } from './services'

/** Who and what there is in the demo. The states are not here: they are what the checks find. */
export const demoTenant = { name: 'Acme', slug: 'acme' } as const

export const demoPeople = [
  { email: 'admin@acme.test', name: 'Ada Admin', role: 'owner' },
  { email: 'operator@acme.test', name: 'Otto Operator', role: 'operator' },
  { email: 'viewer@acme.test', name: 'Vera Viewer', role: 'viewer' },
] as const

/** Invited, and not here yet. */
export const demoGuest = { email: 'ines@acme.test', role: 'operator', days: 7 } as const

/** The key of a build job. */
export const demoPipelineKey = {
  name: 'deploy-pipeline',
  permissions: ['integrations:read', 'integrations:test', 'integrations:execute'],
  days: 12,
} as const

/** What integrations start from. Where a service listens changes with each machine, so no address is in them. */
export const demoProfiles = [
  {
    ...{ name: 'Internal tools', type: 'custom.http', method: 'bearer', config: { answer: 'json' }, isDefault: true },
    description: 'HTTP services of the house: they answer JSON, and quickly.',
    ...{ callPolicy: { timeoutMs: 5_000, retry: { attempts: 2 } }, labels: [{ key: 'tier', value: 'internal' }] },
    intervalSeconds: 10,
  },
  {
    ...{ name: 'GitHub for deploys', type: 'scm.github', instance: 'enterpriseServer', method: 'token' },
    description: 'Called by pipelines all day.',
    ...{ isDefault: true, intervalSeconds: 60, labels: [{ key: 'tier', value: 'public' }] },
  },
  {
    ...{ name: 'A registry', type: 'registry.oci', instance: 'custom', method: 'basic', isTemplate: true },
    description: 'To be copied: layers are large, so one attempt may take a minute.',
    callPolicy: { timeoutMs: 60_000, deadlineMs: 180_000 },
  },
] satisfies Parameters<typeof createProfile>[1][]

export type StoryIntegration = ConnectIntegrationInput & { slug: string; name: string }

const everySeconds = 10
/** Many gateways at ten seconds each would be more load than a demo should be. */
const gatewaySeconds = 60
const gateways = 100

type Kept = Pick<StoryIntegration, 'environment' | 'owner'> & { team: string }
const platform: Kept = { environment: 'prod', owner: 'Platform', team: 'platform' }
const delivery: Kept = { environment: 'prod', owner: 'Delivery', team: 'delivery' }
const observability: Kept = { environment: 'staging', owner: 'Observability', team: 'observability' }

function placed(slug: string, name: string, { team, ...kept }: Kept, labels: Record<string, string> = {}) {
  const all = Object.entries({ team, ...labels }).map(([key, value]) => ({ key, value }))
  return { slug, name, ...kept, labels: all, intervalSeconds: everySeconds }
}

function registries(services: DemoServices): StoryIntegration[] {
  const { memory, tokenHost } = services
  const common = { type: 'registry.oci', instance: 'custom', method: 'basic' }
  const at = (slug: string) => ({ baseUrl: urlOf(services, slug) })
  return [
    {
      ...placed('registry-1', 'Docker registry', delivery, { tier: 'internal' }),
      ...common,
      config: { ...at('registry-1'), username: registryLogin.username },
      secrets: { password: registryLogin.password },
    },
    {
      ...placed('harbor-1', 'Harbor', delivery, { tier: 'internal' }),
      ...common,
      config: { ...at('harbor-1'), username: 'robot$acme' },
      secrets: { password: secretOf(memory, 'harbor-1') },
    },
    {
      ...placed('docker-hub-1', 'Docker Hub', delivery, { tier: 'public' }),
      ...common,
      config: { ...at('docker-hub-1'), tokenHost, username: 'acme-bot' },
      secrets: { password: secretOf(memory, 'docker-hub-1') },
    },
  ]
}

const urlOf = ({ of }: DemoServices, slug: string) => of.get(slug)?.url ?? ''

/** The vendors that have a connector of their own. */
function vendors(services: DemoServices): StoryIntegration[] {
  const secret = (slug: string) => secretOf(services.memory, slug)
  return [
    {
      ...placed('github-1', 'Production GitHub', delivery, { tier: 'public' }),
      ...{ type: 'scm.github', instance: 'enterpriseServer', method: 'token' },
      profile: 'GitHub for deploys',
      config: { server: urlOf(services, 'github-1') },
      secrets: { token: secret('github-1') },
    },
    {
      ...placed('gitlab-1', 'GitLab', delivery, { tier: 'internal' }),
      ...{ type: 'scm.gitlab', instance: 'selfManaged', method: 'token' },
      config: { server: urlOf(services, 'gitlab-1') },
      secrets: { token: secret('gitlab-1') },
    },
    {
      ...placed('slack-1', 'Slack', platform, { tier: 'public' }),
      ...{ type: 'communication.slack', instance: 'custom', method: 'bot' },
      config: { baseUrl: `${urlOf(services, 'slack-1')}/api` },
      secrets: { token: `xoxb-${secret('slack-1')}` },
    },
    {
      // Its token was revoked over there: what is stored is not what Jenkins takes.
      ...placed('jenkins-1', 'Jenkins', delivery, { tier: 'internal' }),
      ...{ type: 'ci.jenkins', method: 'apiToken' },
      config: { baseUrl: urlOf(services, 'jenkins-1'), username: 'acme-bot' },
      secrets: { apiToken: secret('jenkins-1, revoked') },
      skipTest: true,
    },
    {
      ...placed('prometheus-1', 'Prometheus', observability),
      ...{ type: 'monitoring.prometheus', method: 'none' },
      config: { baseUrl: urlOf(services, 'prometheus-1') },
    },
  ]
}

/** Those whose connector is still to come are HTTP services. */
function others(services: DemoServices): StoryIntegration[] {
  const secret = (slug: string) => secretOf(services.memory, slug)
  const http = (slug: string, probePath: string, more: Record<string, string> = {}) => ({
    type: 'custom.http',
    config: { baseUrl: urlOf(services, slug), probePath, answer: 'json', ...more },
  })
  return [
    {
      ...placed('grafana-1', 'Grafana', observability),
      ...http('grafana-1', '/api/org'),
      profile: 'Internal tools',
      method: 'bearer',
      secrets: { token: secret('grafana-1') },
    },
    {
      ...placed('traefik-1', 'Traefik', platform, { tier: 'internal' }),
      ...http('traefik-1', '/api/version', { username: 'acme' }),
      method: 'basic',
      secrets: { password: secret('traefik-1') },
    },
    {
      ...placed('vault-1', 'Vault', platform, { tier: 'internal' }),
      ...http('vault-1', '/v1/auth/token/lookup-self', {
        headerName: 'X-Vault-Token',
        caBundle: services.caBundle,
      }),
      method: 'apiKey',
      secrets: { apiKey: secret('vault-1') },
    },
    {
      ...placed('cad-bridge', 'CAD bridge', { ...platform, environment: 'dev' }),
      ...http('cad-bridge', '/status', { headerName: 'X-API-Key' }),
      method: 'apiKey',
      secrets: { apiKey: secret('cad-bridge') },
      saveDisabled: true,
    },
  ]
}

function manyGateways(services: DemoServices): StoryIntegration[] {
  const baseUrl = urlOf(services, 'gateways')
  return Array.from({ length: gateways }, (_unused, at) => {
    const slug = `gateway-${String(at + 1).padStart(3, '0')}`
    return {
      ...placed(slug, `Edge gateway ${at + 1}`, { ...platform, environment: at % 3 === 0 ? 'staging' : 'prod' }),
      intervalSeconds: gatewaySeconds,
      type: 'custom.http',
      method: 'none',
      config: { baseUrl, probePath: `/${slug}/health`, answer: 'json' },
    }
  })
}

/** The integrations of the demo, as somebody would type them in. */
export function storyOf(services: DemoServices): StoryIntegration[] {
  const more = services.of.has('gateways') ? manyGateways(services) : []
  return [...registries(services), ...vendors(services), ...others(services), ...more]
}
