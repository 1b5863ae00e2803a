import { createHmac, type KeyObject } from 'node:crypto'

/** What goes out as a webhook, from the hub's sender and from the command line alike. */
export type EnvelopeFacts = {
  id: string
  /** The name of the event. */
  type: string
  schemaVersion: number
  time: Date | string
  subject: string
  tenantId: string
  projectId: string | null | undefined
  integrationId: string | null | undefined
  sequence: string
  correlationId: string
  causationId: string | null | undefined
  data: Record<string, unknown>
}

/**
 * A CloudEvent in its structured form. What CloudEvents has no name for are extensions, whose names it wants in lower
 * case and without signs. The same event is the same bytes whenever and to whomever it goes.
 * Source: https://github.com/cloudevents/spec/blob/main/cloudevents/formats/json-format.md
 */
export function envelopeText(event: EnvelopeFacts): string {
  const { id, type, time, subject, tenantId, projectId, integrationId, correlationId, causationId, data } = event
  return JSON.stringify({
    specversion: '1.0',
    id,
    source: '/inthub',
    type,
    time: new Date(time).toISOString(),
    subject,
    datacontenttype: 'application/json',
    dataversion: String(event.schemaVersion),
    tenantid: tenantId,
    ...(projectId && { projectid: projectId }),
    ...(integrationId && { integrationid: integrationId }),
    sequence: event.sequence,
    correlationid: correlationId,
    ...(causationId && { causationid: causationId }),
    data,
  })
}

export const secretPrefix = 'whsec_'

/**
 * Standard Webhooks: the id, the second and the body, signed with each secret that is in use.
 * Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signatureOf(
  { id, timestamp, body }: { id: string; timestamp: number; body: string | Buffer },
  keys: readonly KeyObject[],
): string {
  return keys
    .map((key) => `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')}`)
    .join(' ')
}
