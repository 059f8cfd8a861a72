import { writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { scenePng } from '../../seed/media.ts'
import {
  atTheEdge,
  cutOff,
  runTogether,
  tooWide,
  touchingButtons,
  withoutEdge,
} from './support/in-page.ts'
import { afterUndo } from './support/letters.ts'
import { type OldChrome, startOldChrome } from './support/old-chrome.ts'
import { OldPage } from './support/old-page.ts'
import { siteUrl } from './support/site.ts'
import { tlsProxy } from './support/tls-proxy.ts'

/** It fetches a browser of 34 MB; the gate does without. `npm run test:old` runs it. */
const isAsked = Boolean(process.env.OLD_CHROME)

const MEASURES = [runTogether, atTheEdge, cutOff, touchingButtons, withoutEdge, tooWide]

/** htmx is younger than this browser, which reads none of it: each row opens as a page then. */
const TOO_YOUNG = /\/js\/htmx\.js/

let chrome: OldChrome
let proxy: Awaited<ReturnType<typeof tlsProxy>>
let page: OldPage

beforeAll(async () => {
  if (!isAsked) return
  proxy = await tlsProxy(siteUrl)
  chrome = await startOldChrome()
  page = await OldPage.open(chrome.pageEndpoint, 360)
})

afterAll(() => {
  chrome?.close()
  proxy?.server.close()
})

/** What is wrong with the page that is open, and what its scripts threw. */
async function faults(name: string): Promise<string[]> {
  const found: string[] = []
  for (const measure of MEASURES)
    for (const fault of await page.value<string[]>(`(${measure})()`))
      found.push(`${name}: ${measure.name}: ${fault}`)
  const thrown = page.faults.splice(0).filter((fault) => !TOO_YOUNG.test(fault))
  await page.screenshot(`chrome-70-${name}`)
  return [...found, ...thrown.map((fault) => `${name}: ${fault.slice(0, 300)}`)]
}

const open = (path: string) => page.goto(proxy.url + path)

test.runIf(isAsked)('pages that anybody opens stand in Chrome 70 as they do today', async () => {
  const found: string[] = []
  for (const [name, path] of Object.entries({
    beranda: '/',
    formulir: '/lapor',
    lacak: '/lacak',
    daftar: '/laporan',
    opd: '/opd',
    'opd-satu': '/opd/dinas-perhubungan',
    widget: '/widget/dinas-perhubungan',
    periksa: '/periksa-tanda-terima',
    masuk: '/petugas/masuk',
  })) {
    await open(path)
    found.push(...(await faults(name)))
  }
  expect(found).toEqual([])
})

test.runIf(isAsked)(
  'a report goes from its form to the answer in Chrome 70, for reporter and staff',
  async () => {
    const found: string[] = []
    const look = async (name: string) => found.push(...(await faults(name)))
    await open('/lapor')
    await page.fill('#isi', 'lampu')
    await page.value(`document.querySelector('form[action^="/lapor"]').noValidate = true`)
    await page.follow('form[action^="/lapor"] .btn')
    expect(await page.value('document.title')).toContain('Galat')
    await look('galat')
    await page.fill('#isi', 'Lampu jalan padam di depan pasar sejak Senin, jalan gelap sekali.')
    await page.value(`document.querySelector('#kategori').value = '3'`)
    await page.value(`document.querySelector('#kelurahan').value = '102'`)
    await page.follow('form[action^="/lapor"] .btn')
    expect(await page.text()).toContain('Simpan kode ini')
    const reference = await page.value<string>(`document.querySelector('.ref').innerText`)
    const key = await page.value<string>(`document.querySelector('.key').innerText`)
    await look('tanda-terima')

    const photo = join(await mkdtemp(join(tmpdir(), 'foto-')), 'lampu.png')
    writeFileSync(photo, await scenePng(1))
    await page.choose('#berkas', photo)
    await page.follow('form[enctype] .btn')
    expect(await page.text()).toContain('Berkas Anda tersimpan.')
    await look('status-foto')

    await signIn('verifikator')
    await look('antrean')
    await open(`/petugas/laporan/${reference}`)
    await look('kasus')
    await page.click('#langkah-route input[name=rilis][value=ya]')
    await page.follow('#langkah-route form .btn')
    await look('diteruskan')
    expect(await page.value('location.search')).toContain('kabar=')
    await page.follow('[data-leaves] .link')

    await signIn('petugas1.dishub')
    await open(`/petugas/laporan/${reference}`)
    await page.follow('#langkah-take_up form .btn')
    await page.fill('#langkah-ask textarea', 'Berapa tiang yang padam?')
    await page.follow('#langkah-ask form .btn')
    await look('bertanya')
    await page.resize(1280, 740)
    await look('bertanya-lebar')
    await page.resize(360, 740)
    await afterUndo()

    await open('/lacak')
    await page.fill('#nomor', reference)
    await page.fill('#kode', key)
    await page.follow('main form .btn')
    await look('status-ditanya')
    await page.fill('#jawaban', 'Dua tiang di tikungan.')
    await page.follow('form[action$="/jawaban"] .btn')
    expect(await page.text()).toContain('Dua tiang di tikungan.')
    await look('status-dijawab')
    expect(found).toEqual([])
  },
)

async function signIn(mailbox: string): Promise<void> {
  await open('/petugas/masuk')
  await page.fill('[type=email]', `${mailbox}@contoh.id`)
  await page.fill('[type=password]', inject('staffPassword'))
  await page.follow('main form .btn')
}
