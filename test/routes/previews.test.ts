import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { dossierByReference } from '../../src/db/dossier.ts'
import { pictures } from '../fixtures/pictures.ts'
import { fileReport, type Receipt } from '../support/citizen.ts'
import { DISHUB, PUPR } from '../support/commands.ts'
import { fetchFile, look, send, staff } from '../support/desk.ts'
import { routing } from '../support/desk-cases.ts'
import { bringPreview } from '../support/previews.ts'
import { request } from '../support/request.ts'
import { upload } from '../support/sample-world.ts'
import { world } from '../support/world.ts'

const ROLES = ['verifier', 'liaison', 'officer', 'head', 'inspectorate', 'leader', 'admin'] as const

const filesOf = async ({ number }: Receipt) =>
  (await dossierByReference((await world()).db, number))?.attachments ?? []

/** Three photos of the reporter, the first for the agency, the second for all. */
const withPhotos = async (fields: Record<string, string>) => {
  const report = await fileReport(fields)
  const bytes = [pictures.baselineJpeg, pictures.progressiveJpeg, pictures.greyJpeg]
  const files = bytes.map((one, i) => new File([one], `${i}.jpg`))
  await upload(`${report.url}/berkas`, report.cookie, files)
  for (const { id } of await filesOf(report)) await bringPreview(id)
  return report
}

/** Status by viewer and file, of the whole and of the small. */
const answers = async (report: Receipt) => {
  const seen: Record<string, [whole: number, small: number]> = {}
  const other = await fileReport({ isi: 'Sampah menumpuk di ujung gang, sudah tiga minggu lebih.' })
  for (const [n, { id }] of (await filesOf(report)).entries()) {
    const both = async (viewer: string, ask: (path: string) => Promise<Response>, path: string) => {
      seen[`${viewer} ${n}`] = [(await ask(path)).status, (await ask(`${path}?kecil`)).status]
    }
    const by = (cookie: string) => (path: string) => request(path, { headers: { Cookie: cookie } })
    const own = `${report.url}/berkas/${id}`
    await both('reporter', by(report.cookie), own)
    await both('another reporter', by(other.cookie), own)
    await both('nobody', by(''), own)
    await both('public', by(''), `/laporan/${report.number}/foto/${id}`)
    for (const role of ROLES)
      for (const agency of [null, DISHUB, PUPR]) {
        if ((agency === null) !== !['liaison', 'officer', 'head'].includes(role)) continue
        const member = await staff(role, agency)
        const path = `/petugas/laporan/${report.number}/berkas/${id}`
        await both(`${role} ${agency}`, (at) => fetchFile(member, at), path)
      }
  }
  return seen
}

const differing = (seen: Awaited<ReturnType<typeof answers>>) =>
  Object.entries(seen).filter(([, [whole, small]]) => whole !== small)

it.each([
  ['a plain report', {}],
  ['an anonymous one', { anonim: '1' }],
  ['a confidential one', { keterbukaan: 'rahasia' }],
])('shows the small picture of %s exactly to those who may open the photo', async (_, wish) => {
  const report = await withPhotos(wish)
  expect(differing(await answers(report))).toEqual([])
  const [first, second] = await filesOf(report)
  const verifier = await staff('verifier')
  const { rilis: __, judul_rilis, teks_rilis, ...quiet } = routing
  const sent = await send(verifier, report.number, '/penerusan', {
    ...('keterbukaan' in wish ? quiet : { ...quiet, rilis: 'ya', judul_rilis, teks_rilis }),
    ...('anonim' in wish
      ? { teks_saring: teks_rilis, foto_opd: [first?.id ?? '', second?.id ?? ''] }
      : {}),
    ...('keterbukaan' in wish ? {} : { foto: second?.id ?? '' }),
  })
  expect(sent.status, sent.html.slice(0, 3000)).toBe(303)
  await env.DB.prepare(
    'update complaint set undo = null, public_from = 1 where public_from is not null',
  ).run()
  const routed = await answers(report)
  expect(differing(routed)).toEqual([])
  expect(routed['reporter 0']).toEqual([200, 200])
  expect(routed['public 1']?.[0]).toBe('keterbukaan' in wish ? 404 : 200)
})

it('lets the edge keep a public one under the tag of its report, and takes it away with the release', async () => {
  const report = await withPhotos({})
  const [, photo] = await filesOf(report)
  const verifier = await staff('verifier')
  await send(verifier, report.number, '/penerusan', { ...routing, foto: photo?.id ?? '' })
  await env.DB.prepare('update complaint set undo = null, public_from = 1').run()
  const path = `/laporan/${report.number}/foto/${photo?.id}?kecil`
  const answer = await request(path)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Cache-Tag')).toBe(`laporan-${report.number}`)
  expect(answer.headers.get('Cache-Control')).toMatch(/^public, max-age=60/)
  const page = await (await request(`/laporan/${report.number}`)).text()
  expect(page).toContain(`<img src="${path}"`)
  await send(verifier, report.number, '/rilis/penarikan', { alasan: 'Memuat nama orang.' })
  const gone = await request(path)
  expect([gone.status, gone.headers.get('Cache-Control')]).toEqual([410, 'no-store'])
})

it('shows them on the desk, and never the whole photo', async () => {
  const report = await withPhotos({})
  const { html } = await look(await staff('verifier'), `/petugas/laporan/${report.number}`)
  const images = [...html.matchAll(/<img src="([^"]*)"/g)].map(([, src]) => src)
  expect(images).toHaveLength(3)
  expect(images.every((src) => src?.endsWith('?kecil'))).toBe(true)
})
