import { brandOf, brandPaths } from './brand-icons'
import { cx } from './cx'
import { GlobeIcon } from './icons'

export type BrandMarkProps = {
  /** The connector's id, such as registry.oci. */
  type: string
  /** The instance within it, such as docker-hub; it knows the brand better than the type. */
  instance?: string | undefined
  /** What the monogram is made of when there is no drawing. */
  name: string
  size?: 'sm' | 'md' | 'lg'
}

const sizes = {
  sm: 'size-6 text-[0.625rem]',
  md: 'size-9 text-meta',
  lg: 'size-12 text-reading',
}

function pathOf(type: string, instance: string): string | undefined {
  const parts = [instance, ...instance.split('-'), ...type.split('.').reverse()].map((part) => part.toLowerCase())
  const brand = parts.map((part) => brandOf[part]).find((found) => found !== undefined)
  return brand && brandPaths[brand]
}

function monogram(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => /\p{L}/u.test(word))
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => word[0]) : [words[0]?.slice(0, 2)]
  return letters.join('').toUpperCase() || '?'
}

/** What fits any service has no vendor to draw. */
const isAnyService = (type: string) => type.startsWith('custom.')

function Drawing({ type, instance = '', name }: BrandMarkProps) {
  const path = pathOf(type, instance)
  if (path) {
    return (
      <svg viewBox="0 0 24 24" aria-hidden="true" className="size-[56%] text-text" fill="currentColor">
        <path d={path} />
      </svg>
    )
  }
  return isAnyService(type) ? <GlobeIcon className="size-[56%]" /> : monogram(name)
}

/** The vendor's mark on a neutral tile, or two letters. Decoration: the name stands beside it. */
export function BrandMark(props: BrandMarkProps) {
  const { size = 'md' } = props
  return (
    <span
      aria-hidden="true"
      className={cx(
        'grid shrink-0 place-items-center rounded-control border border-border bg-surface font-semibold tracking-tight text-text-2',
        sizes[size],
      )}
    >
      <Drawing {...props} />
    </span>
  )
}
