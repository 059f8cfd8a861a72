import { rmSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, expect, test } from 'vitest'
import { backupNow } from '../../scripts/backup.ts'
import { backupFetch } from '../../scripts/backup-fetch.ts'
import { databaseFiles, serverFile } from '../../scripts/restore/in-use.ts'
import { restore } from '../../scripts/restore.ts'
import { sweep } from '../../scripts/sweep.ts'
import { spawnWrangler } from '../../scripts/wrangler.ts'
import { aLocalCity, untouched } from './local-city.ts'
import { run } from './run.ts'

const city = aLocalCity()
const { state, folder, here, env } = city

beforeAll(async () => {
  expect(await city.bringDown()).toEqual([0, 0])
})

test('beside a running server nothing is replaced, and an interrupted restore leaves the old one', async () => {
  const then = city.rows()
  const busy = new DatabaseSync(databaseFiles(state)[0] ?? '')
  busy.prepare('select 1 from complaint').get()
  const beside = await run(restore, [folder, '--local', ...here], { wrangler: spawnWrangler, env })
  busy.close()
  expect(beside).toMatchObject({ code: 1 })
  expect(beside.text).toContain('End npm run dev first')
  writeFileSync(serverFile(state), String(process.pid))
  const idle = await run(restore, [folder, '--local', ...here], { env })
  rmSync(serverFile(state))
  expect(idle.text).toContain('End npm run dev first')
  const cut = () => Promise.reject(new Error('Ctrl-C'))
  const ended = await run(restore, [folder, '--local', ...here], { wrangler: cut, env })
  expect(ended).toMatchObject({ code: 1 })
  expect(city.rows()).toEqual(then)
  const again = await run(restore, [folder, '--local', ...here], { wrangler: spawnWrangler, env })
  expect(again).toMatchObject({ code: 0 })
  expect(untouched(city.rows())).toEqual(untouched(then))
})

test.each([
  ['backup', backupNow, []],
  ['backup:fetch', backupFetch, []],
  ['sweep', sweep, ['--delete']],
] as const)('beside a running server %s does nothing, and says so', async (_, command, args) => {
  writeFileSync(serverFile(state), String(process.pid))
  const beside = await run(command, [...args, ...here], { env })
  rmSync(serverFile(state))
  expect([beside.code, beside.text]).toEqual([1, expect.stringContaining('End npm run dev first')])
})
