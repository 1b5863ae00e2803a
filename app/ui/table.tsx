import type { HTMLAttributes, TdHTMLAttributes, ThHTMLAttributes } from 'react'
import { cx } from './cx'

type TableProps = HTMLAttributes<HTMLTableElement> & { label: string; stacked?: boolean }

/**
 * A table that scrolls sideways inside its own frame, by keyboard too. `label` names it. On a screen too narrow for its
 * columns a `stacked` one lays each row out as a card instead, with the `label` of each cell before it.
 */
export function Table({ label, stacked = false, className, children, ...rest }: TableProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a frame that scrolls is neither a set of fields nor a landmark
    <div
      role="group"
      aria-label={`${label}, scrolls sideways`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
      tabIndex={0}
      className="relative overflow-x-auto rounded-card border border-border bg-raised"
    >
      <table
        {...rest}
        aria-label={label}
        className={cx('w-full border-collapse text-left text-dense', stacked && 'stacked', className)}
      >
        {children}
      </table>
    </div>
  )
}

export function Th({ className, ...rest }: ThHTMLAttributes<HTMLTableCellElement>) {
  return (
    <th
      scope="col"
      {...rest}
      className={cx(
        'h-9 border-b border-border bg-surface px-3 text-meta font-medium whitespace-nowrap text-text-2',
        className,
      )}
    />
  )
}

export function Tr({ className, ...rest }: HTMLAttributes<HTMLTableRowElement>) {
  return <tr {...rest} className={cx('border-b border-border last:border-0 hover:bg-surface', className)} />
}

export function Td({
  label,
  className,
  ...rest
}: TdHTMLAttributes<HTMLTableCellElement> & { label?: string | undefined }) {
  return <td {...rest} data-label={label} className={cx('h-10 px-3 py-1.5 align-middle', className)} />
}
