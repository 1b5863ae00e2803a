import type { HTMLAttributes, ReactNode } from 'react'
import { cx } from './cx'

export function Card({ className, ...rest }: HTMLAttributes<HTMLDivElement>) {
  return <div {...rest} className={cx('rounded-card border border-border bg-raised p-4', className)} />
}

/** A part of a page under its own heading; `aside` stands at the heading's end. */
export function Section({
  title,
  aside,
  children,
  className,
  id,
}: {
  title: string
  aside?: ReactNode
  children: ReactNode
  className?: string
  id?: string
}) {
  const headingId = `${id ?? title.toLowerCase().replaceAll(/\W+/g, '-')}-heading`
  return (
    <section aria-labelledby={headingId} tabIndex={-1} className={cx('min-w-0 outline-none', className)} id={id}>
      <div className="mb-3 flex min-h-7 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id={headingId} className="text-meta font-semibold tracking-[0.06em] text-text-2 uppercase">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  )
}

/** The page's title with its acts. */
export function PageHeader({ title, lead, children }: { title: ReactNode; lead?: ReactNode; children?: ReactNode }) {
  return (
    <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1 className="text-title font-semibold tracking-[-0.01em]">{title}</h1>
        {lead && <p className="mt-1 max-w-[72ch] text-text-2">{lead}</p>}
      </div>
      {children && <div className="flex flex-wrap items-center gap-2">{children}</div>}
    </header>
  )
}
