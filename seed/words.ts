import type { Random } from './random.ts'

/** Why a report goes back, on the desk only. */
export function returnReasonOf(r: Random, rightAgency: string): string {
  return r.pick([
    `Bukan kewenangan kami. Aset ini dikelola ${rightAgency}.`,
    `Setelah dicek ke lapangan, ini urusan ${rightAgency}. Mohon diteruskan.`,
    `Kami sudah menghubungi ${rightAgency}, mereka yang berwenang dan siap menerima.`,
    `Tugas dan fungsi kami tidak mencakup ini. Usul ke ${rightAgency}.`,
  ])
}

/** The leader's word on a late case, on the desk only. */
export function reminderOf(r: Random): string {
  return r.pick([
    'Laporan ini sudah lewat tenggat. Mohon diselesaikan pekan ini.',
    'Warga sudah menunggu terlalu lama. Sampaikan kendalanya kepada saya.',
    'Mohon kabar kemajuan laporan ini sebelum rapat Senin.',
    'Bila perlu bantuan OPD lain, beri tahu saya hari ini.',
  ])
}

/** The record of a visit that stands as evidence of a closure. */
export function visitOf(r: Random, officer: string): string {
  return r.pick([
    `Peninjauan lapangan oleh ${officer} bersama ketua RT setempat.`,
    `Diperiksa di lokasi oleh ${officer}, disaksikan warga sekitar.`,
    `Kunjungan ke lokasi oleh ${officer} dan dua anggota tim.`,
  ])
}
