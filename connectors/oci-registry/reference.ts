import { createHash } from 'node:crypto'
import type { ConnectorSettings, ImageReference } from '@/connectors/kit'

/**
 * References to images, `[host[:port]/]repository[:tag][@digest]`, as the distribution specification has them and as
 * people write them for Docker: a tag that is left out is `latest`, and Docker Hub's own images live below `library`.
 * Source: https://github.com/distribution/reference/blob/main/reference.go and
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
 */
const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*'
export const repositoryPattern = `^${component}(?:/${component})*$`
const repositoryForm = new RegExp(repositoryPattern)
const tagForm = /^\w[\w.-]{0,127}$/
const maxRepositoryLength = 255
const maxReferenceLength = 1_000

/** Source: https://github.com/opencontainers/image-spec/blob/main/descriptor.md#registered-algorithms */
const hexLengths: Record<string, number> = { sha256: 64, sha512: 128 }

export function isDigest(text: string): boolean {
  const [algorithm = '', hex = '', ...more] = text.split(':')
  return more.length === 0 && Object.hasOwn(hexLengths, algorithm) && hex.length === hexLengths[algorithm] && isHex(hex)
}

const isHex = (text: string) => /^[0-9a-f]+$/.test(text)

/** @returns null for an algorithm that is not registered */
export function digestOf(bytes: Buffer, algorithm: string): string | null {
  if (!Object.hasOwn(hexLengths, algorithm)) return null
  return `${algorithm}:${createHash(algorithm).update(bytes).digest('hex')}`
}

const dockerHubNames = ['docker.io', 'index.docker.io', 'registry.hub.docker.com', 'registry-1.docker.io']

/** A first part is a host when it cannot be a part of a repository's name, or says so. */
const looksLikeHost = (part: string) => /[.:]/.test(part) || part === 'localhost' || part !== part.toLowerCase()

function isOwnHost(host: string, { instance, baseUrl }: ConnectorSettings): boolean {
  if (instance === 'dockerHub') return dockerHubNames.includes(host.toLowerCase())
  const base = new URL(baseUrl)
  const named = `${base.protocol}//${host}`
  return URL.canParse(named) && new URL(named).host === base.host
}

const problem = (text: string) => ({ problem: text })

type Split = { name: string; tag: string | null; digest: string | null }

function split(text: string): Split {
  const at = text.indexOf('@')
  const digest = at === -1 ? null : text.slice(at + 1)
  const named = at === -1 ? text : text.slice(0, at)
  const colon = named.lastIndexOf(':')
  // A colon before the last slash belongs to a port.
  if (colon === -1 || named.indexOf('/', colon) !== -1) return { name: named, tag: null, digest }
  return { name: named.slice(0, colon), tag: named.slice(colon + 1), digest }
}

/** The name without the host in front, which has to be the integration's own. */
function withoutHost(name: string, settings: ConnectorSettings): string | { problem: string } {
  const slash = name.indexOf('/')
  const first = slash === -1 ? '' : name.slice(0, slash)
  if (first === '' || !looksLikeHost(first)) return name
  if (isOwnHost(first, settings)) return name.slice(slash + 1)
  const own = settings.instance === 'dockerHub' ? 'docker.io' : new URL(settings.baseUrl).host
  return problem(`names the registry ${first.slice(0, 100)}, and this integration is ${own}`)
}

/** The repository as the registry's API names it, for a name as people write it. */
export function repositoryOf(name: string, settings: ConnectorSettings): string | { problem: string } {
  const bare = withoutHost(name, settings)
  if (typeof bare !== 'string') return bare
  const isOfficial = settings.instance === 'dockerHub' && !bare.includes('/')
  const repository = isOfficial ? `library/${bare}` : bare
  if (repository.length > maxRepositoryLength) return problem(`names a repository of more than ${maxRepositoryLength}`)
  if (repositoryForm.test(repository)) return repository
  return problem('names a repository in a form no registry has: lower-case letters, digits and . _ - / between them')
}

export function parseReference(text: string, settings: ConnectorSettings): ImageReference | { problem: string } {
  if (text === '' || text.length > maxReferenceLength) return problem('has to be an image, such as myapp:v2.3.1')
  const { name, tag, digest } = split(text)
  const repository = repositoryOf(name, settings)
  if (typeof repository !== 'string') return repository
  if (tag !== null && !tagForm.test(tag)) return problem('has a tag of a form no registry has')
  if (digest !== null && !isDigest(digest)) return problem('has a digest that is neither sha256 nor sha512')
  return { repository, tag: tag ?? (digest === null ? 'latest' : null), digest }
}
