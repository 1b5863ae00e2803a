import { branchName, namedFields, type Operations, ofRun, pageSize, repository } from './operation-parts'

const needs = ['repo', 'Actions (write)']
const run = {
  id: 'id',
  name: 'name',
  number: 'run_number',
  status: 'status',
  conclusion: 'conclusion',
  ref: 'head_branch',
  sha: 'head_sha',
  url: 'html_url',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
}

/** Workflows and their runs, which are the pipelines of GitHub. */
export const runOperations: Operations = {
  // Source: https://docs.github.com/en/rest/actions/workflow-runs#list-workflow-runs-for-a-repository
  listPipelines: {
    title: 'List workflow runs',
    description: 'The newest first.',
    effect: 'read',
    request: 'GET /repos/{+repository}/actions/runs',
    input: {
      ...repository,
      ref: { title: 'Branch', list: 'branches', ...branchName, optional: true },
      status: {
        title: 'Status',
        enum: ['queued', 'in_progress', 'completed', 'success', 'failure', 'cancelled'],
        optional: true,
      },
    },
    query: { branch: '{ref}', status: '{status}' },
    items: 'workflow_runs',
    pageSize,
    output: run,
    needs: ['repo', 'Actions (read)'],
  },
  // Source: https://docs.github.com/en/rest/actions/workflow-runs#get-a-workflow-run
  getPipeline: {
    title: 'Look at a workflow run',
    effect: 'read',
    request: 'GET /repos/{+repository}/actions/runs/{pipelineId}',
    input: { ...repository, ...ofRun },
    output: run,
    needs: ['repo', 'Actions (read)'],
  },
  // Source: https://docs.github.com/en/rest/actions/workflows#create-a-workflow-dispatch-event
  startPipeline: {
    title: 'Run a workflow',
    description: 'One that has the trigger workflow_dispatch.',
    effect: 'write',
    hook: 'startPipeline',
    input: {
      ...repository,
      workflow: {
        title: 'Workflow',
        description: 'Name of its file, or its id.',
        list: 'workflows',
        pattern: '^(?!\\.)[A-Za-z0-9._ -]{1,200}$',
        patternHint: 'the name of its file, such as deploy.yml, or its id',
        examples: ['deploy.yml'],
      },
      ref: { title: 'Branch or tag', list: 'branches', ...branchName, default: 'main' },
      variables: {
        title: 'Inputs',
        description: 'Of the workflow, by name.',
        type: 'object',
        values: { type: 'string', maxLength: 10_000 },
        optional: true,
        examples: [{ environment: 'staging' }],
      },
    },
    output: { id: 'id', url: 'url' },
    errors: [
      {
        status: 422,
        bodyPath: 'message',
        match: 'workflow_dispatch',
        class: 'request',
        remedy: 'The workflow does not take this trigger: add "workflow_dispatch" to its "on", on the default branch.',
      },
      {
        status: 422,
        bodyPath: 'message',
        match: 'No ref found',
        class: 'request',
        remedy: 'There is no such branch or tag: check "ref".',
      },
      {
        status: 422,
        bodyPath: 'message',
        match: 'input',
        class: 'request',
        remedy: 'The inputs do not fit those of the workflow file: compare "variables" with its "inputs".',
      },
      {
        status: 422,
        bodyPath: 'message',
        match: 'disabled workflow',
        class: 'request',
        remedy: 'The workflow is switched off: enable it on GitHub under Actions.',
      },
      ...namedFields,
    ],
    needs,
  },
  // Source: https://docs.github.com/en/rest/actions/workflow-runs#re-run-failed-jobs-from-a-workflow-run
  retryPipeline: {
    title: 'Run a workflow run again',
    description: 'Its failed jobs, or all of them.',
    effect: 'write',
    hook: 'retryPipeline',
    input: { ...repository, ...ofRun, failedOnly: { title: 'Only failed jobs', type: 'boolean', default: true } },
    output: { id: 'id', status: 'status', attempt: 'attempt', url: 'url' },
    errors: [
      {
        status: 403,
        bodyPath: 'message',
        match: 'already running',
        class: 'request',
        remedy: 'It is still running: wait until it is done, or cancel it.',
      },
      {
        status: 403,
        bodyPath: 'message',
        match: 'cannot be retried',
        class: 'request',
        remedy: 'It cannot be run again: nothing of it failed. Start a new one.',
      },
      {
        status: 403,
        bodyPath: 'message',
        match: 'over a month ago',
        class: 'request',
        remedy: 'It is older than a month, and cannot be run again: start a new one.',
      },
    ],
    needs,
  },
  // Source: https://docs.github.com/en/rest/actions/workflow-runs#cancel-a-workflow-run
  cancelPipeline: {
    title: 'Cancel a workflow run',
    description: 'Jobs stop where they are; what they did stays.',
    effect: 'destructive',
    request: 'POST /repos/{+repository}/actions/runs/{pipelineId}/cancel',
    input: { ...repository, ...ofRun },
    repeatable: true,
    remedies: { 409: 'It is done already: there is nothing to cancel.' },
    needs,
  },
}
