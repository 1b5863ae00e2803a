import { type Answer, type Asked, aServer } from './world'

/** As much of GitHub's API of repository webhooks as there is to ask: of the repository octo/web. */
export type RepositoryHook = {
  id: number
  active: boolean
  events: string[]
  config: { url: string; secret: string }
  last_response: object
}
type Kept = { id: number; guid: string; delivered_at: string; event: string; payload: object; status_code: number }

const notFound: Answer = { status: 404, body: { message: 'Not Found' } }
const place = /^\/api\/v3\/repos\/octo\/web\/hooks(?:\/(\d+)(\/deliveries(?:\/(\d+))?)?)?$/

function create(hooks: Map<number, RepositoryHook>, { method, body }: Asked): Answer {
  if (method !== 'POST') return notFound
  const lastResponse = { code: null, status: 'unused', message: null }
  const made = { ...JSON.parse(body), id: 1_000 + hooks.size, last_response: lastResponse }
  hooks.set(made.id, made)
  return { status: 201, body: made }
}

function oneHook(hooks: Map<number, RepositoryHook>, hook: RepositoryHook, { method, body }: Asked): Answer {
  if (method === 'DELETE') {
    hooks.delete(hook.id)
    return { status: 204 }
  }
  if (method === 'PATCH') Object.assign(hook, JSON.parse(body))
  return { status: 200, body: hook }
}

/** The newest first, two on a page. */
function listed(kept: readonly Kept[], path: string, cursor: number): Answer {
  const next = `<http://github.example${path}?cursor=${cursor + 2}&per_page=2>; rel="next"`
  const page = [...kept].reverse().slice(cursor, cursor + 2)
  return { status: 200, body: page, headers: cursor + 2 < kept.length ? { link: next } : {} }
}

function oneDelivery(found: Kept | undefined): Answer {
  if (!found) return notFound
  const { event, guid, payload } = found
  const headers = { 'X-GitHub-Event': event, 'X-GitHub-Delivery': guid, 'content-type': 'application/json' }
  return { status: 200, body: { ...found, request: { headers, payload } } }
}

type World = { hooks: Map<number, RepositoryHook>; kept: Kept[] }

function answerTo({ hooks, kept }: World, asked: Asked): Answer {
  const { pathname, searchParams } = new URL(asked.url, 'http://github.example')
  const [all, id, deliveries, delivery] = place.exec(pathname) ?? []
  if (all === undefined) return notFound
  if (id === undefined) return create(hooks, asked)
  const hook = hooks.get(Number(id))
  if (!hook) return notFound
  if (delivery) return oneDelivery(kept.find((one) => one.id === Number(delivery)))
  return deliveries ? listed(kept, pathname, Number(searchParams.get('cursor') ?? 0)) : oneHook(hooks, hook, asked)
}

export async function aHookProvider() {
  const world: World = { hooks: new Map(), kept: [] }
  let refusing: number | null = null
  const server = await aServer((asked) =>
    refusing === null ? answerTo(world, asked) : { status: refusing, body: { message: 'Resource not accessible' } },
  )
  const refuse = (status: number | null) => {
    refusing = status
  }
  return { ...server, ...world, refuse }
}
