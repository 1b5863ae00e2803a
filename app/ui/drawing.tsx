import type { ReactNode, SVGProps } from 'react'
import { cx, sized } from './cx'

export type IconProps = Omit<SVGProps<SVGSVGElement>, 'children' | 'title'> & {
  /** A word for the icon; without it the icon is decoration and the words stand beside it. */
  label?: string
}

/** The ground of every icon: 16 px, drawn with the text's colour, hidden from screen readers unless it has a label. */
export function Drawing({ label, className, children, ...rest }: IconProps & { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
      className={cx('shrink-0', sized('size-4', className))}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      {...rest}
    >
      {children}
    </svg>
  )
}
