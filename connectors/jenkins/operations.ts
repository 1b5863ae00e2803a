import type { ConnectorManifest, OperationCall } from '@/connectors/kit'

/**
 * Builds of Jenkins. A job is named by its full name, folders included; Jenkins' own form, with "/job/" in between, is
 * taken too. Source: https://www.jenkins.io/doc/book/using/remote-access-api/
 */
type Operations = NonNullable<ConnectorManifest['operations']>
type Operation = Operations[string]
type Call = OperationCall['call']

const job = {
  job: {
    title: 'Job',
    description: 'Its full name, with the folders it is in.',
    list: 'jobs',
    pattern: '^(?!.*(?:^|/)\\.{1,2}(?:/|$))[^/?#%\\\\]+(/[^/?#%\\\\]+)*$',
    patternHint: 'the full name of a job, such as platform/web',
    examples: ['web', 'platform/web'],
  },
} satisfies Operation['input']

const build = {
  number: {
    title: 'Build',
    description: 'Its number; the newest one when absent.',
    type: 'integer',
    minimum: 1,
    optional: true,
    examples: [42],
  },
} satisfies Operation['input']

// Source: https://www.jenkins.io/doc/book/security/csrf-protection/#working-with-scripted-clients
const refusals: NonNullable<Operation['errors']> = [
  {
    status: 403,
    bodyPath: 'message',
    match: 'No valid crumb',
    class: 'credential',
    remedy: 'Jenkins asks for a crumb, which it does of passwords only: give an API token instead of the password.',
  },
]

const output = {
  number: 'number',
  result: 'result',
  isBuilding: 'isBuilding',
  startedAt: 'startedAt',
  durationMs: 'durationMs',
  url: 'url',
}
const remedies = { 404: 'There is no such job or build, or the user may not see it: Job/Read is needed.' }

export const operations: Operations = {
  startBuild: {
    title: 'Build a job',
    description: 'Puts it into the queue; its number is told when it starts while we wait.',
    effect: 'write',
    hook: 'startBuild',
    input: {
      ...job,
      parameters: {
        title: 'Parameters',
        description: 'By name; those left out have their defaults.',
        type: 'object',
        values: { type: ['string', 'number', 'boolean'], maxLength: 10_000 },
        optional: true,
        examples: [{ BRANCH: 'main' }],
      },
      waitSeconds: {
        title: 'Wait',
        description: 'How many seconds to wait for it to start.',
        type: 'integer',
        minimum: 0,
        maximum: 20,
        default: 0,
      },
    },
    output: { queueId: 'queueId', number: 'number', url: 'url', why: 'why' },
    errors: refusals,
    remedies: {
      400: 'The job has no parameters, or not these: look at "This project is parameterized" of the job.',
      404: 'There is no such job, or the user may not see it: Job/Read is needed.',
      405: 'The job cannot be built: it may be a folder.',
      409: 'The job is disabled: enable it on its page.',
      500: 'Jenkins failed to take the build, often for parameters it does not know: look at its log.',
    },
    needs: ['Job/Build'],
  },
  getQueueItem: {
    title: 'Look at what waits in the queue',
    description: 'Jenkins forgets it five minutes after the build has started.',
    effect: 'read',
    request: 'GET /queue/item/{queueId}/api/json',
    input: { queueId: { title: 'Queue item', description: 'Its id.', type: 'integer', minimum: 1, examples: [123] } },
    query: { tree: 'id,why,cancelled,executable[number,url]' },
    output: {
      queueId: 'id',
      why: 'why',
      isCancelled: 'cancelled',
      number: 'executable.number',
      url: 'executable.url',
    },
    remedies: { 404: 'It is not in the queue any more: look at the newest builds of the job.' },
    needs: ['Job/Read'],
  },
  getBuild: {
    title: 'Look at a build',
    effect: 'read',
    hook: 'getBuild',
    input: { ...job, ...build },
    output,
    remedies,
    needs: ['Job/Read'],
  },
  listBuilds: {
    title: 'List the newest builds',
    effect: 'read',
    hook: 'listBuilds',
    input: { ...job, limit: { title: 'Limit', type: 'integer', minimum: 1, maximum: 100, default: 10 } },
    output: { items: 'items' },
    remedies,
    needs: ['Job/Read'],
  },
  stopBuild: {
    title: 'Stop a build',
    description: 'It ends where it is, as "aborted"; what it did stays.',
    effect: 'destructive',
    hook: 'stopBuild',
    input: { ...job, number: { ...build.number, description: 'Its number.', optional: false } },
    output: { number: 'number' },
    errors: refusals,
    remedies,
    needs: ['Job/Cancel'],
  },
  tailLog: {
    title: 'Read the end of a build’s log',
    effect: 'read',
    hook: 'tailLog',
    input: {
      ...job,
      ...build,
      from: {
        title: 'From',
        description: 'Read on where an earlier answer ended, as its "next" said.',
        type: 'integer',
        minimum: 0,
        optional: true,
      },
      maxBytes: { title: 'Bytes', type: 'integer', minimum: 1, maximum: 500_000, default: 20_000 },
    },
    output: { text: 'text', next: 'next', hasMore: 'hasMore' },
    remedies,
    needs: ['Job/Read'],
  },
}

const jobPath = (name: unknown) => {
  const text = String(name)
  const parts = text.includes('/job/') ? text.split('/job/') : text.split('/')
  return parts.map((part) => `/job/${encodeURIComponent(part)}`).join('')
}
const buildPath = ({ job: name, number }: OperationCall['input']) =>
  `${jobPath(name)}/${number === undefined ? 'lastBuild' : Number(number)}`

const at = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined

const wanted = 'number,result,building,timestamp,duration,url'

function asBuild(body: unknown): Record<string, unknown> {
  const startedMs = Number(at(body, 'timestamp'))
  return {
    number: at(body, 'number'),
    result: at(body, 'result') ?? null,
    isBuilding: at(body, 'building') === true,
    startedAt: startedMs > 0 ? new Date(startedMs).toISOString() : null,
    durationMs: at(body, 'duration') ?? null,
    url: at(body, 'url') ?? null,
  }
}

/** Newer ones tie it to a session, which only a browser has: then the refusal says to give an API token. */
async function crumbOf(call: Call): Promise<Record<string, string> | undefined> {
  const { status, body } = await call('GET /crumbIssuer/api/json', { accept: [401, 403, 404] })
  const field = at(body, 'crumbRequestField')
  const crumb = at(body, 'crumb')
  if (status !== 200 || typeof field !== 'string' || typeof crumb !== 'string') return undefined
  return /^[\w-]{1,100}$/.test(field) ? { [field]: crumb } : undefined
}

/** With an API token Jenkins takes it as it is; what it refuses for want of a crumb is sent once more with one. */
async function post(call: Call, line: string, form?: Record<string, string>) {
  const options = { ...(form && { form }), expect: 'any' as const }
  const first = await call(line, { ...options, accept: [403] })
  if (first.status !== 403) return first
  const headers = /crumb/i.test(first.text) ? await crumbOf(call) : undefined
  return call(line, { ...options, ...(headers && { headers }) })
}

async function started(run: OperationCall, queueId: string) {
  const { body } = await run.call('GET /queue/item/{queueId}/api/json', {
    values: { queueId },
    query: { tree: 'why,executable[number,url]' },
    accept: [404],
  })
  const executable = at(body, 'executable')
  return {
    number: at(executable, 'number') ?? null,
    url: at(executable, 'url') ?? null,
    why: at(body, 'why') ?? null,
  }
}

/** Answers with the place in the queue. Source: https://www.jenkins.io/doc/book/using/remote-access-api/#RemoteaccessAPI-Submittingjobs */
async function startBuild(run: OperationCall) {
  const { input, call, pause } = run
  const given = Object.entries(input.parameters ?? {}).map(([name, value]) => [name, String(value)] as const)
  const verb = given.length > 0 ? 'buildWithParameters' : 'build'
  const form = given.length > 0 ? Object.fromEntries(given) : undefined
  const { headers } = await post(call, `POST ${jobPath(input.job)}/${verb}`, form)
  const queueId = /\/queue\/item\/(\d+)\/?$/.exec(headers.location ?? '')?.[1]
  if (queueId === undefined) return { queueId: null }
  let found = await started(run, queueId)
  for (let waited = 0; found.number === null && waited < Number(input.waitSeconds); waited += 2) {
    await pause(2_000)
    found = await started(run, queueId)
  }
  return { queueId: Number(queueId), ...found }
}

async function getBuild({ input, call }: OperationCall) {
  const { body } = await call(`GET ${buildPath(input)}/api/json`, { query: { tree: wanted } })
  return asBuild(body)
}

async function listBuilds({ input, call }: OperationCall) {
  const { body } = await call(`GET ${jobPath(input.job)}/api/json`, {
    query: { tree: `builds[${wanted}]{0,${Number(input.limit)}}` },
  })
  const builds = at(body, 'builds')
  return { items: Array.isArray(builds) ? builds.map(asBuild) : [] }
}

async function stopBuild({ input, call }: OperationCall) {
  await post(call, `POST ${buildPath(input)}/stop`)
  return { number: input.number }
}

/**
 * Jenkins tells the size of a log in a header, so that only its end has to be read.
 * Source: https://github.com/jenkinsci/stapler/blob/master/core/src/main/java/org/kohsuke/stapler/framework/io/LargeText.java
 */
async function tailLog({ input, call }: OperationCall) {
  const log = `${buildPath(input)}/logText/progressiveText`
  const most = Number(input.maxBytes)
  const sizeOf = async () => {
    const { headers } = await call(`HEAD ${log}`, { expect: 'any', accept: [405] })
    return Number(headers['x-text-size'] ?? 0)
  }
  const start = input.from === undefined ? Math.max(0, (await sizeOf()) - most) : Number(input.from)
  const { text, headers } = await call(`GET ${log}`, { query: { start }, expect: 'any' })
  const bytes = Buffer.from(text)
  const end = Number(headers['x-text-size'] ?? start + bytes.length)
  return {
    text: bytes.subarray(Math.max(0, bytes.length - most)).toString('utf8'),
    next: end,
    hasMore: headers['x-more-data'] === 'true',
  }
}

export const operationHooks = { startBuild, getBuild, listBuilds, stopBuild, tailLog }
