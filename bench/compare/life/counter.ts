import { build, patterns } from '../../../src/paths.ts'
import type { Visitor, Who } from '../crawl/visitor.ts'
import { submit } from './life.ts'
import { type City, counterReport, handled, photo, TEXT, VISIT } from './reports.ts'

const VERIFIER: Who = 'staff:verifikator'
const LIAISON: Who = 'staff:penghubung.dishub'
const ADMIN: Who = 'staff:admin'

/** Somebody without a key: the counter says it for them, and erases it when they ask. */
export async function atTheCounter(visitor: Visitor, city: City): Promise<void> {
  const life = await handled(await counterReport(visitor, 'counter'), city)
  const behalf = (langkah: string, fields: Record<string, string> = {}, status = 303) =>
    life.desk(VERIFIER, '/atas-nama', { fields: { langkah, ...fields }, status })
  const closes = { fields: { tanggapan: TEXT, alasan: TEXT, kunjungan: VISIT } }
  await life.desk(VERIFIER, '/berkas', { files: [await photo(12)] })
  await life.desk(LIAISON, '/pertanyaan', { fields: { pertanyaan: TEXT } })
  await behalf('answer', { teks: 'x' }, 422)
  await behalf('answer', { teks: TEXT })
  await life.desk(LIAISON, '/penutupan', closes)
  await behalf('dispute', { teks: TEXT })
  await life.desk(LIAISON, '/penutupan', closes)
  await behalf('confirm')
  await behalf('rate', { nilai: '5' })
  await life.letters()
  await erased(visitor, life.nomor)
  await life.look()
  const gone = await handled(
    await counterReport(visitor, 'counter, withdrawn', { kanal: 'phone' }),
    city,
  )
  await gone.desk(VERIFIER, '/atas-nama', { fields: { langkah: 'withdraw', teks: TEXT } })
  await gone.letters()
}

async function erased(visitor: Visitor, nomor: string): Promise<void> {
  const request = { nomor, jenis: 'erase', kanal: 'letter', pemeriksaan: 'Loket, KTP' }
  const asked = await submit(
    visitor,
    'erasure',
    ADMIN,
    patterns.dataRequests,
    patterns.dataRequests,
    { fields: request },
  )
  const page = asked.before.headers.find(([name]) => name === 'location')?.[1] ?? ''
  await submit(visitor, 'erasure', ADMIN, page, '/penghapusan', {
    fields: { alasan: TEXT },
    status: 422,
  })
  await submit(visitor, 'erasure', ADMIN, page, '/penghapusan', {
    fields: { alasan: TEXT, yakin: 'ya' },
  })
  await visitor.one('lives', { path: page, as: ADMIN, note: 'erased' })
  await visitor.one('lives', { path: build('caseFile', { nomor }), as: ADMIN, note: 'erased' })
}
