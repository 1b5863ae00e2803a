import type { OperationsOfQuery } from '@/app/generated/graphql'
import { PencilIcon, SearchIcon, Trash2Icon } from '@/app/ui/icons'

export type Operation = OperationsOfQuery['integration']['operations'][number]
export type Effect = Operation['effect']

/** What an operation does to the service, the harmless first. */
export const effects = ['READ', 'WRITE', 'DESTRUCTIVE'] as const satisfies readonly Effect[]

export const effectTitles: Record<Effect, string> = { READ: 'Reads', WRITE: 'Changes', DESTRUCTIVE: 'Destroys' }

const words: Record<Effect, string> = {
  READ: 'reads',
  WRITE: 'changes something',
  DESTRUCTIVE: 'destroys something',
}

/** Shape and word. */
export function EffectMark({ effect }: { effect: Effect }) {
  const Icon = effect === 'READ' ? SearchIcon : effect === 'WRITE' ? PencilIcon : Trash2Icon
  return (
    <span
      className={`inline-flex items-center gap-1.5 font-medium whitespace-nowrap ${effect === 'DESTRUCTIVE' ? 'text-bad' : 'text-text-2'}`}
      data-effect={effect}
    >
      <Icon className="size-3.5" />
      {words[effect]}
    </span>
  )
}
