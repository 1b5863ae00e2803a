import { branch, branchName, namedParameter, needsRole, type Operations, pageSize, repository } from './operation-parts'

/** Projects and their branches. */
export const branchOperations: Operations = {
  // Source: https://docs.gitlab.com/api/projects/#list-all-projects
  listRepositories: {
    title: 'List projects',
    description: 'Those the user of the token is a member of, the oldest first.',
    effect: 'read',
    request: 'GET /projects',
    input: {
      visibility: {
        title: 'Visibility',
        enum: ['all', 'public', 'private', 'internal'],
        default: 'all',
        words: { all: '' },
      },
    },
    query: {
      membership: 'true',
      pagination: 'keyset',
      order_by: 'id',
      sort: 'asc',
      visibility: '{visibility}',
    },
    items: '$',
    pageSize,
    output: {
      id: 'path_with_namespace',
      name: 'name',
      url: 'web_url',
      cloneUrl: 'http_url_to_repo',
      visibility: 'visibility',
      isArchived: 'archived',
      defaultBranch: 'default_branch',
      updatedAt: 'last_activity_at',
    },
    needs: ['read_api'],
  },
  // Source: https://docs.gitlab.com/api/branches/#list-repository-branches
  listBranches: {
    title: 'List branches',
    effect: 'read',
    request: 'GET /projects/{repository}/repository/branches',
    input: repository,
    items: '$',
    pageSize,
    output: { name: 'name', sha: 'commit.id', isProtected: 'protected' },
    needs: ['read_api'],
  },
  // Source: https://docs.gitlab.com/api/branches/#create-repository-branch
  createBranch: {
    title: 'Create a branch',
    description: 'From a branch, a tag or a commit.',
    effect: 'write',
    request: 'POST /projects/{repository}/repository/branches',
    input: {
      ...repository,
      branch: { title: 'Branch', ...branchName, examples: ['feature-branch'] },
      from: {
        title: 'From',
        description: 'Branch, tag or commit.',
        ...branchName,
        default: 'main',
        examples: ['main'],
      },
    },
    body: { branch: '{branch}', ref: '{from}' },
    output: { name: 'name', sha: 'commit.id' },
    errors: [
      {
        status: 400,
        bodyPath: 'message',
        match: 'already exists',
        class: 'request',
        remedy: 'There is a branch of this name already: use it, or choose another name.',
      },
      {
        status: 400,
        bodyPath: 'message',
        match: 'Invalid reference name',
        class: 'request',
        remedy: 'What the branch is to start from does not exist: check "from".',
      },
      {
        status: 400,
        bodyPath: 'message',
        match: 'protected',
        class: 'permission',
        remedy: 'A rule protects branches of this name, and the user of the token is not among those who may make one.',
      },
      ...namedParameter,
    ],
    remedies: needsRole('Developer'),
    needs: ['api'],
  },
  // Source: https://docs.gitlab.com/api/branches/#delete-repository-branch
  deleteBranch: {
    title: 'Delete a branch',
    description: 'Commits that no other branch has are lost.',
    effect: 'destructive',
    request: 'DELETE /projects/{repository}/repository/branches/{branch}',
    input: { ...repository, ...branch },
    errors: [
      {
        bodyPath: 'message',
        match: 'protected branch',
        class: 'permission',
        remedy: 'The branch is protected: take its protection away first, if it really is to go.',
      },
      {
        status: 400,
        bodyPath: 'message',
        match: 'HEAD branch',
        class: 'request',
        remedy: 'The default branch cannot be deleted: make another one the default first.',
      },
      ...namedParameter,
    ],
    remedies: { ...needsRole('Developer'), 405: 'The user of the token may not push to this project.' },
    needs: ['api'],
  },
  // Source: https://docs.gitlab.com/api/protected_branches/#protect-repository-branches
  protectBranch: {
    title: 'Protect a branch',
    description: 'Who may push and merge. Approvals are asked for by rules of the project, not of the branch.',
    effect: 'write',
    hook: 'protectBranch',
    input: {
      ...repository,
      branch: {
        title: 'Branch',
        description: 'Its name, or a wildcard such as release/*.',
        pattern: '^(?![-/.])[^\\s~^:?\\[\\\\]{1,250}$',
        patternHint: 'the name of a branch, or a wildcard',
        examples: ['main'],
      },
      push: { title: 'May push', enum: ['nobody', 'developers', 'maintainers'], default: 'maintainers' },
      merge: { title: 'May merge', enum: ['nobody', 'developers', 'maintainers'], default: 'maintainers' },
      allowForcePush: { title: 'Allow force pushes', type: 'boolean', default: false },
    },
    output: { name: 'name', allowForcePush: 'allowForcePush' },
    errors: namedParameter,
    remedies: {
      ...needsRole('Maintainer'),
      409: 'The branch is protected already, by other rules: change them on GitLab, or take its protection away first.',
    },
    needs: ['api'],
  },
  // Source: https://docs.gitlab.com/api/protected_branches/#unprotect-repository-branches
  unprotectBranch: {
    title: 'Take the protection of a branch away',
    description: 'Whoever may push to the project may then push to it.',
    effect: 'destructive',
    request: 'DELETE /projects/{repository}/protected_branches/{branch}',
    input: { ...repository, ...branch },
    remedies: { ...needsRole('Maintainer'), 404: 'The project or the branch does not exist, or is not protected.' },
    needs: ['api'],
  },
}
