import {
  branchName,
  namedFields,
  type Operations,
  pageSize,
  pullNumber,
  repository,
  ruleViolated,
} from './operation-parts'

const needs = ['repo', 'Pull requests (write)']
const pull = {
  number: 'number',
  title: 'title',
  state: 'state',
  isDraft: 'draft',
  author: 'user.login',
  headBranch: 'head.ref',
  baseBranch: 'base.ref',
  sha: 'head.sha',
  url: 'html_url',
}

/** Pull requests. */
export const pullOperations: Operations = {
  // Source: https://docs.github.com/en/rest/pulls/pulls#list-pull-requests
  listPullRequests: {
    title: 'List pull requests',
    effect: 'read',
    request: 'GET /repos/{+repository}/pulls',
    input: {
      ...repository,
      state: { title: 'State', enum: ['open', 'closed', 'all'], default: 'open' },
      baseBranch: { title: 'Into', description: 'Only into this branch.', ...branchName, optional: true },
    },
    query: { state: '{state}', base: '{baseBranch}' },
    items: '$',
    pageSize,
    output: { ...pull, updatedAt: 'updated_at' },
    needs: ['repo', 'Pull requests (read)'],
  },
  // Source: https://docs.github.com/en/rest/pulls/pulls#create-a-pull-request
  createPullRequest: {
    title: 'Open a pull request',
    effect: 'write',
    request: 'POST /repos/{+repository}/pulls',
    input: {
      ...repository,
      title: { title: 'Title', maxLength: 256, examples: ['Add new feature'] },
      body: { title: 'Description', description: 'Markdown.', multiline: true, optional: true },
      headBranch: {
        title: 'From branch',
        description: 'Of a fork as owner:branch.',
        list: 'branches',
        pattern: '^([A-Za-z0-9-]{1,100}:)?(?![-/.])[^\\s~^:?*\\[\\\\]{1,250}$',
        patternHint: 'a branch, or owner:branch',
        examples: ['feature-branch'],
      },
      baseBranch: { title: 'Into branch', list: 'branches', ...branchName, default: 'main' },
      draft: { title: 'As a draft', type: 'boolean', default: false },
    },
    body: { title: '{title}', body: '{body}', head: '{headBranch}', base: '{baseBranch}', draft: '{draft}' },
    output: pull,
    errors: [
      {
        status: 422,
        bodyPath: 'errors.*.message',
        match: 'already exists',
        class: 'request',
        remedy: 'There is an open pull request between these branches: list pull requests, and use that one.',
      },
      {
        status: 422,
        bodyPath: 'errors.*.message',
        match: 'No commits between',
        class: 'request',
        remedy: 'The branches do not differ: push a commit to the one the pull request comes from.',
      },
      {
        status: 422,
        bodyPath: 'message',
        match: 'Draft pull requests are not supported',
        class: 'request',
        remedy: 'This repository has no drafts: open it without "draft".',
      },
      ...namedFields,
    ],
    needs,
  },
  // Source: https://docs.github.com/en/rest/pulls/reviews#create-a-review-for-a-pull-request
  reviewPullRequest: {
    title: 'Review a pull request',
    description: 'Approve it, ask for changes, or comment.',
    effect: 'write',
    request: 'POST /repos/{+repository}/pulls/{number}/reviews',
    input: {
      ...repository,
      ...pullNumber,
      verdict: {
        title: 'Verdict',
        enum: ['approve', 'request_changes', 'comment'],
        words: { approve: 'APPROVE', request_changes: 'REQUEST_CHANGES', comment: 'COMMENT' },
        examples: ['approve'],
      },
      body: { title: 'Comment', description: 'Needed unless it approves.', multiline: true, optional: true },
    },
    body: { event: '{verdict}', body: '{body}' },
    output: { id: 'id', state: 'state', author: 'user.login', url: 'html_url' },
    errors: [
      {
        status: 422,
        bodyPath: 'errors',
        match: 'your own pull request',
        class: 'permission',
        remedy:
          'Nobody approves or refuses their own pull request: use an integration with a token of another account.',
      },
      {
        status: 422,
        bodyPath: 'errors',
        match: 'blank',
        class: 'request',
        remedy: 'Say something: only an approval may come without a comment.',
      },
      ...namedFields,
    ],
    needs,
  },
  // Source: https://docs.github.com/en/rest/pulls/pulls#merge-a-pull-request
  mergePullRequest: {
    title: 'Merge a pull request',
    description: 'Its commits go into the base branch; that can be reverted, but not undone.',
    effect: 'write',
    request: 'PUT /repos/{+repository}/pulls/{number}/merge',
    input: {
      ...repository,
      ...pullNumber,
      method: { title: 'Method', enum: ['merge', 'squash', 'rebase'], default: 'merge' },
      title: { title: 'Title of the commit', optional: true },
      message: { title: 'Message of the commit', multiline: true, optional: true },
      sha: {
        title: 'Head',
        description: 'Merge only while this commit is the head.',
        pattern: '^[0-9a-f]{40}$',
        patternHint: 'a commit of 40 hex digits',
        optional: true,
      },
    },
    body: { merge_method: '{method}', commit_title: '{title}', commit_message: '{message}', sha: '{sha}' },
    output: { isMerged: 'merged', sha: 'sha' },
    // A second try after one that worked unheard would be told that nothing can be merged.
    repeatable: false,
    errors: [
      {
        status: 405,
        bodyPath: 'message',
        match: 'are not allowed on this repository',
        class: 'request',
        remedy: 'The repository does not allow this way of merging: choose another "method".',
      },
      {
        status: 405,
        bodyPath: 'message',
        match: 'review',
        class: 'permission',
        remedy: 'The branch is protected and asks for reviews: have the pull request approved first.',
      },
      {
        status: 405,
        bodyPath: 'message',
        match: 'status check',
        class: 'request',
        remedy: 'The branch is protected and asks for checks: wait until they have passed.',
      },
      {
        status: 403,
        bodyPath: 'message',
        match: 'protected branch',
        class: 'permission',
        remedy: 'The base branch is protected, and the account of the token is not among those who may push to it.',
      },
      ...ruleViolated,
      ...namedFields,
    ],
    remedies: {
      405: 'It cannot be merged now: it has conflicts, is a draft or closed, or its checks are not done. Look at the pull request.',
      409: 'Its head has changed since: look at the new commits, then merge with their sha.',
      422: 'GitHub does not merge it as it is: it may be merged or closed already. Look at the pull request.',
    },
    needs: ['repo', 'Contents (write)'],
  },
}
