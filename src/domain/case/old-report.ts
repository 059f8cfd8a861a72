import type { ImportCommand } from '../acts/import.ts'
import { type Area, agencyBySlug, type City } from '../city/city.ts'
import type { LineFault } from '../city/imports.ts'
import { contactFrom } from '../people/contact.ts'
import { cleanLine, cleanText, titleFrom } from '../text/clean-text.ts'
import { TEXT_MAX, TITLE_MAX, WORD_MIN } from '../text/limits.ts'
import { type Instant, type IsoDate, instantAt, monthsBefore } from '../time/time.ts'
import { readDate } from '../time/typed-date.ts'
import type { ComplaintClass } from './complaint.ts'
import { oldStatus } from './old-status.ts'
import { proposeSensitivity } from './sensitivity.ts'

/** Of their pages, in addresses. */
export const OLD_REPORTS = 'laporan-lama'

/** Of what is brought from an older record; `also`: how LAPOR! and spreadsheets call it. */
export const OLD_COLUMNS = [
  {
    name: 'nomor_lama',
    also: ['Tracking ID', 'Nomor', 'No Laporan', 'Nomor Laporan', 'ID Laporan'],
  },
  {
    ...{ name: 'diterima', required: true },
    also: ['Tanggal', 'Tanggal Laporan', 'Tanggal Masuk', 'Tgl Laporan', 'Waktu Laporan'],
  },
  { name: 'judul', also: ['Judul Laporan', 'Perihal'] },
  {
    ...{ name: 'isi_laporan', required: true },
    also: ['Isi', 'Laporan', 'Uraian', 'Deskripsi', 'Aduan', 'Isi Aduan'],
  },
  { name: 'klasifikasi', also: ['Jenis', 'Klasifikasi Laporan', 'Jenis Laporan', 'Tipe Laporan'] },
  { name: 'kategori_laporan', also: ['Kategori', 'Topik', 'Bidang'] },
  { name: 'lokasi', also: ['Kelurahan', 'Lokasi Kejadian', 'Tempat', 'Alamat'] },
  {
    name: 'opd_lama',
    also: [
      'OPD',
      'Instansi Terdisposisi',
      'Instansi Disposisi',
      'Disposisi',
      'Instansi',
      'OPD Tujuan',
    ],
  },
  { name: 'keadaan', required: true, also: ['Status Laporan'] },
  { name: 'selesai', also: ['Tanggal Selesai', 'Tanggal Tutup', 'Tgl Selesai'] },
  { name: 'tindak_lanjut', also: ['Tanggapan', 'Jawaban', 'Respon', 'Tindak Lanjut Laporan'] },
  { name: 'nama_pelapor', also: ['Nama', 'Pelapor', 'Nama Lengkap'] },
  {
    name: 'telepon_pelapor',
    also: ['Telepon', 'No HP', 'HP', 'Kontak', 'Nomor Telepon', 'WhatsApp'],
  },
  { name: 'email_pelapor', also: ['Email', 'E-mail', 'Surel', 'Alamat Email'] },
  { name: 'rahasia', also: ['Laporan Rahasia'] },
  { name: 'anonim', also: ['Laporan Anonim', 'Sifat', 'Sifat Laporan'] },
] as const satisfies readonly { name: string; required?: true; also: readonly string[] }[]

/** Who reported, and how to reach them. */
export const OLD_IDENTITY: ReadonlySet<string> = new Set([
  ...['nama_pelapor', 'telepon_pelapor', 'email_pelapor'],
])

type Typed = Readonly<Record<string, string>>

export interface OldReport {
  command: Omit<ImportCommand, 'id' | 'reference'>
  title: string
  landmark: string | null
  /** As the older record numbers it. */
  number: string | null
  identity: { name: string | null; phone: string | null; email: string | null }
}

/** One line of an older record; every fault is told at once. */
export function readOldReport(
  typed: Typed,
  city: City,
  now: Instant,
): { ok: true; report: OldReport } | { ok: false; faults: LineFault[] } {
  const faults: LineFault[] = []
  const wrong = (field: string, fault: 'missing' | 'unknown' | 'unreadable' | 'long') => {
    faults.push({ field, fault })
    return null
  }
  const cell = (name: string) => said(typed[name])
  const day = dayIn(typed, 'diterima', wrong) ?? ''
  const status = oldStatus(cell('keadaan'))
  if (status === null) wrong('keadaan', cell('keadaan') === '' ? 'missing' : 'unknown')
  const words = cleanText(typed.isi_laporan ?? '').trim()
  if ([...words].length < WORD_MIN) wrong('isi_laporan', 'missing')
  const { title, text } = told(cleanLine(cell('judul')), words)
  if ([...text].length > TEXT_MAX) wrong('isi_laporan', 'long')
  const answer = cleanText(cell('tindak_lanjut')).trim() || null
  if ([...(answer ?? '')].length > TEXT_MAX) wrong('tindak_lanjut', 'long')
  const [kind = null, category = null, agency = null] = [
    kindOf(cell('klasifikasi')),
    named(city.categories, cell('kategori_laporan')),
    agencyOf(city, cell('opd_lama')),
  ]
  if (kind === null) wrong('klasifikasi', 'unknown')
  if (category === null && cell('kategori_laporan')) wrong('kategori_laporan', 'unknown')
  if (agency === null && cell('opd_lama')) wrong('opd_lama', 'unknown')
  const ended = dayIn({ ...typed, selesai: cell('selesai') }, 'selesai', wrong)
  const identity = identityOf(typed, wrong)
  const today = now + city.settings.offset * 60_000
  const until = instantAt(ended ?? (day || '9999-01-01'), 0, city.settings.offset)
  if (status !== 'open' && until < monthsBefore(now, city.settings.retentionMonths))
    faults.push({ field: 'selesai', line: 'past_keeping' })
  for (const [field, one] of [
    ['diterima', day],
    ['selesai', ended],
  ] as const)
    if (one && instantAt(one, 0, 0) > today) faults.push({ field, fault: 'unreadable' })
  if (ended && day && ended < day) wrong('selesai', 'unreadable')
  if (faults.length > 0 || status === null || kind === null) return { ok: false, faults }
  const place = areaOf(city, cell('lokasi'))
  return {
    ok: true,
    report: {
      command: {
        name: 'import',
        class: kind.class,
        categoryId: category?.id ?? null,
        districtId: place?.parentId ?? place?.id ?? null,
        subdistrictId: place && place.parentId !== null ? place.id : null,
        proposedAgencyId: agency?.id ?? null,
        anonymous: isYes(cell('anonim'), 'anonim'),
        confidential:
          kind.secret || isYes(cell('rahasia'), 'rahasia') || /rahasia/i.test(cell('anonim')),
        channel: 'import',
        hasKeyHolder: false,
        incidentDay: day,
        text,
        sensitive: proposeSensitivity(text),
        ended: status === 'open' ? null : { state: status, day: ended },
        agencyId: agency?.id ?? null,
        answer,
      },
      title,
      landmark: place ? null : cleanLine(cell('lokasi')).slice(0, 200) || null,
      number: oldNumber(typed),
      identity,
    },
  }
}

/** As the older record numbers it. */
export function oldNumber(typed: Typed): string | null {
  return cleanLine(said(typed.nomor_lama)).slice(0, 40) || null
}

/** A dash says that there is nothing. */
function said(text: string | undefined): string {
  const line = (text ?? '').trim()
  return /^[-–—]+$/.test(line) ? '' : line
}

type Wrong = (field: string, fault: 'missing' | 'unknown' | 'unreadable' | 'long') => null

function dayIn(typed: Typed, field: string, wrong: Wrong): IsoDate | null {
  const text = said(typed[field])
  if (text === '') return field === 'diterima' ? wrong(field, 'missing') : null
  // a time of the day stands behind it
  const day = readDate(text) ?? readDate(text.replace(/[ T,]+\d{1,2}[:.]\d{2}.*$/, ''))
  return day ?? wrong(field, 'unreadable')
}

/** What is too long for a title begins the report. */
function told(title: string, text: string): { title: string; text: string } {
  if (title === '') return { title: titleFrom(text), text }
  if ([...title].length <= TITLE_MAX) return { title, text }
  return { title: titleFrom(title), text: `${title}\n\n${text}` }
}

const KINDS: readonly [RegExp, ComplaintClass, secret: boolean][] = [
  [/pengawasan|whistle/, 'complaint', true],
  [/informasi/, 'information', false],
  [/aspirasi|saran|usul/, 'aspiration', false],
  [/^$|adu|keluh|laporan/, 'complaint', false],
]

function kindOf(text: string): { class: ComplaintClass; secret: boolean } | null {
  const found = KINDS.find(([words]) => words.test(text.toLowerCase()))
  return found ? { class: found[1], secret: found[2] } : null
}

function bare(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

function named<T extends { name: string; slug: string }>(
  rows: readonly T[],
  text: string,
): T | null {
  const sought = bare(text)
  return rows.find(({ name, slug }) => [name, slug].some((one) => bare(one) === sought)) ?? null
}

function agencyOf(city: City, text: string) {
  const short = city.agencies.find(({ shortName }) => bare(shortName) === bare(text))
  return named(city.agencies, text) ?? short ?? agencyBySlug(city, text) ?? null
}

/** A kelurahan before a kecamatan of the same name. */
function areaOf(city: City, text: string): Area | null {
  const sought = bare(text.replace(/^(?:kel(?:urahan)?|kec(?:amatan)?)\.?\s+/i, ''))
  const found = city.areas.filter(({ name }) => bare(name) === sought)
  return found.find(({ parentId }) => parentId !== null) ?? found[0] ?? null
}

function isYes(text: string, word: string): boolean {
  return new RegExp(`^(?:ya|y|yes|1|true|benar|v|x)$|${word}`, 'i').test(text)
}

function identityOf(typed: Typed, wrong: Wrong): OldReport['identity'] {
  const name = cleanLine(said(typed.nama_pelapor)) || null
  if ([...(name ?? '')].length > 100) wrong('nama_pelapor', 'long')
  const [phone, email] = [typed.telepon_pelapor, typed.email_pelapor].map(
    (text) => said(text) || null,
  )
  return { name, ...contactFrom({ phone: phone ?? null, email: email ?? null }) }
}
