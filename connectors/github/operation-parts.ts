import type { ConnectorManifest, Operation } from '@/connectors/kit'

/** What several operations of GitHub take, and what several of them are refused with. */
export type Operations = NonNullable<ConnectorManifest['operations']>
type Input = NonNullable<Operation['input']>
type Errors = NonNullable<Operation['errors']>

export const repository = {
  repository: {
    title: 'Repository',
    description: 'Owner and name.',
    list: 'repositories',
    pattern: '^[A-Za-z0-9-]{1,100}/(?!\\.{1,2}$)[A-Za-z0-9._-]{1,100}$',
    patternHint: 'owner and name, such as octocat/hello-world',
    examples: ['octocat/hello-world'],
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

export const pullNumber = {
  number: { title: 'Pull request', description: 'Its number.', type: 'integer', minimum: 1, examples: [7] },
} satisfies Input

export const issueNumber = {
  number: { title: 'Issue', description: 'Its number.', type: 'integer', minimum: 1, examples: [7] },
} satisfies Input

export const ofRun = {
  pipelineId: { title: 'Workflow run', description: 'Its id.', type: 'integer', minimum: 1, examples: [30433642] },
} satisfies Input

export const pageSize = { parameter: 'per_page', max: 100 }

/**
 * GitHub names the fields it does not accept, each with a code of its own.
 * Source: https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#validation-failed
 */
export const namedFields: Errors = [
  {
    status: 422,
    bodyPath: 'errors.*.field',
    class: 'request',
    missing: { bodyPath: 'errors.*.field' },
    remedy: 'GitHub does not accept {missing}: check that what it names exists, and that it fits.',
  },
]

/** A rule of the repository says no. Source: https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/about-rulesets */
export const ruleViolated: Errors = [
  {
    status: 422,
    bodyPath: 'message',
    match: 'rule violations',
    class: 'permission',
    remedy:
      'A ruleset of the repository forbids this: let the account of the token bypass it, or ask who keeps the rules.',
  },
]
