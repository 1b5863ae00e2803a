/** One measured figure: ours, the limit of what is possible here, and a peer, all from one interleaved run. */
export type Figure = {
  name: string
  ours: number
  /** The same work with nothing around it; null where there is none. */
  limit: number | null
  /** What somebody else's program does; null where none was measured. */
  peer: number | null
  unit: string
  /** What stands beside the figure, for people; not in the line of JSON. */
  notes?: Record<string, number>
}

export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

const rounded = (value: number | null) => (value === null ? null : Math.round(value * 100) / 100)
const ratio = (ours: number, other: number | null) => (other ? rounded(ours / other) : null)

export function toLine({ name, ours, limit, peer, unit }: Figure): string {
  const ratios = { ratioToLimit: ratio(ours, limit), ratioToPeer: ratio(ours, peer) }
  return JSON.stringify({ name, ours: rounded(ours), limit: rounded(limit), peer: rounded(peer), ...ratios, unit })
}
