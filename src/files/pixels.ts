/** Four bytes a pixel: red, green, blue, opacity. */
export interface Pixels {
  width: number
  height: number
  data: Uint8Array | Uint8ClampedArray
}

/** What shows where a picture lets through. */
export type Ground = 'white' | 'clear'

/** Each pixel is the mean of those that it stands for. */
export function shrink(
  from: Pixels,
  width: number,
  height: number,
  ground: Ground = 'white',
): Pixels {
  const data = new Uint8ClampedArray(4 * width * height)
  for (let y = 0, at = 0; y < height; y++) {
    const [top, bottom] = span(y, height, from.height)
    for (let x = 0; x < width; x++, at += 4) {
      const [left, right] = span(x, width, from.width)
      data.set(mean(from, { left, right, top, bottom, ground }), at)
    }
  }
  return { width, height, data }
}

function span(at: number, of: number, from: number): [number, number] {
  const start = Math.floor((at * from) / of)
  return [start, Math.max(start + 1, Math.floor(((at + 1) * from) / of))]
}

interface Part {
  left: number
  right: number
  top: number
  bottom: number
  ground: Ground
}

function mean({ data, width }: Pixels, { left, right, top, bottom, ground }: Part) {
  let red = 0
  let green = 0
  let blue = 0
  let opacity = 0
  for (let y = top; y < bottom; y++) {
    for (let at = 4 * (y * width + left); at < 4 * (y * width + right); at += 4) {
      const shown = data[at + 3] as number
      red += (data[at] as number) * shown
      green += (data[at + 1] as number) * shown
      blue += (data[at + 2] as number) * shown
      opacity += shown
    }
  }
  const all = (bottom - top) * (right - left)
  if (ground === 'clear') {
    const own = Math.max(1, opacity)
    return [red / own, green / own, blue / own, opacity / all]
  }
  const white = 255 * (255 * all - opacity)
  const on = (sum: number) => (sum + white) / (255 * all)
  return [on(red), on(green), on(blue), 255]
}

/** Exif's orientation, 1 to 8, made true of the pixels themselves. */
export function turned(from: Pixels, orientation = 1): Pixels {
  if (orientation < 2) return from
  const across = orientation >= 5
  const width = across ? from.height : from.width
  const height = across ? from.width : from.height
  const data = new Uint8ClampedArray(4 * width * height)
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to += 4) {
      const at = 4 * sourceOf(from, orientation, x, y)
      data.set(from.data.subarray(at, at + 4), to)
    }
  }
  return { width, height, data }
}

function sourceOf({ width, height }: Pixels, orientation: number, x: number, y: number): number {
  const right = width - 1
  const bottom = height - 1
  switch (orientation) {
    case 2:
      return y * width + right - x
    case 3:
      return (bottom - y) * width + right - x
    case 4:
      return (bottom - y) * width + x
    case 5:
      return x * width + y
    case 6:
      return (bottom - x) * width + y
    case 7:
      return (bottom - x) * width + right - y
    default:
      return x * width + right - y
  }
}
