/** The hub's own mark: a hub with four spokes. Decoration; the name stands beside it. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false" className={className ?? 'size-7 shrink-0'}>
      <rect width="32" height="32" rx="7" className="fill-accent" />
      <g fill="none" stroke="var(--on-accent)" strokeWidth="2.6" strokeLinecap="round">
        <path d="M7 16h5.2M19.8 16H25M16 7v5.2M16 19.8V25" />
        <circle cx="16" cy="16" r="3.8" />
      </g>
    </svg>
  )
}
