import type { ReactNode } from 'react'
import { PageHeader } from '@/app/ui/card'
import { WebhookTabs } from './webhook-tabs'

export default function WebhooksLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <PageHeader
        title="Webhooks"
        lead="Endpoints are told of what happens here; hooks take what providers send. Nothing that was accepted is lost."
      />
      <WebhookTabs />
      {children}
    </>
  )
}
