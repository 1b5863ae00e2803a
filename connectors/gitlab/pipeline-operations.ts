import {
  branchName,
  namedParameter,
  needsRole,
  type Operations,
  pageSize,
  pipeline,
  repository,
} from './operation-parts'

const needs = ['api']
const remedies = needsRole('Developer')
const output = {
  id: 'id',
  number: 'iid',
  status: 'status',
  ref: 'ref',
  sha: 'sha',
  url: 'web_url',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
}

/** Pipelines. */
export const pipelineOperations: Operations = {
  // Source: https://docs.gitlab.com/api/pipelines/#list-project-pipelines
  listPipelines: {
    title: 'List pipelines',
    description: 'The newest first.',
    effect: 'read',
    request: 'GET /projects/{repository}/pipelines',
    input: {
      ...repository,
      ref: { title: 'Branch or tag', list: 'branches', ...branchName, optional: true },
      status: {
        title: 'Status',
        enum: ['pending', 'running', 'success', 'failed', 'canceled', 'skipped', 'manual', 'scheduled'],
        optional: true,
      },
    },
    query: { ref: '{ref}', status: '{status}' },
    items: '$',
    pageSize,
    output,
    needs: ['read_api'],
  },
  // Source: https://docs.gitlab.com/api/pipelines/#get-a-single-pipeline
  getPipeline: {
    title: 'Look at a pipeline',
    effect: 'read',
    request: 'GET /projects/{repository}/pipelines/{pipelineId}',
    input: { ...repository, ...pipeline },
    output,
    needs: ['read_api'],
  },
  // Source: https://docs.gitlab.com/api/pipelines/#create-a-new-pipeline
  startPipeline: {
    title: 'Run a pipeline',
    effect: 'write',
    hook: 'startPipeline',
    input: {
      ...repository,
      ref: { title: 'Branch or tag', list: 'branches', ...branchName, default: 'main' },
      variables: {
        title: 'Variables',
        description: 'By name.',
        type: 'object',
        values: { type: 'string', maxLength: 10_000 },
        optional: true,
        examples: [{ DEPLOY_TO: 'staging' }],
      },
    },
    output: { id: 'id', number: 'number', status: 'status', ref: 'ref', sha: 'sha', url: 'url' },
    errors: [
      {
        status: 400,
        bodyPath: 'message.base',
        match: 'Reference not found',
        class: 'request',
        remedy: 'There is no such branch or tag: check "ref".',
      },
      {
        status: 400,
        bodyPath: 'message.base',
        match: 'Missing CI config file',
        class: 'request',
        remedy: 'There is no .gitlab-ci.yml on this branch: add one.',
      },
      {
        status: 400,
        bodyPath: 'message.base',
        match: 'will not run',
        class: 'request',
        remedy:
          'The rules of the pipeline leave no job for this branch: look at "rules" and "workflow" in .gitlab-ci.yml.',
      },
      {
        status: 400,
        bodyPath: 'message.base',
        match: 'No stages / jobs',
        class: 'request',
        remedy:
          'The rules of the pipeline leave no job for this branch: look at "rules" and "workflow" in .gitlab-ci.yml.',
      },
      {
        status: 400,
        bodyPath: 'message.base',
        match: 'set pipeline variables',
        class: 'permission',
        remedy: 'The project lets nobody with this role set variables: run it without, or change its CI/CD settings.',
      },
      {
        status: 400,
        bodyPath: 'message.base',
        class: 'request',
        remedy:
          'GitLab makes no pipeline of this: open "Build", "Pipeline editor" of the project, and look at what it says.',
      },
      ...namedParameter,
    ],
    remedies,
    needs,
  },
  // Source: https://docs.gitlab.com/api/pipelines/#retry-jobs-in-a-pipeline
  retryPipeline: {
    title: 'Retry the failed jobs of a pipeline',
    effect: 'write',
    request: 'POST /projects/{repository}/pipelines/{pipelineId}/retry',
    input: { ...repository, ...pipeline },
    output,
    errors: namedParameter,
    remedies,
    needs,
  },
  // Source: https://docs.gitlab.com/api/pipelines/#cancel-a-pipelines-jobs
  cancelPipeline: {
    title: 'Cancel a pipeline',
    description: 'Jobs stop where they are; what they did stays.',
    effect: 'destructive',
    request: 'POST /projects/{repository}/pipelines/{pipelineId}/cancel',
    input: { ...repository, ...pipeline },
    output,
    repeatable: true,
    errors: namedParameter,
    remedies,
    needs,
  },
}
