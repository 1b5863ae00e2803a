/**
 * Whether this process can do its work, and if not, why. Each part is looked at on its own, with a time limit; the
 * answer is kept for a second, so that asking often costs nothing.
 */
export type Finding = { ok: boolean; reason?: string; warning?: string }
export type Look = () => Promise<Finding>
export type Readiness = { ready: boolean; checks: Record<string, Finding> }

const limitMs = 2_000
const keptMs = 1_000

async function within(look: Look): Promise<Finding> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Finding>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, reason: `no answer within ${limitMs / 1000} s` }), limitMs)
  })
  try {
    return await Promise.race([look(), late])
  } catch {
    // The cause may name hosts and logins: it is for the log of whoever failed, not for this page.
    return { ok: false, reason: 'not reachable' }
  } finally {
    clearTimeout(timer)
  }
}

export class ReadinessBoard {
  readonly #looks: Record<string, Look>
  #draining = false
  #answer: { at: number; readiness: Promise<Readiness> } | undefined

  constructor(looks: Record<string, Look>) {
    this.#looks = looks
  }

  /** From now on the process is not ready, whatever its parts say. */
  drain(): void {
    this.#draining = true
  }

  async #look(): Promise<Readiness> {
    const found = await Promise.all(
      Object.entries(this.#looks).map(async ([name, look]) => [name, await within(look)] as const),
    )
    return { ready: found.every(([, finding]) => finding.ok), checks: Object.fromEntries(found) }
  }

  async read(): Promise<Readiness> {
    if (this.#draining) return { ready: false, checks: { process: { ok: false, reason: 'shutting down' } } }
    const now = Date.now()
    if (!this.#answer || now - this.#answer.at > keptMs) this.#answer = { at: now, readiness: this.#look() }
    return this.#answer.readiness
  }
}
