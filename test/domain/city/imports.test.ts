import { expect, test } from 'vitest'
import { guessMapping } from '../../../src/domain/city/imports.ts'

const columns = [
  { name: 'nama', label: 'Nama' },
  { name: 'kode_wilayah', label: 'Kode wilayah' },
  { name: 'surel_pengirim', label: 'E-mail pengirim surat' },
  { name: 'surel_sidik', label: 'E-mail penerima sidik riwayat' },
  { name: 'nama_kota', label: 'Nama kota' },
]

test.each([
  ['our name', 'KODE WILAYAH', { kode_wilayah: 0 }],
  ['our name as it is', 'kode_wilayah', { kode_wilayah: 0 }],
  ['its first word, where one alone begins so', 'Kode', { kode_wilayah: 0 }],
  ['a word that begins two', 'Surel', {}],
  ['a word that is the name of another', 'Nama', { nama: 0 }],
  ['a label', 'Nama kota', { nama_kota: 0 }],
])('a header is known by %s', (_, header, mapping) => {
  expect(guessMapping(columns, [header])).toEqual(mapping)
})
