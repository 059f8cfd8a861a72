export const WIDTH = 320
export const HEIGHT = 240
const HORIZON = 120

/** Places in the palette. Sky and ground take a run of shades each. */
const SKY = { day: 0, dusk: 12 }
const SHADES = 12
const GRASS = 24
const ROAD = 28
const ROAD_EDGE = 29
const MARK = 30
const SUN = 31
const WALLS = [32, 33, 34, 35]
const ROOF = 36
const WINDOW = 37
const HOLE = 38
const MUD = 39
const WATER = [40, 41]
const RUBBISH = [42, 43, 44, 45]
const POLE = 46
const TREE = [47, 48]
const TRUNK = 49

const COLOURS = [
  ...shades([120, 178, 224], [226, 238, 244]),
  ...shades([62, 58, 104], [240, 170, 120]),
  ...'6b8f4e 5d7f45 7a9a58 4f6f3c 55585c 6e7175 e8e2c8 f6d469'.split(' '),
  ...'d9c3a0 b9cbd3 e0b7a2 c9d3b0 8a4b3a 3f4a57 2c2a29 7b6043'.split(' '),
  ...'7d8c86 93a39b c94f4a 4f7fb8 ece9e0 3b3b3b 4a4a4c 3f6b3d 5a8a4c 6b4a32'.split(' '),
]

/** Red, green and blue of each colour, as a PNG palette holds them. */
export const PALETTE = Uint8Array.from(COLOURS.join('').match(/../g) ?? [], (pair) =>
  Number.parseInt(pair, 16),
)

type Colour = (x: number, y: number) => number
type Random = (from: number, to: number) => number

interface Canvas {
  pixels: Uint8Array
  random: Random
}

/** One palette index a pixel, row by row. */
export function drawScene(seed: number): Uint8Array {
  const canvas = { pixels: new Uint8Array(WIDTH * HEIGHT), random: randomOf(seed) }
  drawSky(canvas)
  drawGround(canvas)
  drawHouses(canvas)
  const road = drawRoad(canvas)
  const trouble = [drawHoles, drawFlood, drawRubbish, drawLamp][Math.abs(seed) % 4] ?? drawHoles
  trouble(canvas, road)
  return canvas.pixels
}

function drawSky(canvas: Canvas) {
  const base = canvas.random(0, 3) === 0 ? SKY.dusk : SKY.day
  const band = (_: number, y: number) => base + Math.floor((y * SHADES) / HORIZON)
  rectangle(canvas, 0, 0, WIDTH, HORIZON, band)
  const x = canvas.random(20, 300)
  ellipse(canvas, x, canvas.random(20, 70), 14, 14, () => SUN)
}

function drawGround(canvas: Canvas) {
  const tuft = canvas.random(23, 61)
  const grass = (x: number, y: number) => GRASS + (((x >> 3) * 7 + (y >> 2) * tuft) % 11 ? 0 : 1)
  rectangle(canvas, 0, HORIZON, WIDTH, HEIGHT, grass)
}

function drawHouses(canvas: Canvas) {
  for (let x = canvas.random(-20, 10); x < WIDTH; x += canvas.random(50, 110)) {
    if (canvas.random(0, 4) === 0) {
      drawTree(canvas, x + 20)
      continue
    }
    const width = canvas.random(36, 70)
    const top = HORIZON - canvas.random(22, 48)
    const wall = WALLS[canvas.random(0, WALLS.length)] ?? ROOF
    rectangle(canvas, x, top, x + width, HORIZON + 6, () => wall)
    for (let row = 0; row < 12; row++) {
      rectangle(canvas, x - 4 + row, top - row, x + width + 4 - row, top - row + 1, () => ROOF)
    }
    for (let at = x + 6; at + 8 < x + width; at += 16) {
      rectangle(canvas, at, top + 8, at + 8, top + 17, () => WINDOW)
    }
  }
}

function drawTree(canvas: Canvas, x: number) {
  const size = canvas.random(12, 22)
  rectangle(canvas, x - 2, HORIZON - size, x + 3, HORIZON + 6, () => TRUNK)
  const leaf = TREE[canvas.random(0, TREE.length)] ?? GRASS
  ellipse(canvas, x, HORIZON - size - 8, size, size, () => leaf)
}

/** A road towards the horizon; gives back where its middle and half its width are, by row. */
function drawRoad(canvas: Canvas) {
  const far = canvas.random(100, 220)
  const near = canvas.random(110, 210)
  const halfWidth = canvas.random(90, 140)
  const road = {
    middle: (y: number) => far + ((near - far) * (y - HORIZON)) / (HEIGHT - HORIZON),
    half: (y: number) => 8 + (halfWidth * (y - HORIZON)) / (HEIGHT - HORIZON),
  }
  for (let y = HORIZON + 6; y < HEIGHT; y++) {
    const [middle, half] = [road.middle(y), road.half(y)]
    rectangle(canvas, middle - half - 4, y, middle + half + 4, y + 1, () => ROAD_EDGE)
    rectangle(canvas, middle - half, y, middle + half, y + 1, () => ROAD)
    const isMarked = Math.floor(Math.sqrt(y - HORIZON) * 1.6) % 2 === 0
    if (isMarked) rectangle(canvas, middle - half / 30, y, middle + half / 30, y + 1, () => MARK)
  }
  return road
}

type Road = ReturnType<typeof drawRoad>

function drawHoles(canvas: Canvas, road: Road) {
  const count = canvas.random(1, 4)
  for (let hole = 0; hole < count; hole++) {
    const y = canvas.random(165, 222)
    const x = road.middle(y) + (canvas.random(-60, 60) / 100) * road.half(y)
    const width = canvas.random(16, 40)
    ellipse(canvas, x, y, width + 4, width * 0.4, () => MUD)
    ellipse(canvas, x + 2, y + 1, width, width * 0.3, () => HOLE)
  }
}

function drawFlood(canvas: Canvas) {
  const level = canvas.random(150, 185)
  const wave = canvas.random(5, 9)
  const water = (x: number, y: number) => WATER[((x >> 4) + (y >> 1)) % wave === 0 ? 1 : 0] ?? MUD
  ellipse(canvas, canvas.random(120, 200), HEIGHT, 230, HEIGHT - level, water)
}

function drawRubbish(canvas: Canvas) {
  const [x, y] = [canvas.random(60, 260), canvas.random(185, 215)]
  ellipse(canvas, x, y + 12, 52, 14, () => MUD)
  const count = canvas.random(18, 34)
  for (let bag = 0; bag < count; bag++) {
    const colour = RUBBISH[canvas.random(0, RUBBISH.length)] ?? HOLE
    const size = canvas.random(5, 11)
    const [dx, dy] = [canvas.random(-42, 42), canvas.random(-16, 14)]
    ellipse(canvas, x + dx, y + dy, size, size * 0.8, () => colour)
  }
}

function drawLamp(canvas: Canvas) {
  const x = canvas.random(40, 280)
  const lean = canvas.random(-40, 41) / 100
  for (let y = 40; y < 200; y++) {
    const at = x + (200 - y) * lean
    rectangle(canvas, at - 3, y, at + 3, y + 1, () => POLE)
  }
  const top = x + 160 * lean
  rectangle(canvas, top - 3, 38, top + 34, 42, () => POLE)
  ellipse(canvas, top + 34, 44, 10, 5, () => HOLE)
}

function rectangle(canvas: Canvas, x0: number, y0: number, x1: number, y1: number, colour: Colour) {
  const [left, right] = [Math.max(0, Math.round(x0)), Math.min(WIDTH, Math.round(x1))]
  for (let y = Math.max(0, y0); y < Math.min(HEIGHT, y1); y++) {
    for (let x = left; x < right; x++) canvas.pixels[y * WIDTH + x] = colour(x, y)
  }
}

function ellipse(canvas: Canvas, cx: number, cy: number, rx: number, ry: number, colour: Colour) {
  for (let y = Math.ceil(cy - ry); y <= cy + ry; y++) {
    if (y < 0 || y >= HEIGHT) continue
    const half = rx * Math.sqrt(Math.max(0, 1 - ((y - cy) / ry) ** 2))
    rectangle(canvas, cx - half, y, cx + half, y + 1, colour)
  }
}

/** Whole numbers from `from` up to, not including, `to`; mulberry32. */
function randomOf(seed: number): Random {
  let state = Math.imul(seed | 0, 0x9e3779b1) ^ 0x5bd1e995
  return (from, to) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    const unit = ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
    return from + Math.floor(unit * (to - from))
  }
}

/** As many hex colours as a band of sky has shades, from one colour to another. */
function shades(from: number[], to: number[]): string[] {
  return Array.from({ length: SHADES }, (_, step) =>
    from
      .map((start, channel) => start + (((to[channel] ?? 0) - start) * step) / (SHADES - 1))
      .map((value) => Math.round(value).toString(16).padStart(2, '0'))
      .join(''),
  )
}
