import { describe, expect, test } from 'vitest'
import { stories } from '../../../seed/stories/index.ts'
import { suspectsSpam } from '../../../src/domain/case/spam.ts'
import {
  aComplaint,
  accepted,
  aFiling,
  aRelease,
  aRouting,
  refused,
  verifier,
  withheld,
} from '../../support/builders.ts'

const ADVERT = 'Situs slot gacor hari ini, gampang maxwin, bonus new member 100 persen!'

describe('a text that reads like an advertisement', () => {
  test.each([
    ['words of gambling', ADVERT],
    ['one such word and a link', 'Daftar RTP LIVE di https://contoh.example sekarang juga'],
    ['a shortened link', 'Lihat selengkapnya di bit.ly/abc123 ya Bapak Ibu sekalian'],
    ['many links', 'http://a.example http://b.example www.c.example kunjungi semua'],
    ['one line over and over', 'Beli di toko kami!\nBeli di toko kami!\nbeli di toko kami! '],
  ])('%s', (_name, text) => {
    expect(suspectsSpam(text)).toBe(true)
  })

  test.each([
    ['a map point', 'Lubangnya di sini: https://maps.app.goo.gl/AbCdEf, tolong ditambal.'],
    ['two links', 'Fotonya di https://foto.example/1 dan https://foto.example/2'],
    ['gambling complained of', 'Warung depan sekolah jadi tempat judi online dan judi slot.'],
    ['one word without a link', 'Anak-anak main slot gacor di warnet sampai malam.'],
    ['an address at s.id', 'Surel saya warga@dinas.id, rumah di gang s.id nomor 4'],
    ['short lines that come back', 'Tolong\nTolong\nTolong lampu jalan kami mati'],
  ])('not: %s', (_name, text) => {
    expect(suspectsSpam(text)).toBe(false)
  })

  test('no story of the demo city does', () => {
    expect(stories.filter(({ text }) => suspectsSpam(text)).map(({ title }) => title)).toEqual([])
  })
})

describe('a report suspected of spam', () => {
  const suspected = accepted(null, aFiling({ text: ADVERT }))

  test('is filed like any other, and flagged', () => {
    expect(suspected).toMatchObject({ state: 'received', suspectedSpam: true })
    expect(accepted(null, aFiling()).suspectedSpam).toBe(false)
  })

  test('is cleared by the verifier who routes it, with or without a release', () => {
    const routed = accepted(suspected, aRouting({ release: withheld }), { actor: verifier })
    expect(routed).toMatchObject({ suspectedSpam: false, release: { status: 'none' } })
    const released = accepted(suspected, aRouting(), { actor: verifier })
    expect(released).toMatchObject({ suspectedSpam: false, release: { status: 'released' } })
  })

  test('is never released while it is flagged', () => {
    const flagged = { ...aComplaint({ state: 'routed' }), suspectedSpam: true }
    const command = { name: 'release' as const, release: aRelease() }
    expect(refused(flagged, command, { actor: verifier })?.refused).toBe('never_public')
  })
})
