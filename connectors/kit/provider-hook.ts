import type { ProviderState } from '@/server/kernel/inbound'

/**
 * A hook as the vendor's API has it: how one is made, read, changed and removed, and how deliveries that missed the hub
 * are found there. Requests go through the engine of all calls; here is only what they say.
 */
export type HookRequest = {
  /** A request line below the base URL, with its values. */
  line: string
  values: Record<string, string>
  query?: Record<string, string>
  body?: Record<string, unknown>
}

/** Where the hook is: a repository, a project. */
export type HookPlace = { target: string; hookId: string }
export type HookWanted = { target: string; url: string; secret: string; events: readonly string[] }
export type HookFound = { hookId: string; events: string[]; state: ProviderState; message: string | null }

/** A delivery as the vendor keeps it. */
export type KeptDelivery = {
  /** The id the hub knows it by; null when the vendor does not say. */
  deliveryId: string | null
  at: Date | null
  /** With what to ask for its content; null when it is here already. */
  readId: string | null
  content: KeptContent | null
}
export type KeptContent = { headers: Record<string, string>; body: Buffer }
export type KeptPage = { deliveries: KeptDelivery[]; next: Record<string, string> | null }

export type ProviderHook = {
  /** What a target is called: "repository". */
  noun: string
  target: RegExp
  /** What people usually want to hear of. */
  events: readonly string[]
  create(wanted: HookWanted): HookRequest
  update(wanted: HookWanted & HookPlace): HookRequest
  read(place: HookPlace): HookRequest
  remove(place: HookPlace): HookRequest
  /** Null when the answer is not one of this vendor's. */
  found(document: unknown): HookFound | null
  deliveries: {
    list(place: HookPlace, next: Record<string, string> | null): HookRequest
    page(document: unknown, headers: Readonly<Record<string, string>>): KeptPage
    read?(place: HookPlace, readId: string): HookRequest
    content?(document: unknown): KeptContent | null
  }
}

type Document = Record<string, unknown>

/** What is no object has no fields. */
export const fieldsOf = (document: unknown): Document =>
  typeof document === 'object' && document !== null && !Array.isArray(document) ? (document as Document) : {}

export const textOf = (value: unknown): string | null =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null

/** Headers as they were sent, under lower-case names. */
export function headersOf(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fieldsOf(value)).flatMap(([name, one]) => {
      const text = textOf(one)
      return text === null ? [] : [[name.toLowerCase(), text]]
    }),
  )
}

/** The parameters of the page after this one, as the header Link names it. */
export function nextPage(link: string | undefined, names: readonly string[]): Record<string, string> | null {
  const [, url] = /<([^>]+)>;\s*rel="next"/.exec(link ?? '') ?? []
  if (!url || !URL.canParse(url)) return null
  const { searchParams } = new URL(url)
  const found = names.flatMap((name) => {
    const value = searchParams.get(name)
    return value === null ? [] : [[name, value] as const]
  })
  return found.length === 0 ? null : Object.fromEntries(found)
}
