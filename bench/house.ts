import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Figure, figuresOf } from './house/figures.ts'

const HELP = `Measures how src is built: how often a thing is named, who asks what, how long files are.

  node bench/house.ts                    this checkout
  node bench/house.ts FOLDER             another one
  node bench/house.ts BEFORE AFTER       both side by side
  --markdown     the table of docs/house.md
  --list         with the files and names that each figure was made of
  --gate FILE    what npm run ci said, for the gate's time; once per checkout, in their order`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    markdown: { type: 'boolean' },
    list: { type: 'boolean' },
    gate: { type: 'string', multiple: true, default: [] },
    help: { type: 'boolean', short: 'h' },
  },
})

async function measure() {
  const checkouts = positionals.length > 0 ? positionals : ['.']
  const columns = await Promise.all(
    checkouts.map((one, i) =>
      figuresOf(
        resolve(one),
        values.gate.slice(i, i + 1).map((file) => readFileSync(file, 'utf8')),
      ),
    ),
  )
  // a room that only one of them has stands where that one has it
  const whats = [...new Set(columns.flatMap((column) => column.map(({ what }) => what)))]
  const order = (what: string) =>
    Math.max(...columns.map((column) => column.findIndex((figure) => figure.what === what)))
  const rows = whats
    .sort((a, b) => order(a) - order(b))
    .map((what) => ({
      what,
      figures: columns.map((column) => column.find((f) => f.what === what)),
    }))
  if (values.markdown) printMarkdown(rows)
  else printPlain(rows)
}

type Row = { what: string; figures: (Figure | undefined)[] }

function printMarkdown(rows: Row[]) {
  const titles = ['Figure', 'Before', 'After']
  const cells = [
    titles,
    ...rows.map(({ what, figures }) => [what, shown(figures[0]), shown(figures[1])]),
  ]
  const widths = titles.map((_, i) => Math.max(...cells.map((line) => line[i]?.length ?? 0)))
  const line = (parts: string[]) =>
    `| ${parts.map((part, i) => part.padEnd(widths[i] ?? 0)).join(' | ')} |`
  const [head = [], ...body] = cells
  console.log([line(head), line(widths.map((n) => '-'.repeat(n))), ...body.map(line)].join('\n'))
}

function printPlain(rows: Row[]) {
  for (const { what, figures } of rows) {
    console.log(`${what.padEnd(44)} ${figures.map((f) => shown(f).padEnd(24)).join(' ')}`.trimEnd())
    if (values.list)
      for (const figure of figures) for (const one of figure?.from ?? []) console.log(`    ${one}`)
  }
}

function shown(figure: Figure | undefined): string {
  return figure?.value ?? ''
}

if (values.help) console.log(HELP)
else await measure()
