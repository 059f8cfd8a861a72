import { expect, test } from 'vitest'
import { proposeSensitivity } from '../../../src/domain/case/sensitivity.ts'

test.each([
  ['Keponakan saya DICABULI tetangga', 'violence'],
  ['Istri korban K.D.R.T. kdrt terus', 'violence'],
  ['Ada siswa dipukul guru di sekolah', 'child'],
  ['Pekerja anak di gudang, masih di bawah umur', 'child'],
  ['Saya pengidap HIV, petugas membocorkan', 'health'],
  ['Data rekam medis saya disebar', 'health'],
  ['Jalan berlubang di depan SPBU', null],
  ['Rehabilitasi jalan lingkungan belum selesai', null],
  ['Depresiasi aset daerah tidak dilaporkan', null],
  ['Taman bermain anak-anak rusak', null],
  ['', null],
])('"%s" proposes %s', (text, expected) => {
  expect(proposeSensitivity(text)).toBe(expected)
})
