'use client'

import Link from 'next/link'
import type { CatalogTypeQuery } from '@/app/generated/graphql'
import { plural } from '@/app/lib/format'
import { useStanding } from '@/app/lib/health-clock'
import { useMay, useTenant } from '@/app/lib/tenant'
import { BrandMark } from '@/app/ui/brand-mark'
import { LinkButton } from '@/app/ui/button'
import { Card, PageHeader, Section } from '@/app/ui/card'
import { CopyButton } from '@/app/ui/copy-button'
import { PlusIcon } from '@/app/ui/icons'
import { StateChip } from '@/app/ui/state-icon'
import { familyTitle } from '../../integrations/connector-form'
import { capabilityWords, commandName, maturityWords } from '../words'
import { Pages } from './pages'
import { Places } from './places'
import { Discoveries, Operations, Probes, Quotas, Remedies, Scopes, Webhooks } from './tables'

export type TypeDetail = NonNullable<CatalogTypeQuery['integrationType']>
type Own = CatalogTypeQuery['integrations']['edges'][number]['node']
type Props = { type: TypeDetail; integrations: readonly Own[] }

/** Everything the hub knows about one kind of service, before anything of it is connected. */
export function TypePage({ type, integrations }: Props) {
  return (
    <>
      <PageHeader
        title={
          <span className="flex items-center gap-3">
            <BrandMark type={type.id} name={type.name} instance={type.instances[0]?.slugStem} />
            {type.name}
          </span>
        }
        lead={type.description}
      >
        <ConnectLink type={type} />
      </PageHeader>
      <div className="grid gap-8 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 content-start gap-8 max-sm:gap-0">
          <Probes type={type} />
          <Scopes type={type} />
          <Places type={type} />
          <Quotas type={type} />
          <Discoveries type={type} />
          <Operations type={type} />
          <Webhooks type={type} />
          <Remedies type={type} />
        </div>
        <div className="grid min-w-0 content-start gap-8">
          <Facts type={type} />
          <YourOwn type={type} integrations={integrations} />
          <Pages type={type} />
          <Command type={type} />
        </div>
      </div>
    </>
  )
}

function ConnectLink({ type }: { type: TypeDetail }) {
  const { slug } = useTenant()
  if (!useMay('integrations:write')) return null
  return (
    <LinkButton
      variant="primary"
      icon={<PlusIcon />}
      href={`/${slug}/integrations/new?type=${type.id}`}
      aria-label={`Connect ${type.name}`}
    >
      Connect
    </LinkButton>
  )
}

function Facts({ type }: { type: TypeDetail }) {
  const facts = [
    ['Type', <code key="id">{type.id}</code>],
    ['Category', type.families.map(familyTitle).join(', ')],
    ['Connector', `${maturityWords[type.maturity]}, version ${type.version}`],
    ['Works with', type.versionRange ? `versions ${type.versionRange}` : 'any version'],
    ['Capabilities', type.capabilities.map(capabilityWords).join(', ') || 'health checks'],
    ['Other names', type.aliases.join(', ') || 'none'],
  ] as const
  return (
    <Section title="Facts">
      <Card>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2">
          {facts.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-text-2">{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </Section>
  )
}

function YourOwn({ type, integrations }: Props) {
  const { slug } = useTenant()
  const more = type.integrationCount - integrations.length
  return (
    <Section title="Your integrations">
      <Card className="grid gap-3">
        {integrations.length === 0 && <p className="text-text-2">None of this type is connected.</p>}
        {integrations.length > 0 && (
          <ul className="grid gap-2">
            {integrations.map((item) => (
              <OwnRow key={item.id} item={item} />
            ))}
          </ul>
        )}
        {more > 0 && (
          <Link href={`/${slug}/integrations?type=${type.id}`} className="text-accent hover:underline">
            All {plural(type.integrationCount, 'integration')}
          </Link>
        )}
      </Card>
    </Section>
  )
}

function OwnRow({ item }: { item: Own }) {
  const { slug } = useTenant()
  const state = useStanding(item)
  return (
    <li className="flex items-center justify-between gap-3">
      <Link
        href={`/${slug}/integrations/${item.slug}`}
        prefetch={false}
        className="min-w-0 truncate font-medium hover:underline"
      >
        {item.name}
      </Link>
      <StateChip state={state} />
    </li>
  )
}

function Command({ type }: { type: TypeDetail }) {
  const line = `inthub integration connect ${commandName(type)}`
  return (
    <Section title="Command line">
      <Card className="flex flex-wrap items-center justify-between gap-3">
        <code className="min-w-0 break-words">{line}</code>
        <CopyButton value={line} label="Copy command" />
      </Card>
    </Section>
  )
}
