import type { ConnectorManifest } from '@/connectors/kit'

type Lists = NonNullable<ConnectorManifest['discover']>

// Source: https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api#changing-the-number-of-items-per-page
const pageSize = { parameter: 'per_page', max: 100 }
const ofRepository = {
  repository: {
    title: 'Repository',
    list: 'repositories',
    pattern: '^[A-Za-z0-9-]{1,100}/[A-Za-z0-9._-]{1,100}$',
    examples: ['octocat/hello-world'],
  },
}

/** What a token can see, each page at most a hundred. */
export const lists: Lists = {
  // Source: https://docs.github.com/en/rest/repos/repos#list-repositories-for-the-authenticated-user
  repositories: {
    title: 'Repositories',
    request: 'GET /user/repos?sort=full_name',
    id: 'full_name',
    name: 'full_name',
    url: 'html_url',
    attributes: { visibility: 'visibility', private: 'private', archived: 'archived', defaultBranch: 'default_branch' },
    pageSize,
    needs: ['repo', 'public_repo'],
  },
  // Source: https://docs.github.com/en/rest/branches/branches#list-branches
  branches: {
    title: 'Branches',
    request: 'GET /repos/{+repository}/branches',
    inputs: ofRepository,
    id: 'name',
    attributes: { protected: 'protected', commit: 'commit.sha' },
    pageSize,
  },
  // Source: https://docs.github.com/en/rest/repos/repos#list-repository-tags
  tags: {
    title: 'Tags',
    request: 'GET /repos/{+repository}/tags',
    inputs: ofRepository,
    id: 'name',
    attributes: { commit: 'commit.sha' },
    pageSize,
  },
  // Source: https://docs.github.com/en/rest/pulls/pulls#list-pull-requests
  pullRequests: {
    title: 'Open pull requests',
    request: 'GET /repos/{+repository}/pulls?state=open',
    inputs: ofRepository,
    id: 'number',
    name: 'title',
    url: 'html_url',
    attributes: { draft: 'draft', author: 'user.login', head: 'head.ref', base: 'base.ref', updatedAt: 'updated_at' },
    pageSize,
  },
  // Source: https://docs.github.com/en/rest/actions/workflows#list-repository-workflows
  workflows: {
    title: 'Workflows',
    request: 'GET /repos/{+repository}/actions/workflows',
    inputs: ofRepository,
    items: 'workflows',
    id: 'id',
    name: 'name',
    url: 'html_url',
    attributes: { state: 'state', path: 'path' },
    pageSize,
  },
  // Source: https://docs.github.com/en/rest/actions/workflow-runs#list-workflow-runs-for-a-repository
  pipelines: {
    title: 'Workflow runs',
    description: 'The newest first.',
    request: 'GET /repos/{+repository}/actions/runs',
    inputs: ofRepository,
    items: 'workflow_runs',
    id: 'id',
    name: 'display_title',
    url: 'html_url',
    attributes: {
      workflow: 'name',
      number: 'run_number',
      status: 'status',
      conclusion: 'conclusion',
      branch: 'head_branch',
      commit: 'head_sha',
      updatedAt: 'updated_at',
    },
    pageSize,
    needs: ['repo', 'Actions (read)'],
  },
  // Source: https://docs.github.com/en/rest/actions/workflow-jobs#list-jobs-for-a-workflow-run
  jobs: {
    title: 'Jobs of a workflow run',
    request: 'GET /repos/{+repository}/actions/runs/{run}/jobs',
    inputs: { ...ofRepository, run: { title: 'Workflow run', list: 'pipelines', pattern: '^[0-9]+$' } },
    items: 'jobs',
    id: 'id',
    name: 'name',
    url: 'html_url',
    attributes: { status: 'status', conclusion: 'conclusion', startedAt: 'started_at', completedAt: 'completed_at' },
    pageSize,
    needs: ['repo', 'Actions (read)'],
  },
  // Source: https://docs.github.com/en/rest/actions/artifacts#list-artifacts-for-a-repository
  artifacts: {
    title: 'Artifacts',
    request: 'GET /repos/{+repository}/actions/artifacts',
    inputs: ofRepository,
    items: 'artifacts',
    id: 'id',
    name: 'name',
    attributes: {
      sizeBytes: 'size_in_bytes',
      expired: 'expired',
      expiresAt: 'expires_at',
      branch: 'workflow_run.head_branch',
      createdAt: 'created_at',
    },
    pageSize,
    needs: ['repo', 'Actions (read)'],
  },
  // Source: https://docs.github.com/en/rest/orgs/orgs#list-organizations-for-the-authenticated-user
  organisations: {
    title: 'Organisations',
    request: 'GET /user/orgs',
    id: 'login',
    attributes: { description: 'description' },
    pageSize,
    needs: ['read:org'],
  },
}
