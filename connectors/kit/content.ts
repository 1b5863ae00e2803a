/** What a body says, for the few places that have to look into it. */

/** Undefined when it is not JSON. */
export function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

/**
 * A body as a document: JSON, or a form, whose field `payload` may itself be JSON and is then the document, as with
 * GitHub's and Slack's forms. Undefined when it is neither.
 */
export function documentOf(contentType: string | undefined, body: Buffer): unknown {
  if (!contentType?.toLowerCase().startsWith('application/x-www-form-urlencoded')) return jsonOf(body)
  const fields = new URLSearchParams(body.toString('utf8'))
  const payload = fields.get('payload')
  const inner = payload === null ? undefined : jsonOf(Buffer.from(payload))
  return inner ?? Object.fromEntries(fields)
}
