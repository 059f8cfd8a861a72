import type { ClockStage } from './clock-stages.ts'

const COLOUR: Record<ClockStage['mark'], string> = {
  done: '#24693a',
  late: '#b3261e',
  wait: 'url(#w)',
  now: '#0a5f5a',
  next: 'none',
  skipped: 'none',
}

const HATCH =
  '<pattern id="w" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path fill="#fdf1d8" d="M0 0h6v6H0z"/><path fill="#855600" d="M0 0h3v6H0z"/></pattern>'

const GAP = 3

/**
 * The clock line as SVG elements for the badge and for letters: a group at (0, 0), no outer svg
 * element and no text; its words are the caller's. Sizes in px.
 */
export const clockSvg = (stages: ClockStage[], width: number, height: number): string => {
  const each = (width - GAP * (stages.length - 1)) / stages.length
  const bars = stages.map((stage, i) => {
    const x = round(i * (each + GAP))
    const track = `<rect x="${x}" width="${round(each)}" height="${height}" fill="#dcdad2"/>`
    if (stage.fill === 0) return track
    const used = round((each * stage.fill) / 100)
    return `${track}<rect x="${x}" width="${used}" height="${height}" fill="${COLOUR[stage.mark]}"/>`
  })
  const hatch = stages.some((stage) => stage.mark === 'wait') ? HATCH : ''
  return `<g>${hatch}${bars.join('')}</g>`
}

const round = (n: number): number => Math.round(n * 10) / 10
