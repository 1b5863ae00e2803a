'use client'

import { useMay, useTenant } from '@/app/lib/tenant'
import { LinkButton } from '@/app/ui/button'
import { PageHeader } from '@/app/ui/card'
import { EmptyState } from '@/app/ui/feedback'
import type { ConnectorForm } from '../connector-form'
import type { Draft } from './draft'
import { Wizard } from './wizard'

type Props = { types: readonly ConnectorForm[]; type: string | null; instance: string | null; profile: string | null }

function firstDraft({ types, type, instance }: Props): Partial<Draft> {
  const connector = types.find(({ id }) => id === type)
  if (!connector) return {}
  const place = connector.instances.find(({ id }) => id === instance) ?? connector.instances[0]
  return { type: connector.id, instance: place?.id ?? null, step: 'start', reached: 'start' }
}

/** The wizard, for those who may connect something. */
export function ConnectPage(props: Props) {
  const { slug } = useTenant()
  if (useMay('integrations:write'))
    return <Wizard types={props.types} first={firstDraft(props)} profile={props.profile} />
  return (
    <>
      <PageHeader title="Connect a service" />
      <EmptyState
        title="Connecting needs the role operator"
        action={<LinkButton href={`/${slug}/integrations`}>All integrations</LinkButton>}
      >
        You may look at everything here. Ask an admin of the tenant for the role operator to connect a service.
      </EmptyState>
    </>
  )
}
