import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { people as say } from '../../../src/words/id/people.ts'
import { DISHUB } from '../../support/commands.ts'
import { rows } from '../../support/handled.ts'
import { post, request } from '../../support/request.ts'
import { aStaff, sessionOf, signedIn } from '../../support/staff.ts'
import { world } from '../../support/world.ts'

let admin = ''
let officer = { id: '', name: '', email: '' }

beforeAll(async () => {
  await world()
  admin = await sessionOf(await aStaff('admin'))
  officer = await aStaff('officer', DISHUB)
})

beforeEach(async () => {
  env.LIMIT_GUESS.limit = async () => ({ success: true })
  await env.DB.exec('delete from counter')
})

const see = (path: string, cookie = admin) => request(path, { headers: { Cookie: cookie } })
const page = async () => (await see(`/petugas/staf/${officer.id}`)).text()
const end = (akhiri: string, cookie = admin) =>
  post(`/petugas/staf/${officer.id}/sesi`, { akhiri }, { Cookie: cookie })
const idsIn = (html: string) =>
  [...html.matchAll(/name="akhiri" value="([^"]+)"/g)].map(([, id]) => id)

test('who never came has no last sign-in, and who signed in has one, in list and page', async () => {
  expect(await page()).not.toContain(say.lastSignIn)
  await signedIn(officer.email)
  expect(await page()).toContain(say.lastSignIn)
  expect(await (await see('/petugas/staf')).text()).toContain(say.lastSignIn)
  const [row] = await rows<{ at: number }>(
    'select signed_in_at as at from user where id = ?',
    officer.id,
  )
  expect(Math.abs((row?.at ?? 0) - Date.now())).toBeLessThan(60_000)
})

test('an administrator ends one session or all of them, and of nobody else', async () => {
  const [a, b] = [await sessionOf(officer), await sessionOf(officer)]
  const ids = idsIn(await page())
  expect(ids.length).toBeGreaterThanOrEqual(3)
  expect(ids.at(-1)).toBe('semua')
  const [own] = await rows<{ id: string }>(
    `select id from session where user_id <> ? limit 1`,
    officer.id,
  )
  await end(own?.id ?? '')
  expect((await see('/petugas', admin)).status).not.toBe(401)
  expect((await end(ids[0] ?? '')).status).toBe(303)
  const alive = async () =>
    (await Promise.all([a, b].map((one) => see('/petugas/templat', one)))).map(
      ({ status }) => status,
    )
  expect((await alive()).toSorted()).toEqual([200, 303])
  expect((await end('semua')).status).toBe(303)
  expect(await alive()).toEqual([303, 303])
  expect(await page()).toContain(say.noSessions)
  expect((await see('/petugas/templat')).status).toBe(200)
})
