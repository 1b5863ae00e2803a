'use client'

import { useMutation } from '@apollo/client/react'
import { read } from '@/app/lib/submit'
import { Field, Input, Textarea } from '@/app/ui/field'
import { useToast } from '@/app/ui/toast'
import { FormDialog } from '../settings/form-dialog'
import type { Endpoint } from './endpoint-table'
import { CreateEndpointMutation, UpdateEndpointMutation } from './queries'

type Props = {
  open: boolean
  /** The one that is changed; null: a new one. */
  endpoint: Endpoint | null
  onClose: () => void
  onSaved: (endpoint: Endpoint, secret: string | null) => Promise<void>
}

const patternsIn = (text: string) => text.split(/[\s,]+/).filter(Boolean)

export function EndpointDialog({ open, endpoint, onClose, onSaved }: Props) {
  const [create] = useMutation(CreateEndpointMutation, { fetchPolicy: 'no-cache' })
  const [update] = useMutation(UpdateEndpointMutation, { fetchPolicy: 'no-cache' })
  const toast = useToast()
  const send = async (form: FormData) => {
    const given = { url: read(form, 'url'), events: patternsIn(read(form, 'events')) }
    const [name, description] = [read(form, 'name'), read(form, 'description')]
    if (endpoint) {
      const { id, version } = endpoint
      const { data } = await update({ variables: { input: { id, version, ...given, name, description } } })
      if (!data) return
      toast.done(`${name} is saved`)
      return onSaved(data.updateWebhookEndpoint.webhookEndpoint, data.updateWebhookEndpoint.secret)
    }
    const named = { ...(name && { name }), ...(description && { description }) }
    const { data } = await create({ variables: { input: { ...given, ...named } } })
    if (data) await onSaved(data.createWebhookEndpoint.webhookEndpoint, data.createWebhookEndpoint.secret)
  }
  return (
    <FormDialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={endpoint ? `Change "${endpoint.name}"` : 'Add a webhook endpoint'}
      description={
        endpoint
          ? 'Another host gets another secret, which is shown once.'
          : 'It is told of events from now on. Each delivery is signed, and tried again until it is answered with 2xx.'
      }
      submitLabel={endpoint ? 'Save' : 'Add endpoint'}
      wide
      validate={(form) => ({
        url: URL.canParse(read(form, 'url')) ? undefined : 'Enter the address to send to, such as https://…',
        events: patternsIn(read(form, 'events')).length > 0 ? undefined : 'Enter a name or a pattern, such as *.',
      })}
      fieldOf={{ 'webhook.name_taken': 'name' }}
      send={send}
    >
      {(problems) => (
        <>
          <Field label="URL" problem={problems.url}>
            {(aria) => (
              <Input {...aria} name="url" mono autoComplete="off" placeholder="https://" defaultValue={endpoint?.url} />
            )}
          </Field>
          <Field
            label="Events"
            hint="Names or patterns, one in a line; * stands for anything: integration.*, github.pull_request.*, *"
            problem={problems.events}
          >
            {(aria) => (
              <Textarea {...aria} name="events" mono rows={3} defaultValue={endpoint?.events.join('\n') ?? '*'} />
            )}
          </Field>
          <div className="grid gap-5 sm:grid-cols-2">
            <Field label="Name" optional={!endpoint} hint="The host when it is empty." problem={problems.name}>
              {(aria) => <Input {...aria} name="name" maxLength={100} defaultValue={endpoint?.name} />}
            </Field>
            <Field label="Description" optional problem={problems.description}>
              {(aria) => <Input {...aria} name="description" defaultValue={endpoint?.description ?? ''} />}
            </Field>
          </div>
        </>
      )}
    </FormDialog>
  )
}
