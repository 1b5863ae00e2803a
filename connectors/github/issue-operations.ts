import { issueNumber, namedFields, type Operations, repository } from './operation-parts'

const needs = ['repo', 'Issues (write)']
const remedies = { 410: 'Issues are switched off in this repository, or the issue was deleted.' }
const issue = { number: 'number', title: 'title', state: 'state', url: 'html_url' }

/** Issues and the statuses of commits. */
export const issueOperations: Operations = {
  // Source: https://docs.github.com/en/rest/issues/issues#create-an-issue
  createIssue: {
    title: 'Open an issue',
    effect: 'write',
    request: 'POST /repos/{+repository}/issues',
    input: {
      ...repository,
      title: { title: 'Title', maxLength: 256, examples: ['Deploy failed'] },
      body: { title: 'Description', description: 'Markdown.', multiline: true, optional: true },
      labels: {
        title: 'Labels',
        type: 'array',
        items: { type: 'string', minLength: 1, maxLength: 50 },
        maxItems: 50,
        optional: true,
        examples: [['bug']],
      },
      assignees: {
        title: 'Assignees',
        description: 'Names of accounts.',
        type: 'array',
        items: { type: 'string', minLength: 1, maxLength: 100 },
        maxItems: 10,
        optional: true,
      },
    },
    body: { title: '{title}', body: '{body}', labels: '{labels}', assignees: '{assignees}' },
    output: issue,
    errors: namedFields,
    remedies,
    needs,
  },
  // Source: https://docs.github.com/en/rest/issues/comments#create-an-issue-comment
  commentIssue: {
    title: 'Comment on an issue',
    description: 'Or on a pull request, by its number.',
    effect: 'write',
    request: 'POST /repos/{+repository}/issues/{number}/comments',
    input: { ...repository, ...issueNumber, body: { title: 'Comment', description: 'Markdown.', multiline: true } },
    body: { body: '{body}' },
    output: { id: 'id', url: 'html_url' },
    errors: [
      {
        status: 403,
        bodyPath: 'message',
        match: 'locked',
        class: 'permission',
        remedy: 'The conversation is locked: only those who may write to the repository can comment.',
      },
      ...namedFields,
    ],
    remedies,
    needs,
  },
  // Source: https://docs.github.com/en/rest/issues/issues#update-an-issue
  closeIssue: {
    title: 'Close an issue',
    effect: 'write',
    request: 'PATCH /repos/{+repository}/issues/{number}',
    input: {
      ...repository,
      ...issueNumber,
      reason: { title: 'Reason', enum: ['completed', 'not_planned'], default: 'completed' },
    },
    body: { state: 'closed', state_reason: '{reason}' },
    output: issue,
    repeatable: true,
    errors: namedFields,
    remedies,
    needs,
  },
  // Source: https://docs.github.com/en/rest/commits/statuses#create-a-commit-status
  setCommitStatus: {
    title: 'Set the status of a commit',
    effect: 'write',
    request: 'POST /repos/{+repository}/statuses/{sha}',
    input: {
      ...repository,
      sha: { title: 'Commit', pattern: '^[0-9a-f]{40}$', patternHint: 'a commit of 40 hex digits' },
      state: { title: 'State', enum: ['pending', 'success', 'failure', 'error'], examples: ['success'] },
      context: { title: 'Context', description: 'Tells it from other statuses.', maxLength: 200, default: 'inthub' },
      description: { title: 'Description', maxLength: 140, optional: true },
      url: { title: 'Link', pattern: '^https?://', patternHint: 'a URL', optional: true },
    },
    body: { state: '{state}', context: '{context}', description: '{description}', target_url: '{url}' },
    output: { id: 'id', state: 'state', context: 'context' },
    // The newest of a context counts, so that the same one twice is the same.
    repeatable: true,
    errors: [
      {
        status: 422,
        bodyPath: 'message',
        match: 'No commit found',
        class: 'request',
        remedy: 'The repository has no such commit: push it first, and give its full sha.',
      },
      ...namedFields,
    ],
    needs: ['repo:status', 'Commit statuses (write)'],
  },
}
