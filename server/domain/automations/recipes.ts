import type { Definition } from './definition'

/** Automations that many want, ready to be created. */
export type Recipe = { id: string; name: string; description: string; definition: Definition }

const recipes: readonly Recipe[] = [
  {
    id: 'task-comment',
    name: 'Tell the pull request what became of its task',
    description: 'When a task is completed or fails, a comment on its pull request says so. GitHub and GitLab.',
    definition: {
      trigger: { events: ['task.completed', 'task.failed'] },
      condition: 'event.data.pullRequest != null',
      steps: [
        {
          name: 'comment',
          action: {
            type: 'comment',
            on: '{{ event.data.pullRequest }}',
            body:
              '{{ event.type == "task.completed" ? "✅" : "❌" }} **{{ event.data.title }}** ' +
              '{{ event.type == "task.completed" ? "is completed" : "failed" }}.' +
              '{{ event.data.message == null ? "" : "\\n\\n" + event.data.message }}',
          },
        },
      ],
    },
  },
]

export const listRecipes = (): readonly Recipe[] => recipes
