import { createPrivateKey } from 'node:crypto'
import { join } from 'node:path'
import { logger } from '@/server/platform/logger'
import { type Certificate, makeCertificate } from './certificates'
import { openEmulator } from './emulated'
import { type ServiceMemory, secretOf } from './files'
import { githubAnswer, githubFaults, githubSeed } from './github'
import { gitlabAnswer, gitlabFaults } from './gitlab'
import { jenkinsAnswer } from './jenkins'
import { type LocalServerWish, type LocalService, openLocalServer } from './local-server'
import { openPrometheus, prometheusAnswer } from './prometheus'
import { endRemains, findProgram, freePort } from './real-server'
import { basicRegistryAnswer, openDockerRegistry, registryLogin, TokenService, tokenRegistryAnswer } from './registries'
import { slackAnswer, slackFaults, slackSeed } from './slack'
import { bridgeAnswer, fallingQuota, gatewayAnswer, grafanaAnswer, traefikAnswer, vaultAnswer } from './vendors'

/** Everything the demo's integrations are connected to, on loopback. Nothing here calls anything outside. */
export type Programs = { registry: string | undefined; prometheus: string | undefined }
export const installedPrograms = (): Programs => ({
  registry: findProgram('docker-registry') ?? findProgram('registry'),
  prometheus: findProgram('prometheus'),
})

export type DemoServices = {
  /** By the slug of the integration they stand behind. */
  of: ReadonlyMap<string, LocalService>
  memory: ServiceMemory
  /** The authority that vouches for the service with a certificate of its own. */
  caBundle: string
  /** The token service of the registry that has one on another host. */
  tokenHost: string
  /** False: GitHub and Slack are small servers too, for the emulators are not installed. */
  isEmulated: boolean
  stop(): Promise<void>
}

const day = 86_400_000
const minute = 60_000
const authorityName = 'Acme internal CA'
/** A registry whose quota is almost used up. Source: https://docs.docker.com/docker-hub/usage/pulls/ */
const scarcePulls = { 'ratelimit-limit': '100;w=21600', 'ratelimit-remaining': '8;w=21600' }

function authorityOf(memory: ServiceMemory): Certificate {
  if (memory.authority) {
    const { cert, key } = memory.authority
    return { cert, key, name: authorityName, privateKey: createPrivateKey(key) }
  }
  const made = makeCertificate({ name: authorityName, isAuthority: true, validTo: new Date(Date.now() + 3_650 * day) })
  memory.authority = { cert: made.cert, key: made.key }
  return made
}

/** Anew at each start, so that it always is about to expire. */
function expiringCertificate(issuer: Certificate): Certificate {
  return makeCertificate({ name: 'vault.acme.test', issuer, validTo: new Date(Date.now() + 9.5 * day) })
}

type Wish = Omit<LocalServerWish, 'port'>

/** GitHub and Slack, emulated where that is installed. */
async function openVendors(opening: Opening, { memory, emulators = true }: OpenServicesOptions): Promise<boolean> {
  const github = { token: secretOf(memory, 'github-1'), scopes: ['repo', 'read:org', 'admin:repo_hook'] }
  const slack = { token: `xoxb-${secretOf(memory, 'slack-1')}`, scopes: ['chat:write', 'channels:read', 'users:read'] }
  const [emulatedGithub, emulatedSlack] = [
    emulators ? await openEmulator({ service: 'github', seed: githubSeed(github.token, github.scopes) }) : null,
    emulators ? await openEmulator({ service: 'slack', seed: { slack: slackSeed(slack.token, slack.scopes) } }) : null,
  ]
  for (const one of [emulatedGithub, emulatedSlack]) if (one) opening.ends.push(one.stop)
  const quota = fallingQuota({ limit: 5_000, windowMs: 60 * minute, from: 0.625, to: 0.45 })
  await opening.small({
    name: 'github-1',
    delayMs: [40, 160],
    answer: githubAnswer({ ...github, quota, emulated: emulatedGithub }),
    own: githubFaults({ quota }),
    slowPath: '/api/v3/user',
  })
  await opening.small({
    name: 'slack-1',
    delayMs: [30, 110],
    answer: slackAnswer({ ...slack, emulated: emulatedSlack }),
    own: slackFaults,
    slowPath: '/api/auth.test',
  })
  return emulatedGithub !== null && emulatedSlack !== null
}

/** The small ones, by the slug of the integration. */
function smallServers(
  memory: ServiceMemory,
  authority: Certificate,
  tokenHost: string,
  hubTokens: TokenService,
): Wish[] {
  const secret = (name: string) => secretOf(memory, name)
  const harborTokens = new TokenService({ username: 'robot$acme', password: secret('harbor-1') })
  const { cert, key } = expiringCertificate(authority)
  const quota = fallingQuota({ limit: 2_000, windowMs: 10 * minute, from: 0.98, to: 0.4 })
  const gitlab = { token: secret('gitlab-1'), quota }
  const harbor = {
    tokens: harborTokens,
    realm: (origin: string) => `${origin}/service/token`,
    service: 'harbor-registry',
    hasCatalog: true,
  }
  const hub = { tokens: hubTokens, realm: () => `${tokenHost}/token`, service: 'registry.docker.io', hasCatalog: false }
  return [
    { name: 'harbor-1', delayMs: [12, 60], answer: tokenRegistryAnswer(harbor) },
    { name: 'docker-hub-1', delayMs: [30, 90], answer: tokenRegistryAnswer({ ...hub, headers: () => scarcePulls }) },
    {
      ...{ name: 'gitlab-1', delayMs: [30, 120], slowPath: '/api/v4/user' },
      ...{ answer: gitlabAnswer(gitlab), own: gitlabFaults(gitlab) },
    },
    { name: 'grafana-1', delayMs: [6, 40], slowPath: '/api/org', answer: grafanaAnswer(secret('grafana-1')) },
    {
      name: 'traefik-1',
      delayMs: [3, 20],
      slowPath: '/api/version',
      answer: traefikAnswer({ username: 'acme', password: secret('traefik-1') }),
    },
    { name: 'vault-1', tls: { cert, key }, delayMs: [4, 20], answer: vaultAnswer(secret('vault-1')) },
    { name: 'jenkins-1', answer: jenkinsAnswer({ username: 'acme-bot', password: secret('jenkins-1') }) },
    { name: 'cad-bridge', answer: bridgeAnswer(secret('cad-bridge')) },
  ]
}

/** The real program where it is installed and starts, else a small server that answers alike. */
async function realOrSmall(
  name: string,
  open: (() => Promise<LocalService>) | undefined,
  small: () => Promise<LocalService>,
) {
  if (!open) return small()
  try {
    return await open()
  } catch (err) {
    logger.warn({ err, name }, 'the installed program does not start; a small server takes its place')
    return small()
  }
}

export type OpenServicesOptions = {
  memory: ServiceMemory
  metricsUrl: string
  programs?: Programs
  isLarge?: boolean
  emulators?: boolean
}

class Opening {
  readonly opened = new Map<string, LocalService>()
  /** What stands behind a server and ends with it. */
  readonly ends: (() => Promise<void>)[] = []
  readonly #memory: ServiceMemory

  constructor(memory: ServiceMemory) {
    this.#memory = memory
  }

  async add(slug: string, open: (port: number | undefined) => Promise<LocalService>): Promise<LocalService> {
    const service = await open(this.#memory.ports[slug])
    this.opened.set(slug, service)
    this.#memory.ports[slug] = Number(new URL(service.url).port)
    return service
  }

  small(wish: Wish): Promise<LocalService> {
    return this.add(wish.name, (port) => openLocalServer({ ...wish, port }))
  }

  stop = async () => {
    await Promise.all([...this.opened.values()].map((service) => service.stop()))
    await Promise.all(this.ends.splice(0).map((end) => end()))
  }
}

async function openPrograms(
  opening: Opening,
  { memory, metricsUrl, programs = installedPrograms() }: OpenServicesOptions,
) {
  const { registry, prometheus } = programs
  const real = async (slug: string, port: number | undefined) => {
    const folder = join(memory.folder, slug)
    // First, for it would hold the port.
    await endRemains(folder)
    return { folder, port: await freePort(port) }
  }
  const openRegistry = (port: number | undefined) =>
    realOrSmall(
      'registry-1',
      registry ? async () => openDockerRegistry({ program: registry, ...(await real('registry-1', port)) }) : undefined,
      () => openLocalServer({ name: 'registry-1', port, answer: basicRegistryAnswer(registryLogin) }),
    )
  const openMonitor = (port: number | undefined) =>
    realOrSmall(
      'prometheus-1',
      prometheus
        ? async () => openPrometheus({ program: prometheus, metricsUrl, ...(await real('prometheus-1', port)) })
        : undefined,
      () => openLocalServer({ name: 'prometheus-1', port, answer: prometheusAnswer }),
    )
  await Promise.all([opening.add('registry-1', openRegistry), opening.add('prometheus-1', openMonitor)])
}

export async function openServices(options: OpenServicesOptions): Promise<DemoServices> {
  const { memory, isLarge = false } = options
  const opening = new Opening(memory)
  try {
    const authority = authorityOf(memory)
    const hubTokens = new TokenService({ username: 'acme-bot', password: secretOf(memory, 'docker-hub-1') })
    const programs = openPrograms(opening, options)
    const tokens = await opening.small({ name: 'docker-hub-1 tokens', answer: hubTokens.answer })
    const isEmulated = await openVendors(opening, options)
    for (const wish of smallServers(memory, authority, tokens.url, hubTokens)) await opening.small(wish)
    if (isLarge) await opening.small({ name: 'gateways', delayMs: [2, 30], answer: gatewayAnswer })
    await programs
    memory.save()
    return {
      of: opening.opened,
      memory,
      caBundle: authority.cert,
      tokenHost: tokens.url,
      isEmulated,
      stop: opening.stop,
    }
  } catch (error) {
    await opening.stop()
    throw error
  }
}
