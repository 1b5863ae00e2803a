'use client'

import { type Theme, themes } from '@/app/lib/theme'
import { chooseTheme, useTheme } from '@/app/lib/theme-choice'
import { IconButton } from '@/app/ui/button'
import { MonitorIcon, MoonIcon, SunIcon } from '@/app/ui/icons'
import { Menu, MenuChoices } from '@/app/ui/menu'

const looks = {
  system: { label: 'System', icon: <MonitorIcon /> },
  light: { label: 'Light', icon: <SunIcon /> },
  dark: { label: 'Dark', icon: <MoonIcon /> },
} as const

export function ThemeMenu({ initial }: { initial: Theme }) {
  const theme = useTheme(initial)
  const choose = (value: string) => chooseTheme(themes.find((known) => known === value) ?? 'system')
  return (
    <Menu trigger={<IconButton label={`Theme: ${looks[theme].label}`} icon={looks[theme].icon} />}>
      <MenuChoices
        label="Theme"
        value={theme}
        onValueChange={choose}
        choices={themes.map((value) => ({ value, ...looks[value] }))}
      />
    </Menu>
  )
}
