'use client'

import type { ReactNode } from 'react'
import type { DetailIntegrationFragment } from '@/app/generated/graphql'
import { useMay, useTenant } from '@/app/lib/tenant'
import { LinkButton } from '@/app/ui/button'
import { Card, Section } from '@/app/ui/card'
import { Notice } from '@/app/ui/feedback'
import { KeyRoundIcon } from '@/app/ui/icons'
import { type SettingsSchema, titleOf } from '@/app/ui/settings-form/schema'
import { RelativeTime } from '@/app/ui/time'
import { askedBy } from '../connector-form'

type Props = { integration: DetailIntegrationFragment }

function storedWords(secrets: SettingsSchema, stored: readonly string[]): string {
  if (stored.length > 0) return stored.map((name) => titleOf(secrets, name)).join(', ')
  return secrets.required.length === 0 ? 'nothing: no secret is needed' : 'nothing'
}

/** How it signs in, and what is known of the secret beside its value. */
export function CredentialsCard({ integration }: Props) {
  const { slug } = useTenant()
  const mayWrite = useMay('integrations:write')
  const { integrationType, storedSecrets, credentialStoredAt, credentialExpiresAt, identity } = integration
  const method = integrationType.methods.find(({ id }) => id === integration.method)
  const instance = integrationType.instances.find(({ id }) => id === integration.instance)
  const { secrets } = askedBy(instance, method)
  const isMissing = secrets.required.some((name) => !storedSecrets.includes(name))
  return (
    <Section
      title="Credentials"
      aside={
        mayWrite && (
          <LinkButton
            size="sm"
            icon={<KeyRoundIcon />}
            href={`/${slug}/integrations/${integration.slug}/settings?reconnect`}
          >
            Replace
          </LinkButton>
        )
      }
    >
      <Card className="grid gap-3">
        {isMissing && <Notice tone="warn">No secret is stored. Enter it again before this can be enabled.</Notice>}
        <dl className="grid gap-3">
          <Fact word="Signs in with">{method?.title ?? integration.method}</Fact>
          {identity && <Fact word="Belongs to">{identity}</Fact>}
          <Fact word="Stored, sealed">{storedWords(secrets, storedSecrets)}</Fact>
          {credentialStoredAt && (
            <Fact word="Stored">
              <RelativeTime at={credentialStoredAt} />
            </Fact>
          )}
          {storedSecrets.length > 0 && (
            <Fact word="Expires">
              {credentialExpiresAt ? <RelativeTime at={credentialExpiresAt} /> : 'the service does not tell'}
            </Fact>
          )}
          {(method?.scopes ?? []).length > 0 && <Fact word="Rights it needs">{method?.scopes.join(', ')}</Fact>}
        </dl>
      </Card>
    </Section>
  )
}

function Fact({ word, children }: { word: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-3">
      <dt className="text-text-2">{word}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  )
}
