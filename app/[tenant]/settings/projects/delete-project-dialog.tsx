'use client'

import { useMutation } from '@apollo/client/react'
import { plural } from '@/app/lib/format'
import { explained } from '@/app/lib/submit'
import { ConfirmDialog } from '@/app/ui/dialog'
import { Notice } from '@/app/ui/feedback'
import { useToast } from '@/app/ui/toast'
import type { Project } from './projects'
import { DeleteProjectMutation } from './queries'

type DeleteProps = { project: Project | null; onClose: () => void; onChanged: () => Promise<unknown> }

/** Why the hub would refuse, told before it is asked. */
function obstacleOf(project: Project): string | null {
  if (project.isDefault) {
    return 'This is the default project: an integration goes here when no project is named. Make another one the default first.'
  }
  if (project.integrationCount === 0) return null
  return `It holds ${plural(project.integrationCount, 'integration')}. A project has to be empty first: delete what it holds, or move it to another project.`
}

export function DeleteProjectDialog({ project, onClose, onChanged }: DeleteProps) {
  const [remove] = useMutation(DeleteProjectMutation)
  const toast = useToast()
  const obstacle = project && obstacleOf(project)
  const confirm = async () => {
    if (!project) return
    await explained(remove({ variables: { id: project.id } }))
    toast.done(`The project ${project.name} was deleted`)
    await onChanged()
  }
  return (
    <ConfirmDialog
      open={project !== null}
      onOpenChange={(open) => !open && onClose()}
      title={obstacle ? `${project.name} cannot be deleted now` : `Delete the project ${project?.name ?? ''}?`}
      description={obstacle ? null : 'Roles and API keys that are limited to it end with it. This cannot be undone.'}
      confirmLabel="Delete project"
      disabled={obstacle !== null}
      onConfirm={confirm}
    >
      {obstacle && <Notice tone="warn">{obstacle}</Notice>}
    </ConfirmDialog>
  )
}
