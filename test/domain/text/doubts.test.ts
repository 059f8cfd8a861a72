import { expect, test } from 'vitest'
import { gapsIn, personalIn } from '../../../src/domain/text/doubts.ts'
import { maskPersonalData } from '../../../src/domain/text/screening.ts'

const texts = (list: { words: string }[]) => list.map(({ words }) => words)

test('finds what names somebody, as it is written', () => {
  const text = 'Atas nama NIK 1472010101010001, hubungi 0812 3456 7890 atau budi@contoh.id.'
  expect(texts(personalIn(text))).toEqual(['1472010101010001', '0812 3456 7890', 'budi@contoh.id'])
  expect(personalIn('Tiga lampu kami ganti pada 24 November 2026, pukul 14.30.')).toEqual([])
})

test('finds what a template left open, and takes no mask for it', () => {
  expect(texts(gapsIn('Kami memeriksa [apa] pada [hari, tanggal].'))).toEqual([
    '[apa]',
    '[hari, tanggal]',
  ])
  const masked = maskPersonalData('Telepon 081234567890, NIK 1472010101010001, a@contoh.id')
  expect(gapsIn(masked)).toEqual([])
  expect(gapsIn('Tidak ada [ yang terbuka\n] di sini')).toEqual([])
})
