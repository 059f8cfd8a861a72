import type { Visitor } from '../crawl/visitor.ts'
import { type City, handled, photo, report, routing, TEXT } from './reports.ts'

const VERIFIER = 'staff:verifikator'

/** Never public, so that no decision is asked for. */
const KEPT = { rilis: '', judul_rilis: '', teks_rilis: '' }

/** An anonymous report: every word passes the verifier's screen, the name is opened with a reason. */
export async function anonymous(visitor: Visitor, city: City): Promise<void> {
  const life = await report(visitor, 'anonymous', { anonim: '1' })
  await life.says('/berkas', { files: [await photo(5)] })
  const foto = await life.offered(VERIFIER, 'foto_opd')
  await handled(life, city, { teks_saring: TEXT, foto_opd: foto })
  await life.desk('staff:penghubung.dishub', '/pertanyaan', { fields: { pertanyaan: TEXT } })
  await life.says('/jawaban', { fields: { jawaban: `${TEXT} Telepon 081234567890.` } })
  await life.desk(VERIFIER, '/penyaringan', { fields: { teks: TEXT } })
  await life.desk('staff:inspektorat', '/identitas', { fields: { alasan: 'x' }, status: 422 })
  await life.desk('staff:inspektorat', '/identitas', { fields: { alasan: TEXT }, status: 200 })
  await life.desk(VERIFIER, '/identitas', { fields: { alasan: TEXT }, status: 200 })
  await life.letters()
}

/** About the agency itself: only the Inspektorat handles it, and it goes on after a withdrawal. */
export async function supervisory(visitor: Visitor, city: City): Promise<void> {
  const isi = 'Petugas loket meminta uang dua ratus ribu rupiah supaya berkas saya diproses cepat.'
  const life = await report(visitor, 'supervisory', { isi, opd: city.dishub })
  await life.desk(VERIFIER, '/penerusan', {
    fields: { kategori: '3', opd: city.inspektorat, pengawasan: '1', tentang: city.dishub },
  })
  await life.desk('staff:inspektorat', '/penanganan')
  await life.desk('staff:inspektorat', '/catatan', { fields: { catatan: TEXT } })
  await life.desk('staff:inspektorat', '/tanggapan', { fields: { tanggapan: TEXT } })
  await life.says('/pencabutan', { fields: { alasan: TEXT } })
  await life.desk('staff:inspektorat', '/identitas', { fields: { alasan: TEXT }, status: 200 })
  await life.letters()
}

/** Kept from the public by its reporter, and one whose words speak of a child. */
export async function confidential(visitor: Visitor, city: City): Promise<void> {
  const life = await handled(
    await report(visitor, 'confidential', { keterbukaan: 'rahasia' }),
    city,
    KEPT,
  )
  await life.desk('staff:penghubung.dishub', '/tanggapan', { fields: { tanggapan: TEXT } })
  const isi = 'Anak saya umur tujuh tahun dipukul gurunya di sekolah sampai luka di kepala.'
  const child = await report(visitor, 'sensitive', { isi })
  await child.desk(VERIFIER, '/penerusan', routing(city.dishub, { ...KEPT, sensitif: 'child' }))
  await child.letters()
}
