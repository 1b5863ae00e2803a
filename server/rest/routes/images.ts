import { fetchManifest, resolveTag, verifyDigest } from '@/server/domain/resources/service'
import { type Route, route } from '../route'
import { integrationRef } from '../shapes/base'
import {
  FetchedManifestShape,
  ManifestQuery,
  ResolvedShape,
  ResolveQuery,
  toFailure,
  toImage,
  toManifest,
  VerificationShape,
  VerifiedShape,
} from '../shapes/image'

/** What registries know of images over REST: which digest a tag stands for, its manifest, and whether bytes fit it. */
const base = '/api/v1/integrations/{id}/images'
const one = {
  tag: 'Images',
  params: integrationRef,
  errors: ['integration.not_found', 'integration.disabled', 'credential.missing', 'resource.no_registry'],
} as const

export const imageRoutes: Route[] = [
  route(
    {
      ...{ ...one, id: 'resolveTag', method: 'get', path: `${base}/resolve` },
      summary: "What an image's tag stands for now: the digest to deploy by",
      query: ResolveQuery,
      answer: ResolvedShape,
    },
    async ({ ctx, params, query }) => {
      const { value, failure } = await resolveTag(ctx, { ...query, integration: params.id })
      return { body: { image: value && toImage(value), failure: toFailure(failure) } }
    },
  ),
  route(
    {
      ...{ ...one, id: 'getManifest', method: 'get', path: `${base}/manifest` },
      summary: 'The manifest of a tag or a digest; bytes that do not hash to their digest are refused',
      query: ManifestQuery,
      answer: FetchedManifestShape,
    },
    async ({ ctx, params, query }) => {
      const { value, failure } = await fetchManifest(ctx, { ...query, integration: params.id })
      return { body: { manifest: value && toManifest(value), failure: toFailure(failure) } }
    },
  ),
  route(
    {
      ...{ ...one, id: 'verifyDigest', method: 'post', path: `${base}/verify` },
      summary: 'Asks the registry now for the bytes of a digest and hashes them',
      body: VerificationShape,
      answer: VerifiedShape,
    },
    async ({ ctx, params, body }) => {
      const { value, failure } = await verifyDigest(ctx, { ...body, integration: params.id })
      return { body: { isVerified: value?.isVerified ?? false, verdict: value, failure: toFailure(failure) } }
    },
  ),
]
