import type { ConnectorManifest } from '@/connectors/kit'

type Lists = NonNullable<ConnectorManifest['discover']>

// Source: https://docs.gitlab.com/api/rest/#offset-based-pagination
const pageSize = { parameter: 'per_page', max: 100 }
const ofProject = {
  project: {
    title: 'Project',
    description: 'Its number or its path.',
    list: 'projects',
    pattern: '^([0-9]+|[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)+)$',
    examples: ['278964', 'gitlab-org/gitlab'],
  },
}

/** What a token can see, each page at most a hundred. */
export const lists: Lists = {
  // By keyset, since the offset ends at 50,000. Source: https://docs.gitlab.com/api/projects/#list-all-projects
  projects: {
    title: 'Projects',
    request: 'GET /projects?membership=true&simple=true&pagination=keyset&order_by=id&sort=asc',
    id: 'id',
    name: 'path_with_namespace',
    url: 'web_url',
    attributes: { defaultBranch: 'default_branch', lastActivityAt: 'last_activity_at' },
    pageSize,
    needs: ['read_api'],
  },
  // Source: https://docs.gitlab.com/api/groups/#list-groups
  groups: {
    title: 'Groups',
    request: 'GET /groups?min_access_level=10&order_by=id&sort=asc',
    id: 'id',
    name: 'full_path',
    url: 'web_url',
    attributes: { visibility: 'visibility' },
    pageSize,
    needs: ['read_api'],
  },
  // Source: https://docs.gitlab.com/api/branches/#list-repository-branches
  branches: {
    title: 'Branches',
    request: 'GET /projects/{project}/repository/branches',
    inputs: ofProject,
    id: 'name',
    url: 'web_url',
    attributes: { default: 'default', protected: 'protected', commit: 'commit.id' },
    pageSize,
    needs: ['read_api'],
  },
  // Source: https://docs.gitlab.com/api/tags/#list-project-repository-tags
  tags: {
    title: 'Tags',
    request: 'GET /projects/{project}/repository/tags',
    inputs: ofProject,
    id: 'name',
    attributes: { protected: 'protected', commit: 'commit.id' },
    pageSize,
    needs: ['read_api'],
  },
  // Source: https://docs.gitlab.com/api/merge_requests/#list-project-merge-requests
  mergeRequests: {
    title: 'Open merge requests',
    request: 'GET /projects/{project}/merge_requests?state=opened',
    inputs: ofProject,
    id: 'iid',
    name: 'title',
    url: 'web_url',
    attributes: { draft: 'draft', author: 'author.username', source: 'source_branch', target: 'target_branch' },
    pageSize,
    needs: ['read_api'],
  },
  // Source: https://docs.gitlab.com/api/pipelines/#list-project-pipelines
  pipelines: {
    title: 'Pipelines',
    request: 'GET /projects/{project}/pipelines',
    inputs: ofProject,
    id: 'id',
    name: 'ref',
    url: 'web_url',
    attributes: { status: 'status', source: 'source', commit: 'sha', updatedAt: 'updated_at' },
    pageSize,
    needs: ['read_api'],
  },
  // Source: https://docs.gitlab.com/api/jobs/#list-all-jobs-for-a-project
  jobs: {
    title: 'Jobs',
    description: 'The newest first.',
    request: 'GET /projects/{project}/jobs',
    inputs: ofProject,
    id: 'id',
    name: 'name',
    url: 'web_url',
    attributes: {
      stage: 'stage',
      status: 'status',
      ref: 'ref',
      pipeline: 'pipeline.id',
      artifact: 'artifacts_file.filename',
      startedAt: 'started_at',
    },
    pageSize,
    needs: ['read_api'],
  },
  // Source: https://docs.gitlab.com/api/packages/#for-a-project
  artifacts: {
    title: 'Packages',
    request: 'GET /projects/{project}/packages',
    inputs: ofProject,
    id: 'id',
    name: 'name',
    attributes: { version: 'version', kind: 'package_type', status: 'status', createdAt: 'created_at' },
    pageSize,
    needs: ['read_api'],
  },
}
