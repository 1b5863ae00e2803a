import { branchName, issueNumber, namedParameter, needsRole, type Operations, repository } from './operation-parts'

const needs = ['api']
const issue = { number: 'iid', title: 'title', state: 'state', url: 'web_url' }

/** Issues and the statuses of commits. */
export const issueOperations: Operations = {
  // Source: https://docs.gitlab.com/api/issues/#new-issue
  createIssue: {
    title: 'Open an issue',
    effect: 'write',
    request: 'POST /projects/{repository}/issues',
    input: {
      ...repository,
      title: { title: 'Title', maxLength: 255, examples: ['Deploy failed'] },
      body: { title: 'Description', description: 'Markdown.', multiline: true, optional: true },
      labels: {
        title: 'Labels',
        type: 'array',
        items: { type: 'string', minLength: 1, maxLength: 255 },
        maxItems: 50,
        optional: true,
        examples: [['bug']],
      },
    },
    body: { title: '{title}', description: '{body}', labels: '{labels}' },
    output: issue,
    errors: namedParameter,
    remedies: { ...needsRole('Guest'), 400: 'GitLab does not accept the values: check title and labels.' },
    needs,
  },
  // Source: https://docs.gitlab.com/api/notes/#create-new-issue-note
  commentIssue: {
    title: 'Comment on an issue',
    effect: 'write',
    request: 'POST /projects/{repository}/issues/{number}/notes',
    input: { ...repository, ...issueNumber, body: { title: 'Comment', description: 'Markdown.', multiline: true } },
    body: { body: '{body}' },
    output: { id: 'id' },
    errors: namedParameter,
    remedies: { ...needsRole('Guest'), 400: 'GitLab does not accept the comment: it may be empty or too long.' },
    needs,
  },
  // Source: https://docs.gitlab.com/api/issues/#edit-an-issue
  closeIssue: {
    title: 'Close an issue',
    effect: 'write',
    request: 'PUT /projects/{repository}/issues/{number}',
    input: { ...repository, ...issueNumber },
    body: { state_event: 'close' },
    output: issue,
    errors: namedParameter,
    remedies: needsRole('Planner or Reporter'),
    needs,
  },
  // Source: https://docs.gitlab.com/api/commits/#set-commit-pipeline-status
  setCommitStatus: {
    title: 'Set the status of a commit',
    effect: 'write',
    request: 'POST /projects/{repository}/statuses/{sha}',
    input: {
      ...repository,
      sha: { title: 'Commit', pattern: '^[0-9a-f]{40}$', patternHint: 'a commit of 40 hex digits' },
      state: {
        title: 'State',
        enum: ['pending', 'running', 'success', 'failure', 'error'],
        words: { failure: 'failed', error: 'failed' },
        examples: ['success'],
      },
      context: { title: 'Name', description: 'Tells it from other statuses.', maxLength: 200, default: 'inthub' },
      description: { title: 'Description', maxLength: 255, optional: true },
      url: { title: 'Link', pattern: '^https?://', patternHint: 'a URL', maxLength: 255, optional: true },
      ref: { title: 'Branch or tag', ...branchName, optional: true },
    },
    body: {
      state: '{state}',
      name: '{context}',
      description: '{description}',
      target_url: '{url}',
      ref: '{ref}',
    },
    output: { id: 'id', state: 'status', context: 'name' },
    errors: [
      {
        status: 400,
        bodyPath: 'message',
        match: 'Cannot transition status',
        class: 'request',
        remedy: 'It has this state already, or cannot go back to it: set the next one, or use another name.',
      },
      ...namedParameter,
    ],
    remedies: needsRole('Developer'),
    needs,
  },
}
