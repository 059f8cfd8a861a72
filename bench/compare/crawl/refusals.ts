import { build, patterns } from '../../../src/paths.ts'
import { type Form, formsIn } from '../../support/forms.ts'
import { STAFF } from './people.ts'
import type { Sample } from './samples.ts'
import type { Pair, Visit, Visitor, Who } from './visitor.ts'

const SHORT = 'ab'
const LONG = 'kata '.repeat(5000)
const GOOD = 'Kalimat yang cukup panjang untuk diterima oleh aturan mana pun.'

/**
 * Every form of every page, posted so that it is refused: with nothing, too little and too much in
 * it, for a version that is past, with a token that is not ours, by somebody who is not signed in.
 */
export async function refusals(
  visitor: Visitor,
  samples: Sample[],
  keys: Record<string, string>,
): Promise<void> {
  const seen = new Set<string>()
  for (const visit of pagesWithForms(samples, keys)) {
    const pair = await visitor.page('refusals', visit)
    for (const [n, form] of formsIn(pair.before.body).entries()) {
      const kind = `${roleOf(visit.as)} ${visit.note} ${form.action.replace(/[A-Z]{3}-[\w-]+/, '')} ${[...form.fields.keys()]}`
      if (seen.has(kind) || form.method !== 'post') continue
      seen.add(kind)
      await visitor.visit('refusals', wrongly(visit, pair, form, n))
    }
  }
  await visitor.visit(
    'refusals',
    filings(await visitor.page('refusals', { path: patterns.report })),
  )
}

/** People of one role have the same forms: 'staff:petugas', 'key:'. */
function roleOf(who: Who = 'public'): string {
  return who.startsWith('key:') ? 'key' : (who.split(/[.\d]/)[0] ?? who)
}

function pagesWithForms(samples: Sample[], keys: Record<string, string>): Visit[] {
  const state = (kind: string) => kind.split(' ')[0]
  const plain = [
    patterns.home,
    patterns.track,
    patterns.verifyReceipt,
    patterns.signIn,
    patterns.forgot,
  ]
  const office = [patterns.staffList, patterns.dataRequests, patterns.breaches, patterns.staffFile]
  const person = build('staffPerson', { id: 'demo-kepala.dishub' })
  return [
    ...plain.map((path): Visit => ({ path, as: 'public' })),
    ...[...office, person].map((path): Visit => ({ path, as: 'staff:admin' })),
    { path: patterns.staffFile, as: 'staff:verifikator' },
    ...STAFF.flatMap((as) =>
      samples.map(
        ({ nomor, kind }): Visit => ({ path: build('caseFile', { nomor }), as, note: state(kind) }),
      ),
    ),
    ...samples
      .filter(({ nomor }) => keys[nomor])
      .flatMap(({ nomor, kind }): Visit[] =>
        (['status', 'statusData'] as const).map((name) => ({
          path: build(name, { nomor }),
          as: `key:${nomor}` as Who,
          note: state(kind),
        })),
      ),
  ]
}

/** One form in every wrong way, for each version from its own page. */
function wrongly(page: Visit, pair: Pair, form: Form, n: number): Visit[] {
  const { as = 'public' } = page
  const both = (change: (fields: URLSearchParams) => void) =>
    [pair.before, pair.after].map(({ body }) => {
      const fields = new URLSearchParams(formsIn(body)[n]?.fields)
      change(fields)
      return fields.toString()
    }) as [string, string]
  const say = (words: string) =>
    both((fields) => {
      for (const name of form.words) fields.set(name, words)
    })
  const post = (note: string, body: [string, string], over: Partial<Visit> = {}): Visit => ({
    ...{ path: form.action, as, body, note: `${note} (${page.path})` },
    ...over,
  })
  const visits: Visit[] = []
  if (form.fields.has('versi'))
    visits.push(
      post(
        'stale',
        both((f) => f.set('versi', '0')),
      ),
    )
  if (/^\d+\./.test(form.fields.get('kiriman') ?? ''))
    visits.push(
      post(
        'stale',
        both((f) => f.set('kiriman', (f.get('kiriman') ?? '').replace(/^\d+/, '1'))),
      ),
    )
  if (form.words.length > 0) {
    visits.push(post('empty', say('')), post('short', say(SHORT)), post('long', say(LONG)))
    visits.push(
      post('empty, htmx', say(''), {
        headers: { 'HX-Request': 'true', 'HX-Request-Type': 'partial' },
      }),
    )
    visits.push(post('empty, unknown origin', say(''), { unknownOrigin: true }))
  }
  const foreign = both((f) => {
    for (const name of ['sesi', 'kiriman']) if (f.has(name)) f.set(name, 'bukan.kami')
  })
  visits.push(post('foreign token', foreign, { unknownOrigin: true }))
  if (as !== 'public') visits.push(post('nobody signed in', say(GOOD), { as: 'public' }))
  return visits
}

/** The complaint form with one field wrong at a time. */
function filings(pair: Pair): Visit[] {
  const wrong: Record<string, string>[] = [
    ...[
      { isi: 'pendek' },
      { tanggal: '2026-12-31' },
      { tanggal: '1999-01-01' },
      { tanggal: 'kemarin' },
    ],
    ...[
      { kategori: '999' },
      { kelurahan: 'x' },
      { opd: '77' },
      { jenis: 'lain' },
      { titik: 'sana' },
    ],
    ...[{ kontak_email: 'bukan' }, { kontak_telepon: '12' }, { keterbukaan: 'x' }, { kiriman: '' }],
    ...[
      { judul: LONG.slice(0, 200) },
      { patokan: LONG.slice(0, 300) },
      { kuasa: LONG.slice(0, 900) },
    ],
    { isi: 'pendek', tanggal: '', kontak_email: 'a@', kategori: 'abc', nama: LONG.slice(0, 300) },
  ]
  return wrong.map((fields): Visit => {
    const body = [pair.before, pair.after].map((answer) => {
      const form = new URLSearchParams(
        formsIn(answer.body).find((one) => one.action === patterns.report)?.fields,
      )
      for (const [name, value] of Object.entries({ isi: GOOD, tanggal: '2026-11-20', ...fields }))
        form.set(name, value)
      return form.toString()
    }) as [string, string]
    return { path: patterns.report, body, note: Object.keys(fields).join(' ') }
  })
}
