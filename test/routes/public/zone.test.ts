import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { database } from '../../../src/db/database.ts'
import { publishCity } from '../../../src/db/publish-city.ts'
import { request } from '../../support/request.ts'
import { world } from '../../support/world.ts'

test("pages tell times in the zone of the city's offset", async () => {
  await world()
  for (const [offset, zone] of [
    [480, 'WITA'],
    [540, 'WIT'],
    [420, 'WIB'],
  ] as const) {
    await env.DB.prepare("update setting set value = ? where key = 'offset'")
      .bind(`${offset}`)
      .run()
    await publishCity(database(env.DB))
    const html = await (await request('/pengelola-pengaduan')).text()
    expect(html).toContain(`07.30-16.00 ${zone}<`)
  }
})
