import { build, type PathName, patterns } from '../../src/paths.ts'
import { formIn } from '../support/forms.ts'
import { type Answer, ask } from '../support/http.ts'
import { largest, type Row } from './row.ts'
import type { Kept, Person, Stage } from './stage.ts'

type Given = [of: Kept | 'new', path: PathName, by: Person | 'reporter', fields: Fields]
type Fields = Record<string, string>

const TEXT = 'Petugas kami sudah ke lokasi dan perbaikannya selesai hari ini juga.'

/** Every kind of change that a person makes, each by its real form. */
const GIVEN: Given[] = [
  ['new', 'caseRoute', 'verifier', { kategori: '1', rilis: 'ya' }],
  ['new', 'caseTakeUp', 'liaison', {}],
  ['new', 'caseNote', 'liaison', { catatan: TEXT }],
  ['new', 'casePriority', 'liaison', { prioritas: 'urgent' }],
  ['new', 'caseQuestion', 'liaison', { pertanyaan: TEXT }],
  ['asked', 'statusAnswer', 'reporter', { jawaban: TEXT }],
  ['taken', 'caseReply', 'liaison', { tanggapan: TEXT }],
  ['taken', 'caseClosure', 'liaison', { tanggapan: TEXT, alasan: TEXT, kunjungan: TEXT }],
  ['proposed', 'statusConfirm', 'reporter', {}],
  ['proposed', 'statusRate', 'reporter', { nilai: '4' }],
  ['proposed', 'statusReopen', 'reporter', { alasan: TEXT }],
  ['proposedToo', 'statusDispute', 'reporter', { alasan: TEXT }],
  ['disputed', 'caseReturn', 'liaison', { alasan: TEXT, opd: '1' }],
  ['received', 'caseArchive', 'verifier', { alasan: TEXT }],
  ['asked', 'statusWithdraw', 'reporter', { alasan: TEXT }],
]

/** Rows that each command writes, indexes and search included as the bill counts them. */
export async function commandRows(stage: Stage): Promise<Row[]> {
  const filing = await file(stage)
  const number = /class="ref">([^<]+)</.exec(filing.text)?.[1] ?? ''
  const written = [{ measured: filing.d1?.written ?? 999, where: nameOf('file', filing) }]
  for (const [of, path, by, fields] of GIVEN) {
    const nomor = of === 'new' ? number : stage.cases[of].reference
    const cookie = by === 'reporter' ? await reporterOf(stage, of) : stage.staff[by]
    const page = build(by === 'reporter' ? 'status' : 'caseFile', { nomor })
    const action = build(path as 'caseRoute', { nomor })
    const form = formIn((await ask(stage.url + page, { cookie })).text, action)
    const own = path === 'caseRoute' ? { ...fields, opd: String(stage.agency.id) } : fields
    for (const [name, value] of Object.entries(own)) form.set(name, value)
    const body = form.toString()
    const answer = await ask(stage.url + action, { method: 'POST', body, cookie, measure: true })
    if (answer.status !== 303) throw new Error(`${path} answers ${answer.status}: ${answer.text}`)
    written.push({ measured: answer.d1?.written ?? 999, where: nameOf(action, answer) })
  }
  if (process.env.EXPLAIN) console.log(JSON.stringify(written))
  const what = `D1 rows written, any command (${written.length})`
  return [
    largest({ what, limit: 30, unit: 'rows' }, written),
    {
      ...{ what: 'D1 round trips, the POST that files', limit: 3, unit: 'trips' },
      measured: filing.d1?.trips ?? 99,
    },
  ]
}

/** With EXPLAIN set, how many rows each statement wrote. */
function nameOf(action: string, { d1 }: Answer): string {
  const name = action.split('/').at(-1) ?? ''
  if (!process.env.EXPLAIN) return name
  return `${name} = ${d1?.each
    .map(([, n]) => n)
    .filter((n) => n > 0)
    .join('+')}`
}

function reporterOf(stage: Stage, of: Kept | 'new'): Promise<string> {
  return stage.reporter(stage.cases[of === 'new' ? 'asked' : of])
}

async function file({ url }: Stage): Promise<Answer> {
  const form = formIn((await ask(url + patterns.report)).text, patterns.report)
  form.set('isi', TEXT)
  form.set('tanggal', new Date().toISOString().slice(0, 10))
  form.set('kontak_email', 'siti@contoh.id')
  const body = form.toString()
  return ask(url + patterns.report, { method: 'POST', body, measure: true })
}
