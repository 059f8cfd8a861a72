import { build, patterns } from '../../../src/paths.ts'
import { formsIn } from '../../support/forms.ts'
import type { Pair, Visit, Visitor, Who } from '../crawl/visitor.ts'
import { multipart, type Upload } from './multipart.ts'

export type Fields = Record<string, string | string[]>

export interface Given {
  fields?: Fields
  files?: Upload[]
  /** What the answer must be, so that a step that is no step any more is told. */
  status?: number
  /** Takes it back at once. */
  undone?: boolean
}

const SECTION = 'lives'
const UNDO = '/urungkan'

/** Who looks at a report after each step of it. */
const WATCHING: Who[] = [
  ...([
    'staff:verifikator',
    'staff:penghubung.dishub',
    'staff:kepala.pupr',
    'staff:pimpinan',
  ] as const),
]

/** One report that lives through commands in both versions; each step is looked at by everybody. */
export class Life {
  private readonly visitor: Visitor
  private readonly name: string
  readonly nomor: string
  private readonly reporter: Who | null
  private readonly watching: Who[]

  private constructor(visitor: Visitor, name: string, nomor: string, reporter: Who | null) {
    this.visitor = visitor
    this.name = name
    this.nomor = nomor
    this.reporter = reporter
    this.watching = WATCHING
  }

  /** Filed by the public form, then opened with the key of its receipt. */
  static async filed(visitor: Visitor, name: string, fields: Fields): Promise<Life> {
    const receipt = await submit(visitor, name, 'public', patterns.report, patterns.report, {
      fields: { tanggal: '2026-11-23', ...fields },
      status: 200,
    })
    const { nomor, key } = readReceipt(receipt)
    const who: Who = `key:${nomor}`
    const body = new URLSearchParams({ nomor, kode: key }).toString()
    await visitor.one(SECTION, { path: patterns.track, as: who, body, note: name })
    return new Life(visitor, name, nomor, who)
  }

  /** Written down by somebody of the staff for a reporter who has no key. */
  static async writtenDown(visitor: Visitor, name: string, by: Who, fields: Fields): Promise<Life> {
    const receipt = await submit(visitor, name, by, patterns.staffFile, patterns.staffFile, {
      fields: { tanggal: '2026-11-23', kanal: 'counter', pemegang: 'tidak', ...fields },
      status: 200,
    })
    return new Life(visitor, name, readReceipt(receipt).nomor, null)
  }

  /** A form of the case file, found by what its address ends in. */
  async desk(by: Who, form: string, given: Given = {}): Promise<Pair> {
    const page = build('caseFile', { nomor: this.nomor })
    const pair = await submit(this.visitor, this.name, by, page, form, given)
    await this.after(by, pair, given)
    return pair
  }

  /** A form of the reporter's own pages. */
  async says(
    form: string,
    given: Given = {},
    page: 'status' | 'statusData' = 'status',
  ): Promise<Pair> {
    if (!this.reporter) throw new Error(`${this.name}: nobody holds a key`)
    const pair = await submit(
      this.visitor,
      this.name,
      this.reporter,
      build(page, { nomor: this.nomor }),
      form,
      given,
    )
    await this.after(this.reporter, pair, given)
    return pair
  }

  /** Everybody looks: desk, reporter, public, and the page on paper. */
  async look(): Promise<void> {
    const { nomor, reporter } = this
    const visits: Visit[] = this.watching.map((as) => ({ path: build('caseFile', { nomor }), as }))
    visits.push({ path: build('publicReport', { nomor }) })
    if (reporter)
      for (const name of ['status', 'statusReceipt', 'statusDownload'] as const)
        visits.push({ path: build(name, { nomor }), as: reporter })
    await this.visitor.visit(
      SECTION,
      visits.map((visit) => ({ ...visit, note: this.name })),
    )
  }

  /** Letters that are due by now, as the queue brings them. */
  async letters(): Promise<Pair> {
    this.visitor.wait(30)
    return this.visitor.job('letters', { kind: 'letters' })
  }

  /** The values that a page offers for a field, such as the photos that may be shown. */
  async offered(by: Who, field: string): Promise<string[]> {
    const page = await this.visitor.one(SECTION, {
      path: build('caseFile', { nomor: this.nomor }),
      as: by,
    })
    const inputs = [...page.before.body.matchAll(/<input\b[^>]*>/g)].map(([tag]) => tag)
    return inputs.flatMap((tag) =>
      tag.includes(`name="${field}"`) ? (/value="([^"]*)"/.exec(tag)?.[1] ?? []) : [],
    )
  }

  private async after(by: Who, pair: Pair, { undone }: Given): Promise<void> {
    const next = pair.before.headers.find(([name]) => name === 'location')?.[1]
    if (next)
      await this.visitor.one(SECTION, { path: next, as: by, note: `${this.name}, afterwards` })
    if (undone && next) {
      const undo = await submit(this.visitor, this.name, by, next, UNDO, { status: 0 })
      const back = undo.before.headers.find(([name]) => name === 'location')?.[1]
      if (back)
        await this.visitor.one(SECTION, { path: back, as: by, note: `${this.name}, undone` })
    }
    this.visitor.wait(60)
    await this.look()
  }
}

/** Fills a form of a page, each version's own, and sends it. */
export async function submit(
  visitor: Visitor,
  name: string,
  as: Who,
  path: string,
  action: string,
  { fields = {}, files = [], status = 303 }: Given = {},
): Promise<Pair> {
  const page = await visitor.one(SECTION, { path, as, note: name })
  const step = `${name}: ${action} as ${as}`
  const forms = [page.before, page.after].map(({ body }) => {
    const found = formsIn(body).filter((form) => form.action.endsWith(action))
    // several steps share an address: the one that holds the same fixed fields
    const fits = ({ fields: has }: { fields: URLSearchParams }) =>
      ['langkah', 'pesan', 'peran'].every(
        (key) => !has.has(key) || !fields[key] || has.get(key) === fields[key],
      )
    return found.find(fits) ?? found[0]
  })
  if (!forms[0])
    visitor.report.fault('steps', step, `no such form on ${path} (${page.before.status})`)
  const bodies = forms.map((form) => filled(new URLSearchParams(form?.fields), fields))
  const target = forms[0]?.action ?? action
  const visit: Visit =
    files.length > 0
      ? {
          path: target,
          as,
          ...multipart(bodies as [URLSearchParams, URLSearchParams], files),
          note: name,
        }
      : { path: target, as, body: bodies.map(String) as [string, string], note: name }
  const pair = await visitor.one(SECTION, visit)
  if (status && pair.before.status !== status)
    visitor.report.fault(
      'steps',
      step,
      `${pair.before.status} instead of ${status}: ${errorsIn(pair.before.body)}`,
    )
  return pair
}

function filled(form: URLSearchParams, fields: Fields): URLSearchParams {
  for (const [name, value] of Object.entries(fields)) {
    form.delete(name)
    for (const one of [value].flat()) form.append(name, one)
  }
  return form
}

function readReceipt({ before: { body } }: Pair): { nomor: string; key: string } {
  const nomor = /class="ref">([^<]+)</.exec(body)?.[1]
  if (!nomor) throw new Error(`no number on the receipt: ${errorsIn(body)}`)
  return { nomor, key: /class="key">([^<]+)</.exec(body)?.[1] ?? '' }
}

/** What a refused page says, in short. */
function errorsIn(body: string): string {
  const main = body.replace(/<style>[\s\S]*?<\/style>/g, '').replace(/<[^>]*>/g, ' ')
  return main.replace(/\s+/g, ' ').slice(0, 300)
}
