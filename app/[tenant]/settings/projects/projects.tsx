'use client'

import { useMutation } from '@apollo/client/react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { ProjectsQuery as ProjectsData, ProjectsQueryVariables } from '@/app/generated/graphql'
import { plural } from '@/app/lib/format'
import { type Seed, useSeededQuery } from '@/app/lib/graphql-client'
import { useMay, useTenant } from '@/app/lib/tenant'
import { troubleOf } from '@/app/lib/trouble'
import { Button, IconButton } from '@/app/ui/button'
import { Section } from '@/app/ui/card'
import { PencilIcon, PlusIcon, Trash2Icon } from '@/app/ui/icons'
import { Table, Td, Th, Tr } from '@/app/ui/table'
import { useToast } from '@/app/ui/toast'
import { ReadOnly } from '../read-only'
import { DeleteProjectDialog } from './delete-project-dialog'
import { CreateProjectDialog, EditProjectDialog } from './project-dialogs'
import { ProjectsQuery, UpdateProjectMutation } from './queries'

export type Project = ProjectsData['tenant']['projects'][number]
type Asked = { act: 'edit' | 'delete'; project: Project }

/** How integrations are grouped, and what a role or a key can be limited to. */
export function Projects({ seed }: { seed: Seed<ProjectsData, ProjectsQueryVariables> }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [isCreating, setCreating] = useState(false)
  const mayChange = useMay('tenant:write')
  const router = useRouter()
  const { data, refetch } = useSeededQuery(ProjectsQuery, seed)
  const { projects } = data.tenant
  const close = () => setAsked(null)
  const about = (act: Asked['act']) => (asked?.act === act ? asked.project : null)
  const changed = async () => {
    await refetch()
    // Every form of the tenant offers its projects.
    router.refresh()
  }
  return (
    <Section
      title={plural(projects.length, 'project')}
      id="projects"
      aside={
        mayChange && (
          <Button variant="primary" size="sm" icon={<PlusIcon />} onClick={() => setCreating(true)}>
            Create project
          </Button>
        )
      }
    >
      {!mayChange && <ReadOnly to="create or change projects" permission="tenant:write" />}
      <ProjectTable projects={projects} mayChange={mayChange} onAsk={setAsked} onChanged={changed} />
      <p className="mt-2 text-meta text-text-2">
        A project holds integrations, and roles and API keys can be limited to it.
      </p>
      <CreateProjectDialog open={isCreating} onOpenChange={setCreating} onChanged={changed} />
      <EditProjectDialog project={about('edit')} onClose={close} onChanged={changed} />
      <DeleteProjectDialog project={about('delete')} onClose={close} onChanged={changed} />
    </Section>
  )
}

type TableProps = {
  projects: readonly Project[]
  mayChange: boolean
  onAsk: (asked: Asked) => void
  onChanged: () => Promise<unknown>
}

function ProjectTable({ projects, mayChange, onAsk, onChanged }: TableProps) {
  return (
    <Table label="Projects">
      <thead>
        <tr>
          <Th>Project</Th>
          <Th>Integrations</Th>
          {mayChange && (
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {projects.map((project) => (
          <Tr key={project.id}>
            <Td>
              <span className="flex flex-wrap items-center gap-2 font-medium wrap-anywhere">
                {project.name}
                {project.isDefault && (
                  <span className="rounded-full bg-info-bg px-2 py-0.5 text-meta font-medium text-info">default</span>
                )}
              </span>
              <code className="block text-meta wrap-anywhere text-text-2">{project.slug}</code>
            </Td>
            <Td>
              <IntegrationCount count={project.integrationCount} query={`project=${project.slug}`} />
            </Td>
            {mayChange && (
              <Td>
                <RowActs project={project} onAsk={onAsk} onChanged={onChanged} />
              </Td>
            )}
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

/** How many, as the way to them. */
export function IntegrationCount({ count, query }: { count: number; query: string }) {
  const { slug } = useTenant()
  if (count === 0) return <span className="text-text-2">none</span>
  return (
    <Link href={`/${slug}/integrations?${query}`} className="font-medium text-accent underline">
      {plural(count, 'integration')}
    </Link>
  )
}

function RowActs({ project, onAsk, onChanged }: Pick<TableProps, 'onAsk' | 'onChanged'> & { project: Project }) {
  // Past the cache: the one before stops being the default at the same moment, which only the list tells.
  const [update, { loading }] = useMutation(UpdateProjectMutation, { fetchPolicy: 'no-cache' })
  const toast = useToast()
  const makeDefault = async () => {
    try {
      await update({ variables: { input: { id: project.id, isDefault: true } } })
      toast.done(`${project.name} is the default project`)
      await onChanged()
    } catch (error) {
      const { title, remedy } = troubleOf(error)
      toast.problem(title, remedy)
    }
  }
  return (
    <div className="flex items-center justify-end gap-1">
      {!project.isDefault && (
        <Button
          size="sm"
          pending={loading}
          onClick={() => void makeDefault()}
          aria-label={`Make ${project.name} the default project`}
        >
          Make default
        </Button>
      )}
      <IconButton
        size="sm"
        label={`Rename ${project.name}`}
        icon={<PencilIcon />}
        onClick={() => onAsk({ act: 'edit', project })}
      />
      <IconButton
        size="sm"
        variant="danger"
        label={`Delete ${project.name}`}
        icon={<Trash2Icon />}
        onClick={() => onAsk({ act: 'delete', project })}
      />
    </div>
  )
}
