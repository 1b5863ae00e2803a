/** The secrets this process has read, so that nothing it says can hold one by mistake. */
const known = new Set<string>()
const shortestWorthHiding = 4

export function rememberSecret(value: string): string {
  if (value.length >= shortestWorthHiding) known.add(value)
  return value
}

/** Without the known secrets, and without anything that has the form of one of our API keys. */
export function redact(text: string): string {
  let safe = text
  for (const secret of known) {
    safe = safe.replaceAll(secret, '***').replaceAll(JSON.stringify(secret).slice(1, -1), '***')
  }
  return safe.replace(/ihk_[A-Za-z0-9_-]{8,}/g, 'ihk_***')
}
