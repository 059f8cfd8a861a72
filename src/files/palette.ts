import type { Pixels } from './pixels.ts'

/** A picture in few colours: for each pixel the number of its own. */
export interface Indexed {
  width: number
  height: number
  /** Red, green, blue, opacity. */
  colours: number[][]
  pixels: Uint8Array
}

type Colour = number[]

const CHANNELS = [0, 1, 2, 3]

/** Median cut (Heckbert 1982): the box whose colours lie furthest apart is halved, again and again. */
export function inColours({ data, width, height }: Pixels, most: number): Indexed {
  const all = Array.from({ length: width * height }, (_, i) => seen(data, 4 * i))
  let boxes = [
    boxOf(
      all,
      all.map((_, i) => i),
    ),
  ]
  while (boxes.length < most) {
    const [widest, ...others] = boxes.toSorted((a, b) => b.gap - a.gap)
    if (!widest || widest.gap === 0) break
    const at = (i: number) => all[i]?.[widest.channel] ?? 0
    const ordered = widest.members.toSorted((a, b) => at(a) - at(b))
    const cut = cutOf(ordered, at)
    boxes = [boxOf(all, ordered.slice(0, cut)), boxOf(all, ordered.slice(cut)), ...others]
  }
  const pixels = new Uint8Array(all.length)
  boxes.forEach(({ members }, number) => {
    for (const i of members) pixels[i] = number
  })
  return { width, height, pixels, colours: boxes.map(({ members }) => mean(all, members)) }
}

/** What lets all through has no colour. */
function seen(data: Pixels['data'], at: number): Colour {
  return data[at + 3] === 0 ? [0, 0, 0, 0] : [...data.subarray(at, at + 4)]
}

interface Box {
  members: number[]
  /** In which its colours lie furthest apart, and how far. */
  channel: number
  gap: number
}

function boxOf(all: Colour[], members: number[]): Box {
  const gaps = CHANNELS.map((channel) => {
    const values = members.map((i) => all[i]?.[channel] ?? 0)
    return Math.max(...values) - Math.min(...values)
  })
  const gap = Math.max(...gaps)
  return { members, channel: gaps.indexOf(gap), gap }
}

/** In the middle, and never between two that are alike. */
function cutOf(ordered: number[], at: (i: number) => number): number {
  const values = ordered.map(at)
  const middle = values[values.length >> 1]
  const first = values.indexOf(middle as number)
  return first > 0 ? first : values.findIndex((value) => value !== middle)
}

function mean(all: Colour[], box: number[]): Colour {
  return CHANNELS.map((channel) =>
    Math.round(box.reduce((sum, i) => sum + (all[i]?.[channel] ?? 0), 0) / box.length),
  )
}
