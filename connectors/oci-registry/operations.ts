import type { ConnectorManifest } from '@/connectors/kit'
import { acceptedManifests } from './manifests'
import { repositoryPattern } from './reference'

/** Reading tags and digests, for those who automate; the hub's own image commands remember what they read. */
type Operations = NonNullable<ConnectorManifest['operations']>

const repository = {
  title: 'Repository',
  description: 'Without the host; of Docker Hub’s own images with "library/".',
  list: 'repositories',
  pattern: repositoryPattern,
  patternHint: 'a repository, such as library/alpine',
  maxLength: 255,
  examples: ['library/alpine'],
}
const remedies = {
  403: 'The account may not pull from this repository: give it the right to, or use another one.',
  404: 'There is no such repository or tag, or the account may not see it: check both names.',
}

export const operations: Operations = {
  // Source: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-tags
  listTags: {
    title: 'List tags',
    effect: 'read',
    request: 'GET /v2/{+repository}/tags/list',
    input: { repository },
    items: 'tags',
    pageSize: { parameter: 'n', max: 100 },
    output: { tag: '$' },
    remedies,
    needs: ['pull'],
  },
  // Source: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#checking-if-content-exists-in-the-registry
  resolveDigest: {
    title: 'Find the digest of a tag',
    description: 'Counts as no pull.',
    effect: 'read',
    request: 'HEAD /v2/{+repository}/manifests/{tag}',
    input: {
      repository,
      tag: {
        title: 'Tag',
        list: 'tags',
        pattern: '^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$',
        patternHint: 'a tag',
        default: 'latest',
        examples: ['3.20'],
      },
    },
    headers: { Accept: acceptedManifests },
    expect: 'any',
    output: {
      digest: { header: 'Docker-Content-Digest' },
      mediaType: { header: 'Content-Type' },
      sizeBytes: { header: 'Content-Length' },
    },
    remedies,
    needs: ['pull'],
  },
}
