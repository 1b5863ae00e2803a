import {
  type Connector,
  type ConnectorSettings,
  callRequest,
  HttpFailure,
  type OperationInput,
  type OperationOutcome,
  parseOperationInput,
  performOperation,
  type SendOperation,
  sendCall,
} from '@/connectors/kit'
import { createHttpClient } from '@/server/platform/http'

/** Operations of a connector against a service on loopback: one request each, without the engine's second tries. */
const http = createHttpClient({ policy: { mode: 'open_loopback', allow: [], deny: [], grants: [] } })

const sendTo =
  (connector: Connector, settings: ConnectorSettings): SendOperation =>
  async ({ method, path, headers, body, authorizeInput }) => {
    const request = callRequest(settings, `${method} ${path}`, null)
    const own = Object.entries(connector.manifest.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])
    const ready = {
      ...request,
      headers: { ...Object.fromEntries(own), ...headers },
      ...(body !== undefined && { body }),
    }
    try {
      return { response: await sendCall({ connector, settings, http, input: authorizeInput }, ready) }
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error
      const { reason, message, remedy } = error
      return { failure: { failureClass: 'network', reason, message, remedy, retryAfterMs: null } }
    }
  }

export function operating(connector: Connector, settings: ConnectorSettings) {
  return async (name: string, input: OperationInput = {}): Promise<OperationOutcome> => {
    const operation = connector.manifest.operations?.[name]
    if (!operation) throw new Error(`There is no operation "${name}".`)
    const parsed = parseOperationInput(operation, input)
    return performOperation(connector, settings, { operation, input: parsed }, sendTo(connector, settings))
  }
}
