'use client'

import { useEffect, useState } from 'react'
import { shortcutsAreOn, switchShortcuts } from '@/app/lib/shortcuts'
import { themes } from '@/app/lib/theme'
import { chooseTheme, useTheme } from '@/app/lib/theme-choice'
import { Card, Section } from '@/app/ui/card'
import { RadioGroup } from '@/app/ui/field'
import { Switch } from '@/app/ui/switch'

const looks = {
  system: { label: 'System', hint: 'as the device says' },
  light: { label: 'Light', hint: undefined },
  dark: { label: 'Dark', hint: undefined },
}

/** What this browser remembers for the person; it takes effect at once. */
export function Preferences() {
  const theme = useTheme()
  const [areOn, setOn] = useState(true)
  useEffect(() => setOn(shortcutsAreOn()), [])
  return (
    <Section title="Preferences of this browser">
      <Card className="grid gap-5">
        <RadioGroup
          legend="Theme"
          name="theme"
          value={theme}
          onValueChange={(value) => chooseTheme(themes.find((known) => known === value) ?? 'system')}
          options={themes.map((value) => ({ value, ...looks[value] }))}
        />
        <Switch
          label="Single-key shortcuts"
          hint="Switch them off when they get in the way of speech input or another tool."
          checked={areOn}
          onCheckedChange={(on) => {
            setOn(on)
            switchShortcuts(on)
          }}
        />
      </Card>
    </Section>
  )
}
