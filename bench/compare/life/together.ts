import type { Visitor } from '../crawl/visitor.ts'
import { type City, handled, report, routing, TEXT, VISIT } from './reports.ts'

const VERIFIER = 'staff:verifikator'
const LIAISON = 'staff:penghubung.dishub'

/** Two who report one thing: joined, parted, joined again, answered together. */
export async function joined(visitor: Visitor, city: City): Promise<void> {
  const root = await handled(await report(visitor, 'root'), city)
  const member = await report(visitor, 'member', { kontak_email: 'budi@contoh.id', nama: 'Budi' })
  await member.desk(VERIFIER, '/penggabungan', { fields: { induk: 'DUM-0' }, status: 422 })
  await member.desk(VERIFIER, '/penggabungan', { fields: { induk: root.nomor } })
  await root.look()
  await member.desk(VERIFIER, '/pemisahan')
  await member.desk(VERIFIER, '/penggabungan', { fields: { induk: root.nomor.toLowerCase() } })
  await root.desk(LIAISON, '/tanggapan', { fields: { tanggapan: TEXT } })
  await root.desk(LIAISON, '/penutupan', {
    fields: { tanggapan: TEXT, alasan: TEXT, kunjungan: VISIT },
  })
  await root.letters()
  await member.look()
  await member.says('/pemisahan')
  await root.look()
  await root.says('/konfirmasi')
  await root.letters()
}

/** Given to the wrong agency twice, so that the administrator routes it. */
export async function returned(visitor: Visitor, city: City): Promise<void> {
  const life = await report(visitor, 'returned')
  const back = (opd: string) => ({ fields: { alasan: TEXT, opd } })
  await life.desk(VERIFIER, '/penerusan', routing(city.dishub))
  await life.desk(LIAISON, '/pengembalian', { fields: { alasan: TEXT }, status: 422 })
  await life.desk(LIAISON, '/pengembalian', { ...back(city.pupr), undone: true })
  await life.desk(LIAISON, '/pengembalian', back(city.pupr))
  await life.desk(VERIFIER, '/penerusan', routing(city.pupr))
  await life.desk('staff:penghubung.pupr', '/pengembalian', back(city.dishub))
  await life.desk('staff:pimpinan', '/teguran', { fields: { pesan: TEXT } })
  await life.desk('staff:admin', '/penerusan', routing(city.dishub))
  await life.letters()
}

/** What ends on the verifier's desk. */
export async function ended(visitor: Visitor): Promise<void> {
  const referred = await report(visitor, 'referred')
  await referred.desk(VERIFIER, '/rujukan', { fields: { teks: TEXT }, undone: true })
  await referred.desk(VERIFIER, '/rujukan', { fields: { teks: TEXT } })
  const archived = await report(visitor, 'archived')
  await archived.desk(VERIFIER, '/pertanyaan', { fields: { pertanyaan: TEXT } })
  await archived.desk(VERIFIER, '/arsip', { fields: { alasan: TEXT }, undone: true })
  await archived.desk(VERIFIER, '/arsip', { fields: { alasan: TEXT } })
  await archived.desk(VERIFIER, '/arsip/pembatalan', { fields: { alasan: TEXT }, undone: true })
  await archived.desk(VERIFIER, '/arsip/pembatalan', { fields: { alasan: TEXT } })
  await archived.says('/pencabutan', { fields: { alasan: '' } })
  await archived.letters()
}
