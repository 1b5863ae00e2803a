import type { OperationCall } from '@/connectors/kit'
import { branchOperations } from './branch-operations'
import { issueOperations } from './issue-operations'
import type { Operations } from './operation-parts'
import { pullOperations } from './pull-operations'
import { runOperations } from './run-operations'

/** What can be done on GitHub. The names are those of every SCM here; the titles are GitHub's own words. */
export const operations: Operations = { ...branchOperations, ...pullOperations, ...issueOperations, ...runOperations }

const textAt = (body: unknown, name: string) =>
  typeof body === 'object' && body !== null ? (Reflect.get(body, name) as unknown) : undefined

async function createBranch({ input, call }: OperationCall) {
  const from = await call('GET /repos/{+repository}/commits/{from}')
  const sha = textAt(from.body, 'sha')
  await call('POST /repos/{+repository}/git/refs', { body: { ref: `refs/heads/${input.branch}`, sha } })
  return { name: input.branch, sha }
}

/** Every part has to be there, and is null where it asks for nothing. */
async function protectBranch({ input, call }: OperationCall) {
  const contexts = Array.isArray(input.requiredChecks) ? input.requiredChecks : []
  const approvals = Number(input.requiredApprovals)
  const { body } = await call('PUT /repos/{+repository}/branches/{branch}/protection', {
    body: {
      required_status_checks: contexts.length > 0 ? { strict: true, contexts } : null,
      enforce_admins: input.includeAdmins,
      required_pull_request_reviews: approvals > 0 ? { required_approving_review_count: approvals } : null,
      restrictions: null,
      allow_force_pushes: input.allowForcePush,
    },
  })
  return {
    url: textAt(body, 'url') ?? null,
    requiredApprovals: approvals,
    requiredChecks: contexts,
  }
}

/**
 * Newer GitHubs tell the run they started, when asked to; older ones do not know the question and start nothing.
 * Source: https://github.blog/changelog/2026-02-19-workflow-dispatch-api-now-returns-run-ids
 */
async function startPipeline({ input, call }: OperationCall) {
  const line = 'POST /repos/{+repository}/actions/workflows/{workflow}/dispatches'
  const body = { ref: input.ref, ...(input.variables !== undefined && { inputs: input.variables }) }
  const told = await call(line, { body: { ...body, return_run_details: true }, accept: [422], expect: 'any' })
  const { body: started } = told.status === 422 ? await call(line, { body, expect: 'any' }) : told
  return { id: textAt(started, 'workflow_run_id') ?? null, url: textAt(started, 'html_url') ?? null }
}

async function retryPipeline({ input, call }: OperationCall) {
  const verb = input.failedOnly ? 'rerun-failed-jobs' : 'rerun'
  await call(`POST /repos/{+repository}/actions/runs/{pipelineId}/${verb}`, { expect: 'any' })
  const { body } = await call('GET /repos/{+repository}/actions/runs/{pipelineId}')
  return {
    id: textAt(body, 'id') ?? input.pipelineId,
    status: textAt(body, 'status') ?? null,
    attempt: textAt(body, 'run_attempt') ?? null,
    url: textAt(body, 'html_url') ?? null,
  }
}

export const operationHooks = { createBranch, protectBranch, startPipeline, retryPipeline }
