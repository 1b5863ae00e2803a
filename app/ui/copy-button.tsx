'use client'

import { useEffect, useState } from 'react'
import { Button, type ButtonProps } from './button'
import { CheckIcon, CopyIcon } from './icons'

export type CopyButtonProps = Omit<ButtonProps, 'onClick' | 'children' | 'value'> & {
  value: string
  /** The button's words; with `iconOnly` only its name. */
  label?: string
  iconOnly?: boolean
}

export function CopyButton({
  value,
  label = 'Copy',
  iconOnly = false,
  size = 'sm',
  variant,
  ...rest
}: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null)
  useEffect(() => {
    if (!outcome) return
    const timer = setTimeout(() => setOutcome(null), 2000)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = () => {
    // Without a secure context there is no clipboard; then the text is still on the screen to select.
    const written = navigator.clipboard?.writeText(value) ?? Promise.reject(new Error('no clipboard'))
    written.then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    )
  }
  const news = outcome === 'copied' ? 'Copied' : outcome === 'failed' ? 'Could not copy' : null
  return (
    <>
      <Button
        {...rest}
        size={size}
        variant={variant ?? (iconOnly ? 'ghost' : 'secondary')}
        icon={outcome === 'copied' ? <CheckIcon className="text-ok" /> : <CopyIcon />}
        aria-label={iconOnly ? label : undefined}
        onClick={copy}
      >
        {iconOnly ? null : (news ?? label)}
      </Button>
      <span role="status" className="sr-only">
        {news}
      </span>
    </>
  )
}
