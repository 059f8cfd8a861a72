import { expect, test } from 'vitest'
import { formsOf, rootsOf } from '../../../src/domain/text/affixes.ts'

const ROOTS = `lubang rusak padam genang banjir tumpuk buang layan pungut macet bocor sumbat tebang
  baik bising bakar parkir terang lapor tanggap pukul curi kotor siram alir sapu kirim tutup ambil
  gali hitung warna nyala proses kritik transfer syarat khawatir adu air bau cat izin rumah`.split(
  /\s+/,
)

test('every word that is made of a root leads back to it', () => {
  for (const root of ROOTS)
    for (const form of formsOf(root)) if (form !== root) expect(rootsOf(form), form).toContain(root)
})

test('a prefix joins a root as it is written', () => {
  const made = Object.fromEntries(ROOTS.map((root) => [root, formsOf(root)]))
  expect(made.pukul).toContain('memukul')
  expect(made.tutup).toContain('menutup')
  expect(made.sapu).toContain('menyapu')
  expect(made.kirim).toContain('mengirim')
  expect(made.cat).toContain('mengecat')
  expect(made.proses).toContain('memproses')
  expect(made.adu).toContain('pengaduan')
  expect(made.lapor).toContain('pelapor')
  expect(made.baik).toContain('memperbaiki')
})

test('what only looks like an affix stays', () => {
  for (const word of ['bersih', 'jalan', 'taman', 'kepala', 'sekolah', 'mati', 'dinas', 'beras'])
    expect(rootsOf(word), word).toEqual([])
})
