'use client'

import { signOut } from '@/app/entrance/sign-in'
import { useTenant } from '@/app/lib/tenant'
import { Button } from '@/app/ui/button'
import { LogOutIcon, UserRoundIcon } from '@/app/ui/icons'
import { Menu, MenuItem, MenuLabel, MenuLink, MenuSeparator } from '@/app/ui/menu'
import { useToast } from '@/app/ui/toast'

export type Person = { name: string; email: string | null }

function initials({ name, email }: Person): string {
  const words = (name || email || '?').split(/[\s@.]+/u).filter(Boolean)
  return words
    .slice(0, 2)
    .map((word) => word[0])
    .join('')
    .toUpperCase()
}

export function PersonMenu({ person }: { person: Person }) {
  const { slug, role } = useTenant()
  const toast = useToast()
  const leave = () => {
    signOut('/sign-in').catch(() => toast.problem('You are still signed in', 'The hub did not answer. Try again.'))
  }
  return (
    <Menu
      trigger={
        <Button variant="ghost" className="px-1!" aria-label={`Account: ${person.name || person.email}`}>
          <span
            aria-hidden="true"
            className="grid size-7 place-items-center rounded-full bg-info-bg text-meta font-semibold text-info"
          >
            {initials(person)}
          </span>
        </Button>
      }
    >
      <MenuLabel>
        <span className="block truncate text-body font-medium text-text">{person.name}</span>
        {person.email && <span className="block truncate">{person.email}</span>}
        {role && <span className="block">{role.toLowerCase()} of this tenant</span>}
      </MenuLabel>
      <MenuSeparator />
      <MenuLink icon={<UserRoundIcon />} href={`/${slug}/settings`}>
        Profile and sessions
      </MenuLink>
      <MenuItem icon={<LogOutIcon />} onSelect={leave}>
        Sign out
      </MenuItem>
    </Menu>
  )
}
