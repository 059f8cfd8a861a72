import { beforeAll, describe, expect, it } from 'vitest'
import { fileReport, leadsTo, read } from '../support/citizen.ts'
import { post, request } from '../support/request.ts'

const leads = async (path: string, init?: RequestInit) => {
  const { status, headers } = await request(path, init)
  return [status, headers.get('Location')]
}

beforeAll(async () => void (await fileReport()))

describe('an address with a slash too many or in capitals', () => {
  it.each([
    ['/lapor/', '/lapor'],
    ['/Lapor', '/lapor'],
    ['/LACAK//?nomor=DMI-1', '/lacak?nomor=DMI-1'],
    ['/Laporan/DMI-7K4Q-2M9X/', '/laporan/DMI-7K4Q-2M9X'],
    ['/B/DMI-7K4Q-2M9X', '/b/DMI-7K4Q-2M9X'],
    ['/OPD/Dishub', '/opd/dishub'],
    ['/T/AbC_def/', '/t/AbC_def'],
    ['/petugas/', '/petugas'],
    ['/Petugas/Antrean/Verifikasi', '/petugas/antrean/verifikasi'],
    ['/lapor/?bahasa=en', '/lapor?bahasa=en'],
    ['/b/DMI-7K4Q-2M9X/?bahasa=en', '/b/DMI-7K4Q-2M9X?bahasa=en'],
    ['/%4Capor', '/lapor'],
    ['//lapor', '/lapor'],
  ])('%s leads to %s', async (from, to) => {
    expect(await leads(from.startsWith('//') ? `https://lapor.example${from}` : from)).toEqual([
      301,
      to,
    ])
    const head = from.startsWith('//') ? `https://lapor.example${from}` : from
    expect(await leads(head, { method: 'HEAD' })).toEqual([301, to])
  })

  it.each([
    '/lapor',
    '/',
    '/laporan/DMI-7K4Q-2M9X',
    '/js/Keep.js',
    '/JS/keep.js',
    '/robots.txt/',
    '/Sitemap.xml',
    '/widget.js/',
    '/tidak-ada/',
    '/laporan/',
    '//jahat.example/',
    '//jahat.example/lapor/',
    '/\\jahat.example/lapor/',
    '/lapor/%2e%2e//jahat.example/',
    '/.//jahat.example',
  ])('%s leads nowhere else', async (path) => {
    const url = new URL('https://lapor.example')
    const [, to] = await leads(url.origin + path)
    if (path === '/laporan/') expect(to).toBe('/laporan')
    else expect(to).toBeNull()
  })

  it.each(['//jahat.example/', '///jahat.example', '/\\jahat.example/lapor', '/.//jahat.example'])(
    '%s with a key behind it leads to no other site',
    async (path) => {
      const own = 'https://lapor.example'
      const [status, to] = await leads(`${own}${path}?q=7K4Q-2M9X-AB3D-E`)
      expect([status, new URL(to as string, own).origin]).toEqual([303, own])
    },
  )

  it('is not led where something is sent', async () => {
    expect((await post('/Lapor/', {})).status).toBe(404)
  })
})

describe('a number typed anywhere', () => {
  it('leads from the search of public reports to tracking, released or not known alike', async () => {
    const { number } = await fileReport()
    for (const typed of [number, `Nomor: ${number.toLowerCase()}`, number.replaceAll('-', ' ')])
      expect(await leads(`/laporan?${new URLSearchParams({ q: typed })}`)).toEqual([
        303,
        `/lacak?nomor=${number}`,
      ])
    expect(await read(`/lacak?nomor=${number}`)).toContain(`value="${number}"`)
    expect((await request('/laporan?q=lapangan')).status).toBe(200)
  })

  it('opens the report with the key, whatever label stands before either', async () => {
    const { number, key, url } = await fileReport()
    for (const [nomor, kode] of [
      [`Nomor: ${number}`, `Kode akses: ${key}`],
      [`nomor laporan ${number}.`, `kode ${key.toLowerCase()}`],
      [`https://lapor.example/b/${number}`, `“${key}”`],
    ] as const) {
      const answer = await post('/lacak', { nomor, kode })
      expect(leadsTo(answer)).toEqual([303, url])
    }
  })
})
