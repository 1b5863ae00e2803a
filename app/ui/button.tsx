import Link from 'next/link'
import type { ButtonHTMLAttributes, ComponentProps, ReactNode } from 'react'
import { cx } from './cx'

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger'
export type ButtonSize = 'md' | 'sm'

type Look = {
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: ReactNode
  /** A key that does the same, shown beside the words. */
  shortcut?: string
}

const base =
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-control border font-medium whitespace-nowrap transition-colors duration-(--out) select-none disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55'

const variants: Record<ButtonVariant, string> = {
  primary:
    'border-transparent bg-accent text-on-accent enabled:hover:bg-accent/90 [a]:hover:bg-accent/90 forced-colors:border-current',
  secondary:
    'border-control/60 bg-raised text-text enabled:hover:border-control enabled:hover:bg-surface [a]:hover:border-control [a]:hover:bg-surface',
  ghost:
    'border-transparent text-text-2 enabled:hover:bg-unk-bg enabled:hover:text-text [a]:hover:bg-unk-bg [a]:hover:text-text',
  danger:
    'border-bad-fill/60 bg-raised text-bad enabled:hover:border-bad-fill enabled:hover:bg-bad-bg [a]:hover:bg-bad-bg',
}

const sizes: Record<ButtonSize, string> = {
  md: 'h-9 px-3 text-body',
  sm: 'h-7 px-2 text-dense',
}

export function buttonClass({ variant = 'secondary', size = 'md' }: Look, extra?: string): string {
  return cx(base, variants[variant], sizes[size], extra)
}

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="rounded-[4px] border border-current/35 px-1 font-mono text-[0.6875rem] leading-4 max-md:hidden">
      {children}
    </kbd>
  )
}

export type ButtonProps = Look &
  ButtonHTMLAttributes<HTMLButtonElement> & {
    /** Shows that the act is under way; the button keeps the focus and does nothing until it ends. */
    pending?: boolean
    ref?: React.Ref<HTMLButtonElement>
  }

export function Button({
  variant,
  size,
  icon,
  shortcut,
  pending = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass({ variant, size } as Look, className)}
      aria-disabled={pending || rest['aria-disabled'] || undefined}
      aria-busy={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : onClick}
    >
      {pending ? <Spinner /> : icon}
      {children}
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </button>
  )
}

export type LinkButtonProps = Look & ComponentProps<typeof Link>

export function LinkButton({ variant, size, icon, shortcut, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={buttonClass({ variant, size } as Look, className)}>
      {icon}
      {children}
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </Link>
  )
}

/** A square button that only shows an icon; `label` is its name. */
export function IconButton({
  label,
  icon,
  size = 'md',
  variant = 'ghost',
  className,
  ...rest
}: Omit<ButtonProps, 'children'> & { label: string }) {
  return (
    <Button
      {...rest}
      variant={variant}
      size={size}
      icon={icon}
      aria-label={label}
      className={cx(size === 'md' ? 'w-9' : 'w-7', 'px-0!', className)}
    />
  )
}

export function Spinner({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className={cx('size-4 shrink-0 animate-turn', className)}>
      <path d="M8 1.8A6.2 6.2 0 0 1 14.2 8" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
    </svg>
  )
}
