import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { noteInvited } from '../../src/db/rights.ts'
import { world } from '../support/world.ts'

test('entries of one millisecond that draw the same number are both kept', async () => {
  const { db } = await world()
  const drawn = [7, 7, 7, 9]
  const random = (bytes: number) => new Uint8Array(bytes).fill(drawn.shift() ?? 0)
  const around = { db, now: Date.now(), random, by: 'timer' }
  await noteInvited(around, 'satu')
  await noteInvited(around, 'dua')
  const { results } = await env.DB.prepare(
    "select user_id from rights_log where user_id in ('satu', 'dua') order by id",
  ).all()
  expect(results).toEqual([{ user_id: 'satu' }, { user_id: 'dua' }])
})
