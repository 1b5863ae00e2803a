import { branch, branchName, namedFields, type Operations, pageSize, repository, ruleViolated } from './operation-parts'

/** Repositories and their branches. */
export const branchOperations: Operations = {
  // Source: https://docs.github.com/en/rest/repos/repos#list-repositories-for-the-authenticated-user
  listRepositories: {
    title: 'List repositories',
    description: 'Those the token can see, by name.',
    effect: 'read',
    request: 'GET /user/repos',
    input: {
      visibility: { title: 'Visibility', enum: ['all', 'public', 'private'], default: 'all' },
    },
    query: { visibility: '{visibility}', sort: 'full_name' },
    items: '$',
    pageSize,
    output: {
      id: 'full_name',
      name: 'name',
      url: 'html_url',
      cloneUrl: 'clone_url',
      visibility: 'visibility',
      isPrivate: 'private',
      isArchived: 'archived',
      defaultBranch: 'default_branch',
      updatedAt: 'updated_at',
    },
    needs: ['repo', 'public_repo', 'Metadata (read)'],
  },
  // Source: https://docs.github.com/en/rest/branches/branches#list-branches
  listBranches: {
    title: 'List branches',
    effect: 'read',
    request: 'GET /repos/{+repository}/branches',
    input: repository,
    items: '$',
    pageSize,
    output: { name: 'name', sha: 'commit.sha', isProtected: 'protected' },
    needs: ['repo', 'Contents (read)'],
  },
  // Source: https://docs.github.com/en/rest/git/refs#create-a-reference
  createBranch: {
    title: 'Create a branch',
    description: 'From a branch, a tag or a commit.',
    effect: 'write',
    hook: 'createBranch',
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
    output: { name: 'name', sha: 'sha' },
    errors: [
      ...ruleViolated,
      {
        status: 422,
        bodyPath: 'message',
        match: 'already exists',
        class: 'request',
        remedy: 'There is a branch of this name already: use it, or choose another name.',
      },
      {
        status: 422,
        bodyPath: 'message',
        match: 'No commit found',
        class: 'request',
        remedy: 'What the branch is to start from does not exist: check "from".',
      },
      ...namedFields,
    ],
    remedies: {
      404: 'Check the repository and "from". Where both exist, the token may not see the repository.',
      409: 'The repository is empty: push a first commit to it.',
    },
    needs: ['repo', 'Contents (write)'],
  },
  // Source: https://docs.github.com/en/rest/git/refs#delete-a-reference
  deleteBranch: {
    title: 'Delete a branch',
    description: 'Commits that no other branch has are lost. Open pull requests from it are closed.',
    effect: 'destructive',
    request: 'DELETE /repos/{+repository}/git/refs/heads/{branch}',
    input: { ...repository, ...branch },
    errors: [
      ...ruleViolated,
      {
        status: 422,
        bodyPath: 'message',
        match: 'does not exist',
        class: 'request',
        remedy: 'There is no such branch: it may have been deleted already.',
      },
      {
        status: 422,
        bodyPath: 'message',
        match: 'protected branch',
        class: 'permission',
        remedy: 'The branch is protected: take its protection away first, if it really is to go.',
      },
    ],
    needs: ['repo', 'Contents (write)'],
  },
  // Source: https://docs.github.com/en/rest/branches/branch-protection#update-branch-protection
  protectBranch: {
    title: 'Protect a branch',
    description: 'Sets its rules; those it had before are replaced.',
    effect: 'write',
    hook: 'protectBranch',
    input: {
      ...repository,
      ...branch,
      requiredApprovals: {
        title: 'Approvals',
        description: 'How many a pull request needs; 0 asks for none.',
        type: 'integer',
        minimum: 0,
        maximum: 6,
        default: 1,
      },
      requiredChecks: {
        title: 'Checks',
        description: 'Statuses that have to be good, by their context.',
        type: 'array',
        items: { type: 'string', minLength: 1, maxLength: 200 },
        maxItems: 50,
        optional: true,
        examples: [['ci/build']],
      },
      includeAdmins: { title: 'For admins too', type: 'boolean', default: false },
      allowForcePush: { title: 'Allow force pushes', type: 'boolean', default: false },
    },
    output: { url: 'url', requiredApprovals: 'requiredApprovals', requiredChecks: 'requiredChecks' },
    errors: [
      {
        status: 403,
        bodyPath: 'message',
        match: 'upgrade to',
        class: 'request',
        remedy: 'GitHub protects branches of private repositories only in paid plans: upgrade, or make it public.',
      },
      ...namedFields,
    ],
    needs: ['repo', 'Administration (write)'],
  },
  // Source: https://docs.github.com/en/rest/branches/branch-protection#delete-branch-protection
  unprotectBranch: {
    title: 'Take the protection of a branch away',
    description: 'All of its rules are gone.',
    effect: 'destructive',
    request: 'DELETE /repos/{+repository}/branches/{branch}/protection',
    input: { ...repository, ...branch },
    remedies: {
      404: 'The branch does not exist, or is not protected; or the token may not administer the repository.',
    },
    needs: ['repo', 'Administration (write)'],
  },
}
