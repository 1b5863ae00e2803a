/** Where a task is. It ends once, completed or failed; what ended does not begin again. */
export const taskStates = ['created', 'started', 'completed', 'failed'] as const
export type TaskState = (typeof taskStates)[number]
