import { letterPdf, scenePng } from '../../../seed/media.ts'
import type { Visitor } from '../crawl/visitor.ts'
import { type Fields, Life } from './life.ts'
import type { Upload } from './multipart.ts'

export const TEXT = 'Petugas kami sudah ke lokasi dan perbaikannya selesai hari ini juga.'
export const VISIT = 'Dedi Kurniawan ke lokasi tanggal 24 November 2026, lampu menyala.'

/** Of the demo's city; numbers follow the order of seed/data. */
export interface City {
  dishub: string
  pupr: string
  inspektorat: string
}

const ABOUT: Fields = {
  isi: 'Lampu jalan di depan SDN 002 padam sudah sembilan hari, gelap sekali pada malam hari.',
  kategori: '3',
  kelurahan: '102',
  patokan: 'depan SDN 002',
  titik: '1.66512, 101.44321',
  nama: 'Siti Rahmah',
  kontak_telepon: '081200001234',
  kontak_email: 'siti@contoh.id',
}

export function report(visitor: Visitor, name: string, fields: Fields = {}): Promise<Life> {
  return Life.filed(visitor, name, { ...ABOUT, ...fields })
}

export function counterReport(visitor: Visitor, name: string, fields: Fields = {}): Promise<Life> {
  const { titik: _, ...about } = ABOUT
  return Life.writtenDown(visitor, name, 'staff:verifikator', { ...about, ...fields })
}

/** What a verifier fills in when a report goes to an agency and out. */
export function routing(opd: string, fields: Fields = {}): { fields: Fields } {
  return {
    fields: {
      ...{ kategori: '3', opd, rilis: 'ya', judul_rilis: 'Lampu jalan padam di Purnama' },
      teks_rilis: 'Tiga lampu jalan padam sejak sembilan hari lalu di depan sekolah.',
      ...fields,
    },
  }
}

/** Routed to Dishub and taken up there by its liaison. */
export async function handled(life: Life, city: City, fields: Fields = {}): Promise<Life> {
  await life.desk('staff:verifikator', '/penerusan', routing(city.dishub, fields))
  await life.desk('staff:penghubung.dishub', '/penanganan')
  return life
}

export async function photo(seed: number): Promise<Upload> {
  return {
    field: 'berkas',
    name: `foto-${seed}.png`,
    type: 'image/png',
    bytes: await scenePng(seed),
  }
}

export function pdf(line: string): Upload {
  return { field: 'berkas', name: 'surat.pdf', type: 'application/pdf', bytes: letterPdf(line) }
}
