import { place } from './chart-scale.ts'

interface Props {
  /** From left to right: filled, hatched, outlined; told apart without colour. */
  parts: readonly number[]
  largest: number
  /** It says nothing bad. */
  calm?: boolean
}

const [WIDTH, HEIGHT] = [160, 12]
const TONES = ['full', 'half', 'none'] as const

/** A bar beside its number, which stands in the same row: only for the eye. */
export function Bar({ parts, largest, calm }: Props) {
  const ends = parts.map((_, i) => parts.slice(0, i + 1).reduce((sum, n) => sum + n, 0))
  const at = (value: number) => place(value, largest, WIDTH)
  return (
    <svg
      class={calm ? 'hbar calm' : 'hbar'}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {parts.map((part, i) => {
        const [from, to] = [at((ends[i] ?? 0) - part), at(ends[i] ?? 0)]
        const tone = TONES[i] ?? 'none'
        return part > 0 ? (
          <>
            <path class={tone} d={`M${from} .5H${to}V11.5H${from}Z`} />
            {tone === 'half' && <path class="strokes" d={hatch(from, to)} />}
          </>
        ) : null
      })}
    </svg>
  )
}

/** Strokes across, five apart. */
function hatch(from: number, to: number): string {
  const count = Math.max(0, Math.floor((to - from) / 5))
  return Array.from({ length: count }, (_, i) => `M${round(from + i * 5)} 11.5l4-11`).join('')
}

function round(n: number): number {
  return Math.round(n * 10) / 10
}
