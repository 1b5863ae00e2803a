/** The codes of automations, of their runs, and of what these ask people. */
export const automationErrors = {
  'automation.not_found': {
    kind: 'not_found',
    title: 'There is no such automation',
    remedy: 'List the automations first.',
  },
  'automation.name_taken': {
    kind: 'already_exists',
    title: 'An automation of the project has this name already',
    remedy: 'Choose another name, or change the one that has it.',
  },
  'automation.invalid': {
    kind: 'invalid_argument',
    title: 'The automation cannot be saved like this',
    remedy: 'Correct the named places of the definition.',
  },
  'automation.version_stale': {
    kind: 'failed_precondition',
    title: 'Somebody else changed the automation',
    remedy: 'Read it again and repeat the change.',
  },
  'run.not_found': {
    kind: 'not_found',
    title: 'There is no such run',
    remedy: 'List the runs of the automation first.',
  },
  'approval.not_found': {
    kind: 'not_found',
    title: 'There is no such approval',
    remedy: 'Look at the run that waits for it.',
  },
  'approval.decided': {
    kind: 'failed_precondition',
    title: 'The approval is decided already, or has expired',
    remedy: 'Look at the run: it went on, or it failed.',
  },
} as const
