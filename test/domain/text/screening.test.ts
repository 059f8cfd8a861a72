import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPersonalData, maskPersonalData } from '../../../src/domain/text/screening.ts'

const found = (text: string) =>
  findPersonalData(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])

describe('personal data in a text is found', () => {
  test.each([
    ['phone', 'hubungi 081234567890 ya', '081234567890'],
    ['phone', 'WA: 0812-3456-7890.', '0812-3456-7890'],
    ['phone', 'telepon +62 812 3456 7890', '+62 812 3456 7890'],
    ['phone', 'nomor 6281234567890', '6281234567890'],
    ['phone', 'kantor (0765) 31234', '(0765) 31234'],
    ['phone', 'kantor 0765-31234', '0765-31234'],
    // the shortest that there are
    ['phone', 'kantor 021 12345', '021 12345'],
    ['phone', 'hp 081234567', '081234567'],
    ['plate', 'BK1A', 'BK1A'],
    ['nik', 'NIK 1472011203450001', '1472011203450001'],
    ['nik', 'NIK 147201 120345 0001', '147201 120345 0001'],
    ['plate', 'mobil BM 1234 XY parkir', 'BM 1234 XY'],
    ['plate', 'motor bm1234xy', 'bm1234xy'],
    ['plate', 'truk B 9123 KZA', 'B 9123 KZA'],
    ['email', 'kirim ke budi.s+1@contoh.co.id saja', 'budi.s+1@contoh.co.id'],
    ['account', 'rek BRI 0123-01-012345-50-9 an Budi', '0123-01-012345-50-9'],
    ['account', 'transfer ke 1234567890 katanya', '1234567890'],
  ])('%s in "%s"', (kind, text, part) => {
    expect(found(text)).toEqual([[kind, part]])
  })

  test('several at once are masked with words that say what stood there', () => {
    expect(
      maskPersonalData(
        'Pak Budi (081234567890, budi@contoh.id) naik BM 1234 XY, NIK 1472011203450001.',
      ),
    ).toBe(
      'Pak Budi ([nomor telepon disamarkan], [alamat e-mail disamarkan]) naik [nomor polisi disamarkan], NIK [NIK disamarkan].',
    )
  })
})

test.each([
  'Jalan rusak sepanjang 640 meter sejak 12 November 2026 pukul 08.30',
  'RT 05 RW 12, Blok B 12 No 7',
  'Anggaran Rp 1.250.000.000 dan Rp 2500000000',
  'Dana desa Rp 1.250.000.000 belum cair',
  'Kami minta 3 kali, dari 5 rumah ke 12 rumah',
  'Ukuran 120 x 80 cm, dalam 18 cm, 14.30 WIB',
  'Periode 2026-11-24 2026-11-25',
  'UU 25/2009 pasal 44 dan Perpres 76/2013',
])('"%s" holds nothing personal', (text) => {
  expect(found(text)).toEqual([])
})

test('spans are in order, do not overlap, and nothing is left to find after masking', () => {
  const piece = fc.constantFrom(
    '081234567890',
    'BM 1234 XY',
    '1472011203450001',
    'a@b.co',
    'rek 0123456789012',
    ' ',
    ', ',
    'jalan',
    '12',
    '\n',
  )
  void fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('')
      let end = 0
      for (const span of findPersonalData(text)) {
        expect(span.start).toBeGreaterThanOrEqual(end)
        expect(span.end).toBeGreaterThan(span.start)
        end = span.end
      }
      expect(end).toBeLessThanOrEqual(text.length)
    }),
  )
})

test('a hostile text of the full length is read through', () => {
  for (const unit of ['a', '0', '08', 'a.', 'BM 1', '(0', '1 ', 'rek ', '@', 'rek'])
    expect(() => findPersonalData(unit.repeat(20_000))).not.toThrow()
})
