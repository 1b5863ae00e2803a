import type { OperationCall } from '@/connectors/kit'
import { branchOperations } from './branch-operations'
import { issueOperations } from './issue-operations'
import { mergeOperations } from './merge-operations'
import type { Operations } from './operation-parts'
import { pipelineOperations } from './pipeline-operations'

/** What can be done on GitLab. The names are those of every SCM here; the titles are GitLab's own words. */
export const operations: Operations = {
  ...branchOperations,
  ...mergeOperations,
  ...issueOperations,
  ...pipelineOperations,
}

const textAt = (body: unknown, name: string) =>
  typeof body === 'object' && body !== null ? (Reflect.get(body, name) as unknown) : undefined

/** Source: https://docs.gitlab.com/api/protected_branches/#valid-access-levels */
const accessLevels: Record<string, number> = { nobody: 0, developers: 30, maintainers: 40 }

const levelOf = (body: unknown, list: string) => {
  const levels = textAt(body, list)
  const [first, ...rest] = Array.isArray(levels) ? levels : []
  return rest.length === 0 ? textAt(first, 'access_level') : undefined
}

/**
 * A branch that is protected just so is a success. One with other rules is refused, as GitLab does: it could only be
 * changed by taking its protection away for a moment.
 */
async function protectBranch({ input, call }: OperationCall) {
  const line = 'POST /projects/{repository}/protected_branches'
  const push = accessLevels[String(input.push)]
  const merge = accessLevels[String(input.merge)]
  const body = {
    name: input.branch,
    push_access_level: push,
    merge_access_level: merge,
    allow_force_push: input.allowForcePush,
  }
  const first = await call(line, { body, accept: [409] })
  if (first.status === 409) {
    const { body: held } = await call('GET /projects/{repository}/protected_branches/{branch}')
    const isSame =
      levelOf(held, 'push_access_levels') === push &&
      levelOf(held, 'merge_access_levels') === merge &&
      textAt(held, 'allow_force_push') === input.allowForcePush
    if (!isSame) await call(line, { body })
  }
  return { name: input.branch, allowForcePush: input.allowForcePush }
}

/**
 * GitLab has a request for approvals only; changes are asked for by a quick action within a comment.
 * Source: https://docs.gitlab.com/user/project/quick_actions/#merge-requests
 */
async function reviewMergeRequest({ input, call }: OperationCall) {
  const line = 'POST /projects/{repository}/merge_requests/{number}'
  const state = String(input.verdict)
  if (state === 'approve') await call(`${line}/approve`, { expect: 'any' })
  const said = typeof input.body === 'string' ? input.body : ''
  const action = state === 'request_changes' ? '/submit_review requested_changes' : ''
  const body = [said, action].filter((part) => part !== '').join('\n\n')
  if (body === '' && state === 'approve') return { state, commentId: null }
  const note = await call(`${line}/notes`, { body: { body }, expect: 'any' })
  return { state, commentId: textAt(note.body, 'id') }
}

async function startPipeline({ input, call }: OperationCall) {
  const given = Object.entries(input.variables ?? {})
  const variables = given.map(([key, value]) => ({ key, value: String(value) }))
  const { body } = await call('POST /projects/{repository}/pipeline', {
    body: { ref: input.ref, ...(variables.length > 0 && { variables }) },
  })
  const names = { id: 'id', number: 'iid', status: 'status', ref: 'ref', sha: 'sha', url: 'web_url' }
  return Object.fromEntries(Object.entries(names).map(([name, place]) => [name, textAt(body, place)]))
}

export const operationHooks = { protectBranch, reviewMergeRequest, startPipeline }
