'use client'

import { useState } from 'react'
import { type Theme, themeAttribute, themeCookie, themes } from '@/app/lib/theme'
import { IconButton } from '@/app/ui/button'
import { MonitorIcon, MoonIcon, SunIcon } from '@/app/ui/icons'
import { Menu, MenuChoices } from '@/app/ui/menu'

const looks = {
  system: { label: 'System', icon: <MonitorIcon /> },
  light: { label: 'Light', icon: <SunIcon /> },
  dark: { label: 'Dark', icon: <MoonIcon /> },
} as const

const aYearInSeconds = 365 * 24 * 3600

function keepTheme(theme: Theme): void {
  const attribute = themeAttribute(theme)
  if (attribute) document.documentElement.dataset.theme = attribute
  else delete document.documentElement.dataset.theme
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store API is missing where the hub runs without TLS
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${aYearInSeconds}; samesite=lax`
}

export function ThemeMenu({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial)
  const choose = (value: string) => {
    const chosen = themes.find((known) => known === value) ?? 'system'
    setTheme(chosen)
    keepTheme(chosen)
  }
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
