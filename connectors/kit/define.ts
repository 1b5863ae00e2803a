import type { HttpClient, HttpRequest, HttpResponse } from '@/server/kernel/http'
import type { ImageHooks } from './images'
import type { ConnectorManifest, Field } from './manifest'
import type { OperationHook } from './operations'
import type { ProviderHook } from './provider-hook'
import type { ConnectorSettings } from './settings'

/** Sends with the connector's client: guarded, and with the TLS settings of the integration. */
export type AuthorizeCall = {
  settings: ConnectorSettings
  http: HttpClient
  /** The request that is to be authorised, without a credential yet. */
  request: HttpRequest
  /** What the probe or operation says about itself, such as the scope it needs. */
  input: Record<string, string>
}

/** Headers that carry the credential, or the answer with which the vendor refused to make them. */
export type Authorization = { headers: Record<string, string> } | { refused: HttpResponse }

/** What data cannot say, under the names the manifest uses. */
export type ConnectorHooks = {
  authorize?: Record<string, (call: AuthorizeCall) => Promise<Authorization>>
  /** Operations of several requests. */
  operate?: Record<string, OperationHook>
  /** Of a registry: references, tags, manifests and digests. */
  images?: ImageHooks
  /** Webhooks made and read at the vendor. */
  register?: Record<string, ProviderHook>
}

export type Connector = { manifest: ConnectorManifest; hooks: ConnectorHooks }

/** A built-in connector. The contract test in connectors/registry.test.ts holds it to the manifest's schema. */
export function defineConnector(
  manifest: Omit<ConnectorManifest, 'apiVersion' | 'maturity'>,
  hooks: ConnectorHooks = {},
): Connector {
  return { manifest: { apiVersion: 'inthub/v1', maturity: 'built-in', ...manifest }, hooks }
}

/** A field that is sealed when it is stored and never shown again. */
export function secret(title: string, more: Omit<Field, 'title' | 'secret'> = {}): Field {
  return { title, secret: true, ...more }
}

/** A field of a method that everybody who may see the integration may read. */
export function plain(title: string, more: Omit<Field, 'title' | 'secret'> = {}): Field {
  return { title, secret: false, ...more }
}
