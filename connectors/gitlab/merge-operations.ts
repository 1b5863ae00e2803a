import {
  branchName,
  mergeRequestNumber,
  namedParameter,
  needsRole,
  type Operations,
  pageSize,
  repository,
} from './operation-parts'

const needs = ['api']
const mergeRequest = {
  number: 'iid',
  title: 'title',
  state: 'state',
  isDraft: 'draft',
  author: 'author.username',
  headBranch: 'source_branch',
  baseBranch: 'target_branch',
  sha: 'sha',
  url: 'web_url',
}

/** Merge requests. */
export const mergeOperations: Operations = {
  // Source: https://docs.gitlab.com/api/merge_requests/#list-project-merge-requests
  listPullRequests: {
    title: 'List merge requests',
    effect: 'read',
    request: 'GET /projects/{repository}/merge_requests',
    input: {
      ...repository,
      state: { title: 'State', enum: ['open', 'closed', 'merged', 'all'], default: 'open', words: { open: 'opened' } },
      baseBranch: { title: 'Into', description: 'Only into this branch.', ...branchName, optional: true },
    },
    query: { state: '{state}', target_branch: '{baseBranch}' },
    items: '$',
    pageSize,
    output: { ...mergeRequest, updatedAt: 'updated_at' },
    needs: ['read_api'],
  },
  // Source: https://docs.gitlab.com/api/merge_requests/#create-mr
  createPullRequest: {
    title: 'Open a merge request',
    effect: 'write',
    request: 'POST /projects/{repository}/merge_requests',
    input: {
      ...repository,
      title: { title: 'Title', maxLength: 240, examples: ['Add new feature'] },
      body: { title: 'Description', description: 'Markdown.', multiline: true, optional: true },
      headBranch: { title: 'Source branch', list: 'branches', ...branchName, examples: ['feature-branch'] },
      baseBranch: { title: 'Target branch', list: 'branches', ...branchName, default: 'main' },
      // Source: https://docs.gitlab.com/user/project/merge_requests/drafts/
      draft: { title: 'As a draft', type: 'boolean', default: false, words: { true: 'Draft: ', false: '' } },
    },
    body: {
      title: '{draft}{title}',
      description: '{body}',
      source_branch: '{headBranch}',
      target_branch: '{baseBranch}',
    },
    output: mergeRequest,
    errors: [
      {
        status: 409,
        bodyPath: 'message',
        match: 'already exists',
        class: 'request',
        remedy: 'There is an open merge request from this branch: list merge requests, and use that one.',
      },
      {
        bodyPath: 'message',
        match: 'same project/branch',
        class: 'request',
        remedy: 'Source and target are the same branch: choose another one.',
      },
      {
        status: 400,
        bodyPath: 'message.source_branch',
        class: 'request',
        remedy: 'GitLab does not accept the source branch: check that it exists.',
      },
      {
        status: 400,
        bodyPath: 'message.target_branch',
        class: 'request',
        remedy: 'GitLab does not accept the target branch: check that it exists.',
      },
      ...namedParameter,
    ],
    remedies: {
      ...needsRole('Developer'),
      400: 'GitLab does not accept the values: check that both branches exist, and that they differ.',
    },
    needs,
  },
  // Source: https://docs.gitlab.com/api/merge_request_approvals/#approve-merge-request
  reviewPullRequest: {
    title: 'Review a merge request',
    description: 'Approve it, ask for changes, or comment.',
    effect: 'write',
    hook: 'reviewMergeRequest',
    input: {
      ...repository,
      ...mergeRequestNumber,
      verdict: { title: 'Verdict', enum: ['approve', 'request_changes', 'comment'], examples: ['approve'] },
      body: { title: 'Comment', description: 'Needed unless it approves.', multiline: true, optional: true },
    },
    output: { state: 'state', commentId: 'commentId' },
    errors: [
      // The same status as for an unknown token, and far more often this.
      {
        status: 401,
        bodyPath: 'message',
        match: '401 Unauthorized',
        class: 'permission',
        remedy:
          'The user of the token may not approve this merge request, or has approved it already. When other operations fail too, the token is not known any more: reconnect.',
      },
      ...namedParameter,
    ],
    remedies: { ...needsRole('Developer'), 409: 'It has changed since: look at the new commits first.' },
    needs,
  },
  // Source: https://docs.gitlab.com/api/merge_requests/#merge-a-merge-request
  mergePullRequest: {
    title: 'Merge a merge request',
    description: 'Its commits go into the target branch; that can be reverted, but not undone.',
    effect: 'write',
    request: 'PUT /projects/{repository}/merge_requests/{number}/merge',
    input: {
      ...repository,
      ...mergeRequestNumber,
      method: {
        title: 'Method',
        description: 'Whether its commits become one. How they are merged is a setting of the project.',
        enum: ['merge', 'squash'],
        default: 'merge',
        words: { merge: false, squash: true },
      },
      message: { title: 'Message of the commit', multiline: true, optional: true },
      sha: {
        title: 'Head',
        description: 'Merge only while this commit is the head.',
        pattern: '^[0-9a-f]{40}$',
        patternHint: 'a commit of 40 hex digits',
        optional: true,
      },
    },
    body: { squash: '{method}', merge_commit_message: '{message}', squash_commit_message: '{message}', sha: '{sha}' },
    output: { state: 'state', sha: 'merge_commit_sha', url: 'web_url' },
    // A second try after one that worked unheard would be told that nothing can be merged.
    repeatable: false,
    errors: [
      // Source: https://docs.gitlab.com/api/merge_requests/#merge-a-merge-request, which says 401 for this.
      {
        status: 401,
        bodyPath: 'message',
        match: '401 Unauthorized',
        class: 'permission',
        remedy:
          'The user of the token may not merge into the target branch. When other operations fail too, the token is not known any more: reconnect.',
      },
      ...namedParameter,
    ],
    remedies: {
      ...needsRole('Developer'),
      405: 'It cannot be merged now: it is a draft or closed, has conflicts, lacks approvals, or its pipeline is not done. Look at the merge request.',
      406: 'It has conflicts with the target branch: resolve them first.',
      409: 'Its head is another commit by now: look at the new commits, then merge with their sha.',
      422: 'GitLab cannot merge it as it is: look at the merge request. Just after it was opened, wait some seconds.',
    },
    needs,
  },
}
