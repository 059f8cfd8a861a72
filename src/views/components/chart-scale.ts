/** From 0 to at least the largest value, at round distances: 1, 2 or 5 times a power of ten. */
export function ticksTo(largest: number, most = 4): number[] {
  const step = stepFor(largest / most)
  const count = Math.max(1, Math.ceil(largest / step - 1e-9))
  return Array.from({ length: count + 1 }, (_, i) => i * step)
}

/** Whole: what is drawn is counted. */
function stepFor(least: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, least))))
  return [1, 2, 5, 10].map((n) => n * power).find((step) => step >= least) ?? 10 * power
}

/** Where a value stands on a line of that length; what is larger stands at its end. */
export function place(value: number, largest: number, length: number): number {
  if (largest <= 0) return 0
  return round((Math.min(Math.max(0, value), largest) / largest) * length)
}

export interface Box {
  width: number
  height: number
}

/** From left to right; where nothing was measured the line is broken, and a lone point is a dash. */
export function linePath(values: readonly (number | null)[], largest: number, box: Box): string {
  const parts: string[] = []
  values.forEach((value, i) => {
    if (value === null) return
    const [x, y] = pointAt(i, value, values.length, largest, box)
    const lone = values[i - 1] == null && values[i + 1] == null
    parts.push(`${values[i - 1] == null ? 'M' : 'L'}${x} ${y}${lone ? 'h.01' : ''}`)
  })
  return parts.join('')
}

export function pointAt(
  index: number,
  value: number,
  count: number,
  largest: number,
  { width, height }: Box,
): [x: number, y: number] {
  const x = count < 2 ? width / 2 : (index / (count - 1)) * width
  return [round(x), round(height - place(value, largest, height))]
}

function round(n: number): number {
  return Math.round(n * 10) / 10
}

/** 0 for none, then 1 to 4 by the square root, so that one large number does not hide the rest. */
export function shadeOf(value: number, largest: number): 0 | 1 | 2 | 3 | 4 {
  if (value <= 0 || largest <= 0) return 0
  return Math.min(4, Math.ceil(Math.sqrt(value / largest) * 4 - 1e-9)) as 1 | 2 | 3 | 4
}
