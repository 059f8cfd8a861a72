import type { Visitor } from '../crawl/visitor.ts'
import { type City, report, routing, TEXT, VISIT } from './reports.ts'

const OFFICER = 'staff:petugas1.pupr'
const HEAD = 'staff:kepala.pupr'

/** An agency whose head lets words out; then the reporter has everything forgotten. */
export async function approved(visitor: Visitor, city: City): Promise<void> {
  const life = await report(visitor, 'approved', { kategori: '1' })
  await life.desk(
    'staff:verifikator',
    '/penerusan',
    routing(city.pupr, { kategori: '1', pendukung: city.dishub }),
  )
  await life.desk(OFFICER, '/penanganan')
  await life.desk('staff:penghubung.dishub', '/catatan', { fields: { catatan: TEXT } })
  await life.desk(OFFICER, '/tanggapan', { fields: { tanggapan: TEXT } })
  await life.desk(OFFICER, '/tanggapan', { fields: { tanggapan: `${TEXT} Dua kali.` } })
  await life.letters()
  await life.desk(HEAD, '/persetujuan', { undone: true })
  await life.desk(HEAD, '/persetujuan')
  await life.desk(OFFICER, '/penutupan', {
    fields: { tanggapan: TEXT, alasan: TEXT, kunjungan: VISIT },
  })
  const pesan = (await life.offered(HEAD, 'pesan')).at(-1) ?? ''
  await life.desk(HEAD, '/persetujuan', { fields: { pesan } })
  await life.says('/konfirmasi')
  await life.says(
    '/data',
    { fields: { nama: 'Siti', kontak_email: 'bukan' }, status: 422 },
    'statusData',
  )
  await life.says(
    '/data',
    { fields: { nama: 'Siti R.', kontak_email: 'siti.baru@contoh.id' } },
    'statusData',
  )
  await life.says('/data/penghapusan', { status: 422 }, 'statusData')
  await life.says('/data/penghapusan', { fields: { setuju: 'ya' } }, 'statusData')
  await life.letters()
}
