import type { Agency } from '../../domain/city/city.ts'
import type { Words } from '../../words/words.ts'
import { daysOf, type Figures } from '../public/figures.tsx'

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
}

const WIDTH = 344
const HEIGHT = 84

/** The badge for an `<img>`: name, open, overdue, median days; light and dark by the viewer's choice. */
export function badgeSvg(t: Words, agency: Agency, figures: Figures): string {
  const open = t.number(figures.open, 0)
  const overdue = t.number(figures.overdue, 0)
  const median = figures.medianClosing === null ? null : daysOf(t, figures.medianClosing)
  const label = t.widget.label(
    agency.name,
    open,
    overdue,
    median === null ? t.widget.noMedian : t.widget.medianText(median),
  )
  const cell = (x: number, value: string, text: string, late = false) =>
    `<text x="${x}" y="54" class="n${late ? ' l' : ''}">${escaped(value)}</text><text x="${x}" y="71" class="s">${escaped(text)}</text>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(label)}">`,
    `<title>${escaped(label)}</title>`,
    '<style>.b{fill:#fff;stroke:#dcdad2}.t,.n{fill:#1b1d1c}.s{fill:#5a605d}.l{fill:#b3261e}.t{font:600 13px system-ui,sans-serif}.n{font:700 19px system-ui,sans-serif}.s{font:11px system-ui,sans-serif}@media(prefers-color-scheme:dark){.b{fill:#1a1e1d;stroke:#333a37}.t,.n{fill:#ecefed}.s{fill:#a3aba7}.l{fill:#ff8a80}}</style>',
    `<rect class="b" x=".5" y=".5" width="${WIDTH - 1}" height="${HEIGHT - 1}" rx="8"/><path fill="#0a5f5a" d="M.5 8a8 8 0 0 1 4-6.9v81.8A8 8 0 0 1 .5 76z"/>`,
    `<text class="t" x="16" y="23">${escaped(shorten(agency))}</text>`,
    cell(16, open, t.widget.open),
    cell(100, overdue, t.widget.overdue, figures.overdue !== 0),
    cell(200, median ?? '-', median === null ? t.widget.noMedian : t.widget.median),
    '</svg>',
  ].join('')
}

/** Where a picture is asked for: its words are all that whoever looks at it is told. */
export function refusedBadge(words: string): string {
  const text = escaped(words)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${text}"><title>${text}</title><rect fill="#fff" stroke="#dcdad2" x=".5" y=".5" width="${WIDTH - 1}" height="${HEIGHT - 1}" rx="8"/><text fill="#1b1d1c" font-family="system-ui,sans-serif" font-size="13" x="16" y="46">${text}</text></svg>`
}

function shorten({ name, shortName }: Agency): string {
  return name.length <= 38 ? name : shortName
}
