import type { Visitor } from '../crawl/visitor.ts'
import { type City, pdf, photo, report, routing, TEXT, VISIT } from './reports.ts'

const LIAISON = 'staff:penghubung.dishub'
const OFFICER = 'staff:petugas1.dishub'

/** From the form to the last star, with every step of an agency on the way. */
export async function usual(visitor: Visitor, city: City): Promise<void> {
  const life = await report(visitor, 'usual')
  await life.says('/berkas', { files: [await photo(3), pdf('Surat RT')] })
  await life.says('/berkas', {
    files: [{ ...pdf('x'), bytes: Buffer.from('bukan berkas') }],
    status: 422,
  })
  await life.desk('staff:verifikator', '/penerusan', { ...routing(city.dishub), undone: true })
  const foto = (await life.offered('staff:verifikator', 'foto')).slice(0, 1)
  await life.desk(
    'staff:verifikator',
    '/penerusan',
    routing(city.dishub, { foto, titik: '1', prioritas: 'important' }),
  )
  await life.letters()
  await life.desk(LIAISON, '/penanganan', { undone: true })
  await life.desk(LIAISON, '/penanganan')
  await life.desk(LIAISON, '/disposisi', {
    fields: { petugas: 'demo-petugas1.dishub' },
    undone: true,
  })
  await life.desk(LIAISON, '/disposisi', { fields: { petugas: 'demo-petugas1.dishub' } })
  await life.desk(LIAISON, '/disposisi', { fields: { petugas: 'demo-petugas1.pupr' }, status: 422 })
  await life.desk(OFFICER, '/prioritas', { fields: { prioritas: 'urgent' }, undone: true })
  await life.desk(OFFICER, '/prioritas', { fields: { prioritas: 'urgent' } })
  await life.desk(OFFICER, '/catatan', { fields: { catatan: TEXT }, undone: true })
  await life.desk(OFFICER, '/catatan', { fields: { catatan: TEXT } })
  await life.desk('staff:pimpinan', '/teguran', { fields: { pesan: TEXT } })
  await life.desk(OFFICER, '/pertanyaan', { fields: { pertanyaan: TEXT }, undone: true })
  await life.desk(OFFICER, '/pertanyaan', { fields: { pertanyaan: TEXT } })
  await life.letters()
  await life.says('/jawaban', { fields: { jawaban: TEXT } })
  await life.desk(OFFICER, '/tanggapan', { fields: { tanggapan: TEXT }, undone: true })
  await life.desk(OFFICER, '/tanggapan', { fields: { tanggapan: TEXT } })
  await life.desk(OFFICER, '/berkas', { files: [await photo(8)] })
  await life.desk(OFFICER, '/penutupan', {
    fields: { tanggapan: TEXT, alasan: TEXT },
    files: [await photo(9)],
    undone: true,
  })
  await life.desk(OFFICER, '/penutupan', {
    fields: { tanggapan: TEXT, alasan: TEXT },
    files: [await photo(10)],
  })
  await life.letters()
  await life.says('/keberatan', { fields: { alasan: TEXT } })
  await life.desk(OFFICER, '/penutupan', { fields: { tanggapan: TEXT, alasan: TEXT }, status: 422 })
  await life.desk(OFFICER, '/penutupan', {
    fields: { tanggapan: TEXT, alasan: TEXT, kunjungan: VISIT },
  })
  await life.says('/konfirmasi')
  await life.says('/nilai', { fields: { nilai: '9' }, status: 422 })
  await life.says('/nilai', { fields: { nilai: '4' } })
  await life.says('/pembukaan-kembali', { fields: { alasan: TEXT } })
  await life.desk(OFFICER, '/penutupan', {
    fields: { tanggapan: TEXT, alasan: TEXT, kunjungan: VISIT },
  })
  await life.says('/konfirmasi')
  await life.desk('staff:verifikator', '/pembukaan-kembali', { fields: { alasan: TEXT } })
  await life.desk('staff:verifikator', '/rilis/penarikan', { fields: { alasan: TEXT } })
  await life.desk('staff:verifikator', '/rilis', {
    fields: { judul_rilis: 'Lampu padam', teks_rilis: TEXT },
  })
  await life.says('/pencabutan', { fields: { alasan: TEXT } })
  await life.letters()
}
