'use client'

import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import type { EgressGrantsQueryVariables, EgressGrantsQuery as GrantsData } from '@/app/generated/graphql'
import { type Seed, useSeededQuery } from '@/app/lib/graphql-client'
import { explained, read } from '@/app/lib/submit'
import { useTenant } from '@/app/lib/tenant'
import { Button } from '@/app/ui/button'
import { Section } from '@/app/ui/card'
import { ConfirmDialog } from '@/app/ui/dialog'
import { EmptyState } from '@/app/ui/feedback'
import { Field, Input } from '@/app/ui/field'
import { PlusIcon } from '@/app/ui/icons'
import { Table, Td, Th, Tr } from '@/app/ui/table'
import { RelativeTime } from '@/app/ui/time'
import { useToast } from '@/app/ui/toast'
import { FormDialog } from '../form-dialog'
import { EgressGrantsQuery, GrantEgressMutation, RevokeEgressMutation } from './queries'

type Grant = GrantsData['egressGrants'][number]
const ruleOf = ({ cidr, port }: Grant) => (port ? `${cidr}:${port}` : `${cidr}, every port`)

/** Private address ranges the tenant's integrations may reach; everything private is shut otherwise. */
export function Network({ seed }: { seed: Seed<GrantsData, EgressGrantsQueryVariables> }) {
  const { name } = useTenant()
  const [isAdding, setAdding] = useState(false)
  const [closing, setClosing] = useState<Grant | null>(null)
  const { data, refetch } = useSeededQuery(EgressGrantsQuery, seed)
  const grants = data.egressGrants
  const add = (
    <Button variant="primary" size="sm" icon={<PlusIcon />} onClick={() => setAdding(true)}>
      Open an address range
    </Button>
  )
  return (
    <Section title="Private addresses that are open" id="network" aside={grants.length > 0 && add}>
      {grants.length === 0 ? (
        <EmptyState title="No private address is open" action={add}>
          Integrations of {name} reach the public internet. A service inside your network needs its address range opened
          here first.
        </EmptyState>
      ) : (
        <GrantTable grants={grants} onClose={setClosing} />
      )}
      <GrantDialog open={isAdding} onOpenChange={setAdding} onChanged={refetch} />
      <CloseDialog grant={closing} onClose={() => setClosing(null)} onChanged={refetch} />
    </Section>
  )
}

function GrantTable({ grants, onClose }: { grants: readonly Grant[]; onClose: (grant: Grant) => void }) {
  return (
    <Table label="Open address ranges">
      <thead>
        <tr>
          <Th>Range</Th>
          <Th>Reason</Th>
          <Th>Opened</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {grants.map((grant) => (
          <Tr key={grant.id}>
            <Td>
              <code className="whitespace-nowrap">{ruleOf(grant)}</code>
            </Td>
            <Td className="wrap-anywhere">{grant.reason ?? '–'}</Td>
            <Td className="whitespace-nowrap">
              <RelativeTime at={grant.createdAt} />
            </Td>
            <Td className="text-right">
              <Button size="sm" variant="danger" onClick={() => onClose(grant)} aria-label={`Close ${ruleOf(grant)}`}>
                Close
              </Button>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

type GrantDialogProps = { open: boolean; onOpenChange: (open: boolean) => void; onChanged: () => Promise<unknown> }

function GrantDialog({ open, onOpenChange, onChanged }: GrantDialogProps) {
  const { slug, name } = useTenant()
  const [grant] = useMutation(GrantEgressMutation)
  const toast = useToast()
  const send = async (form: FormData) => {
    const [rule, reason] = [read(form, 'rule'), read(form, 'reason')]
    await grant({ variables: { input: { tenant: slug, rule, ...(reason && { reason }) } } })
    toast.done(`${rule} is open for ${name}`)
    await onChanged()
  }
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title="Open an address range"
      description={`Only for the integrations of ${name}, from the next call on. Metadata addresses stay shut.`}
      submitLabel="Open"
      validate={(form) => ({
        rule: read(form, 'rule') ? undefined : 'Enter a range and a port, such as 10.1.2.0/24:443.',
      })}
      fieldOf={{ 'egress.grant_invalid': 'rule' }}
      send={send}
    >
      {(problems) => (
        <>
          <Field label="Range" hint="CIDR:port, such as 10.1.2.0/24:443, or one address." problem={problems.rule}>
            {(aria) => <Input {...aria} name="rule" mono autoComplete="off" spellCheck={false} required />}
          </Field>
          <Field label="Reason" hint="For whoever asks later." problem={problems.reason} optional>
            {(aria) => <Input {...aria} name="reason" autoComplete="off" maxLength={200} />}
          </Field>
        </>
      )}
    </FormDialog>
  )
}

type CloseDialogProps = { grant: Grant | null; onClose: () => void; onChanged: () => Promise<unknown> }

function CloseDialog({ grant, onClose, onChanged }: CloseDialogProps) {
  const { slug, name } = useTenant()
  const [revoke] = useMutation(RevokeEgressMutation)
  const toast = useToast()
  const confirm = async () => {
    if (!grant) return
    await explained(revoke({ variables: { input: { tenant: slug, id: grant.id } } }))
    toast.done(`${ruleOf(grant)} is shut again`)
    await onChanged()
  }
  return (
    <ConfirmDialog
      open={grant !== null}
      onOpenChange={(open) => !open && onClose()}
      title={`Close ${grant ? ruleOf(grant) : ''}?`}
      description={`Integrations of ${name} that live there fail from their next call on.`}
      confirmLabel="Close range"
      onConfirm={confirm}
    />
  )
}
