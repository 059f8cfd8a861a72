import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { createApp } from '../../src/app.ts'
import { readForm } from '../../src/forms/read.ts'
import { cacheKeyed, cachePublic } from '../../src/middleware/caching.ts'
import { refuse } from '../../src/middleware/refuse.ts'
import { patterns } from '../../src/paths.ts'
import { responseHeadersFor } from '../../src/storage/serving.ts'
import { ORIGIN } from '../support/request.ts'

const app = createApp()

// routes that use the middleware as any feature does, behind the app's own list of it
app.get('/uji/halaman', (c) => {
  c.set('styleHashes', ["'sha256-abc='"])
  return c.html('<!doctype html><p>'.concat('Jalan berlubang di depan sekolah. '.repeat(40)))
})
app.get('/uji/pendek', (c) => c.text('ya'))
app.get('/uji/gambar', (c) => c.body(new Uint8Array(2000), 200, { 'Content-Type': 'image/jpeg' }))
app.get('/uji/lampiran', (c) => {
  return c.body('%PDF-', 200, responseHeadersFor('application/pdf'))
})
app.get('/uji/umum', (c) => {
  cachePublic(c, { tags: ['opd-1'] })
  return c.text('umum')
})
app.get('/uji/umum-kuki', (c) => {
  cachePublic(c, { tags: [] })
  c.header('Set-Cookie', 'a=b')
  return c.text('umum')
})
app.get('/uji/umum-galat', (c) => {
  cachePublic(c, { tags: ['opd-1'] })
  return refuse(404)
})
app.get('/uji/berkunci', (c) => cacheKeyed(c, '3 id 2026-11-24') ?? c.text('milik Anda'))
app.get('/uji/alih', (c) => c.redirect('/uji/pendek', 303))
app.get('/uji/rusak', () => {
  throw new Error('Siti Rahmah 081200001234')
})
app.post('/uji/kirim', async (c) => c.json((await readForm(c)).lists))
app.post('/uji/json', async (c) => c.json(await c.req.json()))
// a path that takes files, by a method that its own handler does not take
app.put(patterns.statusFiles, async (c) => {
  const [foto] = (await readForm(c)).files('foto')
  return c.text(foto ? String(foto.size) : 'bukan berkas')
})
app.get('/widget/uji/uji', (c) => c.text('bingkai'))
// what has no cookie to trust; a feature's own handler comes first
app.post(patterns.report, (c) => c.text('lapor'))

/** Sends a request through the whole app; redirects are not followed, bodies not decoded. */
export const probe = async (path: string, init: RequestInit = {}): Promise<Response> => {
  const context = createExecutionContext()
  const request = new Request(new URL(path, ORIGIN), { redirect: 'manual', ...init })
  const answer = await app.fetch(request, env, context)
  await waitOnExecutionContext(context)
  return answer
}
