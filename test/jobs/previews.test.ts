import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { publishCity } from '../../src/db/publish-city.ts'
import { sweepOrphans } from '../../src/jobs/orphans.ts'
import { resendPreviews } from '../../src/jobs/resend.ts'
import { jobWorld } from '../../src/jobs/world.ts'
import { previewKey } from '../../src/storage/attachments.ts'
import { pictures } from '../fixtures/pictures.ts'
import { fileReport, read } from '../support/citizen.ts'
import { rows } from '../support/handled.ts'
import { historyFound } from '../support/history-found.ts'
import { photo } from '../support/photos.ts'
import { bringPreview } from '../support/previews.ts'
import { post, request } from '../support/request.ts'
import { upload } from '../support/sample-world.ts'
import { world } from '../support/world.ts'

interface Row {
  id: string
  key: string
  preview: string | null
  preview_tries: number
}

const sent = async (bytes: Uint8Array = pictures.baselineJpeg, name = 'Siti di rumah.jpg') => {
  const report = await fileReport()
  await upload(`${report.url}/berkas`, report.cookie, [new File([bytes], name)])
  const file = async () =>
    (await rows<Row>('select * from attachment order by rowid desc limit 1'))[0] as Row
  return { report, file, ...(await file()) }
}

const small = (key: string) => env.FILES.get(previewKey(key))

it('names a photo until its small picture is made, then shows that and never the whole', async () => {
  const { report, id } = await sent()
  const before = await read(report.url, report.cookie)
  expect(before).toContain(`/berkas/${id}"`)
  expect(before).not.toContain('<img')
  const headers = { Cookie: report.cookie }
  const etag = (await request(report.url, { headers })).headers.get('ETag') ?? ''
  const address = `${report.url}/berkas/${id}?kecil`
  expect((await request(address, { headers })).status).toBe(404)

  expect((await bringPreview(id)).explicitAcks).toEqual(['m1'])
  const again = await request(report.url, { headers: { ...headers, 'If-None-Match': etag } })
  expect(again.status).toBe(200)
  const images = (await again.text()).match(/<img src="[^"]*"/g)
  expect(images).toEqual([`<img src="${address}"`])
  const answer = await request(address, { headers })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Type')).toBe('image/jpeg')
  expect(answer.headers.get('Cache-Control')).toBe('private, max-age=86400, immutable')
  expect(answer.headers.get('Vary')).toContain('Cookie')
  expect((await answer.arrayBuffer()).byteLength).toBeLessThanOrEqual(12_000)
})

it('answers an upload of a megabyte with 15 kB at most, pictures and all', async () => {
  const report = await fileReport()
  const large = new File([await photo(2000, 1500, 60)], 'a.jpg')
  expect(large.size).toBeGreaterThan(1_000_000)
  const answer = await upload(`${report.url}/berkas`, report.cookie, [large])
  const sentBack = async (path: string) => {
    const html = await read(path, report.cookie)
    const packed = new Response(html).body?.pipeThrough(new CompressionStream('gzip'))
    let bytes = (await new Response(packed).arrayBuffer()).byteLength
    for (const [, src] of html.matchAll(/<img src="([^"]*)"/g)) {
      const image = await request(src ?? '', { headers: { Cookie: report.cookie } })
      bytes += (await image.arrayBuffer()).byteLength
    }
    return bytes
  }
  const page = answer.headers.get('Location') ?? ''
  expect(await sentBack(page)).toBeLessThanOrEqual(15_000)
  const [{ id = '' } = {}] = await rows<{ id: string }>(
    'select id from attachment order by rowid desc limit 1',
  )
  await bringPreview(id)
  expect(await sentBack(page)).toBeLessThanOrEqual(4_096 + 12_000)
})

it('is made once, however often the queue brings it, under no name and without a change of history', async () => {
  const { id, key, file } = await sent()
  await bringPreview(id)
  const first = await small(key)
  await bringPreview(id)
  expect((await small(key))?.uploaded).toEqual(first?.uploaded)
  expect(await file()).toMatchObject({ preview: 'made', preview_tries: 1 })
  const kept = await env.FILES.head(previewKey(key))
  expect(kept?.customMetadata).toEqual({})
  expect(kept?.httpMetadata).toEqual({ contentType: 'image/jpeg' })
  expect(JSON.stringify((await env.FILES.list()).objects)).not.toContain('Siti')
  expect(await historyFound()).toEqual([])
})

it('leaves a document, and a photo that does not decode, named by its link', async () => {
  for (const bytes of [pictures.cmykJpeg]) {
    const { report, id, file } = await sent(bytes)
    expect((await bringPreview(id)).explicitAcks).toEqual(['m1'])
    expect(await file()).toMatchObject({ preview: 'none' })
    const page = await read(report.url, report.cookie)
    expect(page).toContain(`/berkas/${id}"`)
    expect(page).not.toContain('<img')
  }
})

it('keeps a photo that broke off, and says so', async () => {
  const report = await fileReport()
  const cut = new File([pictures.baselineJpeg.subarray(0, -40)], 'a.jpg')
  const answer = await upload(`${report.url}/berkas`, report.cookie, [cut])
  const to = answer.headers.get('Location') ?? ''
  expect(to).toBe(`${report.url}?kabar=attach_closed`)
  expect(await read(to, report.cookie)).toContain('Foto yang terpotong kami simpan')
})

it('says of a photo that is too big to be made small that it is big', async () => {
  const { report, id } = await sent()
  await rows('update attachment set width = 4500, height = 3000, bytes = 4800000 where id = ?', id)
  const page = await read(report.url, report.cookie)
  expect(page.replace(/<[^>]+>/g, '')).toMatch(/Foto 1, 4,[68] MB, foto besar/)
  expect(page).not.toContain('<img')
})

it('brings what the queue lost again, five times in all, and then leaves it', async () => {
  const { id, file } = await sent()
  const now = Date.now()
  const asked: string[] = []
  const PREVIEWS = {
    ...env.PREVIEWS,
    sendBatch: async (batch: Iterable<MessageSendRequest<{ attachmentId: string }>>) => {
      for (const { body } of batch) asked.push(body.attachmentId)
      return {
        metadata: {
          metrics: { backlogCount: 0, backlogBytes: 0, oldestMessageTimestamp: new Date(0) },
        },
      }
    },
  }
  const worldAt = async (at: number) => jobWorld({ ...env, PREVIEWS } as Env, at)
  await resendPreviews(await worldAt(now))
  expect(asked).not.toContain(id)
  await resendPreviews(await worldAt(now + 180_000))
  expect(asked.filter((one) => one === id)).toEqual([id])
  await rows('update attachment set preview_tries = 5 where id = ?', id)
  await bringPreview(id)
  expect(await file()).toMatchObject({ preview: null })
  await resendPreviews(await worldAt(now + 180_000))
  expect(await file()).toMatchObject({ preview: 'none' })
  expect(asked.filter((one) => one === id)).toEqual([id])
})

it('dies with its photo, also where the photo is erased while it is made', async () => {
  const { report, id, key } = await sent()
  await bringPreview(id)
  const late = await sent(pictures.progressiveJpeg)
  // erased between the reading of the bytes and the writing of the row
  const FILES = new Proxy(env.FILES, {
    get: (bucket, name) => {
      if (name === 'put')
        return async (...of: Parameters<R2Bucket['put']>) => {
          await rows('update attachment set key = null where id = ?', late.id)
          return bucket.put(...of)
        }
      const value = Reflect.get(bucket, name)
      return typeof value === 'function' ? value.bind(bucket) : value
    },
  })
  const { makePreviews } = await import('../../src/jobs/previews.ts')
  const message = { body: { attachmentId: late.id }, attempts: 1, ack: () => {}, retry: () => {} }
  const batch = { queue: 'tanggap-previews', messages: [message], ackAll: () => {} }
  await makePreviews(batch as never, { ...env, FILES } as Env)
  expect(await small(late.key)).toBeNull()

  const give = (path: string, fields: Record<string, string>) =>
    post(report.url + path, fields, { Cookie: report.cookie })
  await give('/pencabutan', { 'alasan-cabut': 'Sudah diperbaiki warga.' })
  expect((await give('/data/penghapusan', { setuju: 'ya' })).status).toBe(303)
  expect(await env.FILES.head(key)).toBeNull()
  expect(await small(key)).toBeNull()
})

it('is swept where a dead run left it behind', async () => {
  const { id, key } = await sent()
  await bringPreview(id)
  await env.FILES.put('k/left', 'x')
  await sweepOrphans(await jobWorld(env, Date.now() + 2 * 86_400_000))
  expect(await env.FILES.head('k/left')).toBeNull()
  expect(await small(key)).not.toBeNull()
})

it('is made anew where it is gone from the bucket, as after a restore', async () => {
  const { report, id, key, file } = await sent()
  await bringPreview(id)
  await env.FILES.delete(previewKey(key))
  const headers = { Cookie: report.cookie }
  expect((await request(`${report.url}/berkas/${id}?kecil`, { headers })).status).toBe(404)
  await expect.poll(async () => (await file()).preview).toBeNull()
  await bringPreview(id)
  expect((await request(`${report.url}/berkas/${id}?kecil`, { headers })).status).toBe(200)
})

it('waits while the city is read only', async () => {
  const { id, file } = await sent()
  await rows(`update setting set value = 'true' where key = 'readOnly'`)
  await publishCity((await world()).db)
  await bringPreview(id)
  expect(await file()).toMatchObject({ preview: null, preview_tries: 0 })
})
