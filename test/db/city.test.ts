import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { loadCity } from '../../src/db/city.ts'
import { database } from '../../src/db/database.ts'
import { world } from '../support/world.ts'

test('one process serves two cities whose data have one version', async () => {
  await world()
  const [west, east] = [{}, {}]
  const here = await loadCity(database(env.DB, west))
  await env.DB.exec(
    `update city_snapshot set json = json_set(json, '$.settings.cityName', 'Kota Lain', '$.settings.offset', 540)`,
  )
  const there = await loadCity(database(env.DB, east))
  expect(there.version).toBe(here.version)
  expect(there.settings).toMatchObject({ cityName: 'Kota Lain', offset: 540 })
  expect((await loadCity(database(env.DB, west))).settings).toEqual(here.settings)
})
