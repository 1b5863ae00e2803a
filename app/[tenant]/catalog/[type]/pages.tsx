import { Card, Section } from '@/app/ui/card'
import { ExternalLinkIcon } from '@/app/ui/icons'
import type { TypeDetail } from './type-page'

const titles = { setup: 'How to set it up', scopes: 'Rights and scopes', troubleshooting: 'Troubleshooting' } as const

/** The vendor's own pages. */
export function Pages({ type: { docs, name } }: { type: TypeDetail }) {
  const pages = (['setup', 'scopes', 'troubleshooting'] as const).flatMap((key) => {
    const href = docs[key]
    return href ? [{ href, title: titles[key] }] : []
  })
  if (pages.length === 0) return null
  return (
    <Section title={`Pages of ${name}`}>
      <Card>
        <ul className="grid gap-2">
          {pages.map(({ href, title }) => (
            <li key={href}>
              <a href={href} rel="noreferrer" className="inline-flex items-center gap-1.5 text-accent hover:underline">
                {title}
                <ExternalLinkIcon className="size-3.5" label="at the vendor" />
              </a>
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  )
}
