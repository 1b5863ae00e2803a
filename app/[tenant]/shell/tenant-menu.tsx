'use client'

import { useRouter } from 'next/navigation'
import { useTenant } from '@/app/lib/tenant'
import { Button } from '@/app/ui/button'
import { ChevronsUpDownIcon } from '@/app/ui/icons'
import { Menu, MenuChoices } from '@/app/ui/menu'

export type TenantChoice = { slug: string; name: string }

/** Where one is, and the way to the other tenants. */
export function TenantMenu({ tenants }: { tenants: readonly TenantChoice[] }) {
  const here = useTenant()
  const router = useRouter()
  return (
    <Menu
      align="start"
      trigger={
        <Button variant="ghost" className="max-w-56 min-w-0 shrink! px-2! text-text!">
          <span className="sr-only">Tenant: </span>
          <span className="truncate">{here.name}</span>
          <ChevronsUpDownIcon className="size-3.5 text-text-2" />
        </Button>
      }
    >
      <MenuChoices
        label="Tenant"
        value={here.slug}
        onValueChange={(slug) => slug !== here.slug && router.push(`/${slug}`)}
        choices={tenants.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
    </Menu>
  )
}
