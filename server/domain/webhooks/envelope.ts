import type { EventRow } from '../events/rows'

/**
 * The body of a delivery: a CloudEvent in its structured form. What CloudEvents has no name for are extensions, whose
 * names it wants in lower case and without signs. The same event is the same bytes whenever and to whomever it goes.
 * Source: https://github.com/cloudevents/spec/blob/main/cloudevents/formats/json-format.md
 */
export function envelopeOf(event: EventRow): Buffer {
  const { id, type, time, subject, tenantId, projectId, integrationId, correlationId, causationId, data } = event
  return Buffer.from(
    JSON.stringify({
      specversion: '1.0',
      id,
      source: '/inthub',
      type,
      time: time.toISOString(),
      subject,
      datacontenttype: 'application/json',
      dataversion: String(event.schemaVersion),
      tenantid: tenantId,
      ...(projectId && { projectid: projectId }),
      ...(integrationId && { integrationid: integrationId }),
      sequence: String(event.sequence ?? 0n),
      correlationid: correlationId,
      ...(causationId && { causationid: causationId }),
      data,
    }),
  )
}
