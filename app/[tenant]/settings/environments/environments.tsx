'use client'

import { useMutation } from '@apollo/client/react'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { EnvironmentsQuery as EnvironmentsData, EnvironmentsQueryVariables } from '@/app/generated/graphql'
import { plural } from '@/app/lib/format'
import { type Seed, useSeededQuery } from '@/app/lib/graphql-client'
import { useMay } from '@/app/lib/tenant'
import { troubleOf } from '@/app/lib/trouble'
import { Button, IconButton } from '@/app/ui/button'
import { Section } from '@/app/ui/card'
import { EmptyState } from '@/app/ui/feedback'
import { ArrowUpIcon, PencilIcon, PlusIcon, Trash2Icon } from '@/app/ui/icons'
import { Table, Td, Th, Tr } from '@/app/ui/table'
import { useToast } from '@/app/ui/toast'
import { IntegrationCount } from '../projects/projects'
import { ReadOnly } from '../read-only'
import { CreateEnvironmentDialog, DeleteEnvironmentDialog, EditEnvironmentDialog } from './environment-dialogs'
import { EnvironmentsQuery, UpdateEnvironmentMutation } from './queries'

export type Environment = EnvironmentsData['tenant']['environments'][number]
type Asked = { act: 'edit' | 'delete'; environment: Environment }

/** The stages a tenant tells apart, in the order in which things move through them. */
export function Environments({ seed }: { seed: Seed<EnvironmentsData, EnvironmentsQueryVariables> }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [isCreating, setCreating] = useState(false)
  const mayChange = useMay('tenant:write')
  const router = useRouter()
  const { data, refetch } = useSeededQuery(EnvironmentsQuery, seed)
  const { environments } = data.tenant
  const close = () => setAsked(null)
  const about = (act: Asked['act']) => (asked?.act === act ? asked.environment : null)
  const changed = async () => {
    await refetch()
    // Every form of the tenant offers its environments.
    router.refresh()
  }
  const create = mayChange && (
    <Button variant="primary" size="sm" icon={<PlusIcon />} onClick={() => setCreating(true)}>
      Create environment
    </Button>
  )
  return (
    <Section
      title={plural(environments.length, 'environment')}
      id="environments"
      aside={environments.length > 0 && create}
    >
      {!mayChange && <ReadOnly to="create or change environments" permission="tenant:write" />}
      {environments.length === 0 ? (
        <EmptyState title="No environments" action={create}>
          An environment says for which stage an integration is, such as dev, staging or prod.
        </EmptyState>
      ) : (
        <EnvironmentTable environments={environments} mayChange={mayChange} onAsk={setAsked} onChanged={changed} />
      )}
      <CreateEnvironmentDialog open={isCreating} onOpenChange={setCreating} onChanged={changed} />
      <EditEnvironmentDialog environment={about('edit')} onClose={close} onChanged={changed} />
      <DeleteEnvironmentDialog environment={about('delete')} onClose={close} onChanged={changed} />
    </Section>
  )
}

type TableProps = {
  environments: readonly Environment[]
  mayChange: boolean
  onAsk: (asked: Asked) => void
  onChanged: () => Promise<unknown>
}

function useMove(environments: readonly Environment[], onChanged: () => Promise<unknown>) {
  const [update, { loading }] = useMutation(UpdateEnvironmentMutation)
  const [news, setNews] = useState('')
  const toast = useToast()
  const move = async (environment: Environment, position: number) => {
    if (loading || position < 0 || position >= environments.length) return
    try {
      await update({ variables: { input: { id: environment.id, position } } })
      await onChanged()
      setNews(`${environment.name} is now ${position + 1} of ${environments.length}`)
    } catch (error) {
      const { title, remedy } = troubleOf(error)
      toast.problem(title, remedy)
    }
  }
  return { move, news }
}

/** A row that is moved in the document loses the focus; whoever moves it by keyboard wants to press again. */
function useKeptFocus(environments: readonly Environment[]) {
  const pressed = useRef<HTMLElement | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order is what moves the rows
  useEffect(() => {
    if (pressed.current?.isConnected && document.activeElement === document.body) pressed.current.focus()
  }, [environments])
  return (button: HTMLElement) => {
    pressed.current = button
  }
}

function EnvironmentTable({ environments, mayChange, onAsk, onChanged }: TableProps) {
  const { move, news } = useMove(environments, onChanged)
  const keepFocus = useKeptFocus(environments)
  return (
    <>
      <Table label="Environments">
        <thead>
          <tr>
            <Th>Environment</Th>
            <Th>Integrations</Th>
            {mayChange && (
              <Th>
                <span className="sr-only">Actions</span>
              </Th>
            )}
          </tr>
        </thead>
        <tbody>
          {environments.map((environment, at) => (
            <Tr key={environment.id}>
              <Td className="min-w-28">
                <span className="block font-medium wrap-anywhere">{environment.name}</span>
                <code className="block text-meta wrap-anywhere text-text-2">{environment.slug}</code>
              </Td>
              <Td>
                <IntegrationCount count={environment.integrationCount} query={`environment=${environment.slug}`} />
              </Td>
              {mayChange && (
                <Td>
                  <div className="flex items-center justify-end gap-1">
                    <MoveButtons
                      name={environment.name}
                      at={at}
                      count={environments.length}
                      onMove={(position, button) => {
                        keepFocus(button)
                        void move(environment, position)
                      }}
                    />
                    <IconButton
                      size="sm"
                      label={`Rename ${environment.name}`}
                      icon={<PencilIcon />}
                      onClick={() => onAsk({ act: 'edit', environment })}
                    />
                    <IconButton
                      size="sm"
                      variant="danger"
                      label={`Delete ${environment.name}`}
                      icon={<Trash2Icon />}
                      onClick={() => onAsk({ act: 'delete', environment })}
                    />
                  </div>
                </Td>
              )}
            </Tr>
          ))}
        </tbody>
      </Table>
      <p role="status" className="sr-only">
        {news}
      </p>
    </>
  )
}

type MoveProps = { name: string; at: number; count: number; onMove: (position: number, button: HTMLElement) => void }

/** At an end the button stays and keeps the focus; it only does nothing. */
function MoveButtons({ name, at, count, onMove }: MoveProps) {
  return (
    <>
      <IconButton
        size="sm"
        label={`Move ${name} up`}
        icon={<ArrowUpIcon />}
        aria-disabled={at === 0}
        onClick={(event) => onMove(at - 1, event.currentTarget)}
      />
      <IconButton
        size="sm"
        label={`Move ${name} down`}
        icon={<ArrowUpIcon className="rotate-180" />}
        aria-disabled={at === count - 1}
        onClick={(event) => onMove(at + 1, event.currentTarget)}
      />
    </>
  )
}
