import { expect, test } from 'vitest'
import { patterns } from '../../../src/paths.ts'
import { pictures } from '../../fixtures/pictures.ts'
import { DISHUB, PUPR } from '../../support/commands.ts'
import { type Fields, send } from '../../support/desk.ts'
import { WAYS } from '../../support/step-ways.ts'

const routing = { jenis: 'zzz', kategori: 'zzz', opd: 'zzz' }
const release = { judul_rilis: '', teks_rilis: 'x' }

/**
 * What is sent where everything is wrong, and which fields must be named. Null: nothing in its form
 * can be wrong.
 */
const WRONG: Record<string, [sent: Fields, named: string[]] | null> = {
  'caseScreening answer': [{ teks: '' }, ['teks']],
  'caseApproval reply': null,
  'caseApproval closure': null,
  'caseDraftReturn it': [{ alasan: 'x' }, ['alasan']],
  'caseMasking it': [{ teks: '', alasan: 'x' }, ['teks', 'alasan']],
  'caseDraftWithdrawal it': null,
  'caseConclusion it': [{ alasan: 'x' }, ['alasan']],
  'caseRoute public': [
    { ...routing, ...release, rilis: 'ya' },
    ['jenis', 'kategori', 'opd', 'judul_rilis', 'teks_rilis'],
  ],
  'caseRoute anonymous': [
    { ...routing, ...release, rilis: '', teks_saring: 'x' },
    ['jenis', 'kategori', 'opd', 'rilis', 'judul_rilis', 'teks_saring'],
  ],
  'caseRoute photo of another choice': [
    { ...routing, rilis: '' },
    ['jenis', 'kategori', 'opd', 'rilis'],
  ],
  'caseRoute to Inspektorat, out of sight': [
    { kategori: 'zzz', opd: String(DISHUB), pendukung: [String(PUPR)], pengawasan: '1' },
    ['kategori', 'opd', 'pendukung'],
  ],
  'caseTakeUp it': null,
  'casePromise it': [{ tanggal: 'besok', janji: 'x' }, ['tanggal', 'janji']],
  'caseReply sent': [{ tanggapan: 'x' }, ['tanggapan']],
  'caseClosure visit': [
    { tanggapan: 'x', alasan: 'x', kunjungan: 'x' },
    ['tanggapan', 'alasan', 'berkas'],
  ],
  'caseClosure files': [
    { tanggapan: 'x', alasan: 'x', berkas: new File(['tidak ada gambarnya'], 'a.jpg') },
    ['tanggapan', 'alasan', 'berkas'],
  ],
  'caseClosure another file': [
    { tanggapan: '', alasan: '', berkas: new File([''], 'a.txt') },
    ['tanggapan', 'alasan', 'berkas'],
  ],
  'caseQuestion verifier': [{ pertanyaan: 'x' }, ['pertanyaan']],
  'caseQuestion agency': [{ pertanyaan: 'x' }, ['pertanyaan']],
  'caseAssign it': [{ petugas: 'zzz' }, ['petugas']],
  'caseNote it': [{ catatan: '' }, ['catatan']],
  'casePriority it': [{ prioritas: 'zzz' }, ['prioritas']],
  'caseReturn out of sight': [{ opd: 'zzz', alasan: 'x' }, ['opd', 'alasan']],
  'caseReferral it': [{ teks: 'x' }, ['teks']],
  'caseArchive it': [{ alasan: 'x' }, ['alasan']],
  'caseClass it': [{ jenis: 'zzz', alasan: 'x' }, ['jenis', 'alasan']],
  'caseObjection it': [{ alasan: 'x' }, ['alasan']],
  'caseKey it': [{ alasan: 'x' }, ['alasan']],
  'caseUnarchive it': [{ alasan: 'x' }, ['alasan']],
  'caseRelease it': [release, ['judul_rilis', 'teks_rilis']],
  'caseUnrelease it': [{ alasan: 'x' }, ['alasan']],
  'caseReopen it': [{ alasan: 'x' }, ['alasan']],
  'caseMerge it': [{ induk: 'zzz' }, ['induk']],
  'caseSplit it': null,
  'caseOnBehalf answer': [{ teks: '' }, ['teks']],
  'caseOnBehalf rate': [{ nilai: '9' }, ['nilai']],
  'caseOnBehalf object': [{ teks: 'x' }, ['teks']],
  'caseOnBehalf withdraw': null,
  'caseReminder it': [{ pesan: 'x' }, ['pesan']],
  'caseExplanationRequest it': [{ pesan: 'x' }, ['pesan']],
  'caseExplanation it': [{ penjelasan: 'x' }, ['penjelasan']],
  'caseFiles it': [{ berkas: new File(['x'], 'a.txt') }, ['berkas']],
  'caseReveal it': [{ alasan: 'x' }, ['alasan']],
}

const all = Object.entries(WAYS).flatMap(([path, ways]) =>
  Object.entries(ways).map(([name, way]) => [`${path} ${name}`, path, way] as const),
)

test('no form of a case is missing here', () => {
  expect(all.map(([name]) => name).sort()).toEqual(Object.keys(WRONG).sort())
})

test.each(all.filter(([name]) => WRONG[name]))(
  '%s: all that is wrong is named at once',
  async (name, path, way) => {
    const { by, nomor, fields } = await way()
    const [sent, named] = WRONG[name] ?? [{}, []]
    const { langkah, pesan } = fields
    const carried = { ...(langkah ? { langkah } : {}), ...(pesan ? { pesan } : {}) }
    const own = /^case(Reminder|ExplanationRequest)/.test(name) ? {} : carried
    const at = patterns[path as keyof typeof patterns].replace('/petugas/laporan/:nomor', '')
    const answer = await send(by, nomor, at, { ...own, ...sent })
    expect(answer.status).toBe(422)
    expect(faultsIn(answer.html)).toEqual(named.toSorted())
    // beside the field, too
    for (const field of named) expect(answer.html).toMatch(new RegExp(`id="[\\w-]+-${field}-e"`))
  },
)

/** Fields that the summary leads to. */
const faultsIn = (html: string): string[] => {
  const summary = /<div class="note late" role="alert"[\s\S]*?<\/ul>/.exec(html)?.[0] ?? ''
  return [...summary.matchAll(/href="#[\w-]+-(\w+)"/g)].map(([, field = '']) => field).sort()
}

test('files are kept though the words are refused, and need not be chosen again', async () => {
  const { by, nomor, fields } = (await WAYS.caseClosure?.files?.()) ?? {}
  if (!by || !nomor || !fields) throw new Error('no way')
  const photo = new File([pictures.baselineJpeg], 'a.jpg')
  const first = await send(by, nomor, '/penutupan', { ...fields, tanggapan: 'x', berkas: photo })
  expect(first.status).toBe(422)
  expect(faultsIn(first.html)).toEqual(['tanggapan'])
  const { tanggapan = '', alasan = '' } = fields
  expect(first.html).toContain(String(alasan))
  const second = await send(by, nomor, '/penutupan', { tanggapan, alasan })
  expect(second.status).toBe(303)
})
