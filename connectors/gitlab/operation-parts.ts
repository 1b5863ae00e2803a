import type { ConnectorManifest, Operation } from '@/connectors/kit'

/** What several operations of GitLab take, and what several of them are refused with. */
export type Operations = NonNullable<ConnectorManifest['operations']>
type Input = NonNullable<Operation['input']>
type Errors = NonNullable<Operation['errors']>

export const repository = {
  repository: {
    title: 'Project',
    description: 'Its path or its number.',
    list: 'projects',
    pattern: '^([0-9]+|[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)+)$',
    patternHint: 'its number, or its path, such as gitlab-org/gitlab',
    examples: ['gitlab-org/gitlab', '278964'],
  },
} satisfies Input

/** Source: https://git-scm.com/docs/git-check-ref-format */
export const branchName = {
  pattern: '^(?![-/.])(?!.*(?://|\\.\\.|@\\{|/\\.))[^\\s~^:?*\\[\\\\]{1,250}$',
  patternHint: 'the name of a branch',
}

export const branch = {
  branch: { title: 'Branch', list: 'branches', ...branchName, examples: ['feature-branch'] },
} satisfies Input

export const mergeRequestNumber = {
  number: {
    title: 'Merge request',
    description: 'Its number within the project, as after the "!".',
    type: 'integer',
    minimum: 1,
    examples: [7],
  },
} satisfies Input

export const issueNumber = {
  number: {
    title: 'Issue',
    description: 'Its number within the project, as after the "#".',
    type: 'integer',
    minimum: 1,
    examples: [7],
  },
} satisfies Input

export const pipeline = {
  pipelineId: { title: 'Pipeline', description: 'Its id.', type: 'integer', minimum: 1, examples: [46] },
} satisfies Input

export const pageSize = { parameter: 'per_page', max: 100 }

/**
 * GitLab names the parameter it does not accept in "error", such as "title is missing".
 * Source: https://docs.gitlab.com/api/rest/troubleshooting/#status-code-400
 */
export const namedParameter: Errors = [
  {
    status: 400,
    bodyPath: 'error',
    class: 'request',
    missing: { bodyPath: 'error' },
    remedy: 'GitLab says what does not fit: {missing}.',
  },
]

/** What needs a role of the token's user in the project. */
export const needsRole = (role: string) => ({
  403: `The user of the token needs the role ${role} in the project, and the token the scope "api".`,
})
