import { rmSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, expect, test } from 'vitest'
import { backupNow } from '../../scripts/backup.ts'
import { backupFetch } from '../../scripts/backup-fetch.ts'
import { build } from '../../scripts/restore/build.ts'
import { openChanges } from '../../scripts/restore/changes.ts'
import { databaseFiles, serverFile } from '../../scripts/restore/in-use.ts'
import { openBackup } from '../../scripts/restore/read.ts'
import { restore } from '../../scripts/restore.ts'
import { sweep } from '../../scripts/sweep.ts'
import { spawnWrangler } from '../../scripts/wrangler.ts'
import { PLAIN_TABLES } from '../../src/db/dump.ts'
import { alter, fill } from './every-table.ts'
import { aLocalCity, contents, type Tables, untouched } from './local-city.ts'
import { run } from './run.ts'
import { said } from './told.ts'

const city = aLocalCity()
const { state, folder, here, env } = city

/** Counted anew from the sheets. */
const withoutSums = ({ survey_sum: _, ...tables }: Tables) => untouched(tables)

const sheetsIn = (db: DatabaseSync) => ({
  ...db
    .prepare(
      `select count(*) as sheets, (select sum(respondents) from survey_sum) as counted from survey`,
    )
    .get(),
})

beforeAll(async () => {
  city.write(fill)
  expect(await city.bringDown()).toEqual([0, 0])
  city.write(alter)
  expect(await city.bringChanges()).toBeGreaterThan(0)
})

test('each table of the schema comes back as it stood at the last export, also where rows went', async () => {
  const keys = city.keys()
  const backup = await openBackup(folder, keys)
  const empty = PLAIN_TABLES.filter((table) => !backup.manifest.tables[table])
  expect(empty).toEqual(['survey_sum'])
  const changes = await openChanges(folder, keys, backup.manifest.startedAt)
  const { db } = await build(backup, changes, Date.now())
  expect(sheetsIn(db)).toEqual({ sheets: 3, counted: 3 })
  expect(withoutSums(contents(db))).toEqual(withoutSums(city.rows()))
})

test('beside a running server nothing is replaced, and an interrupted restore leaves the old one', async () => {
  const then = city.rows()
  const busy = new DatabaseSync(databaseFiles(state)[0] ?? '')
  busy.prepare('select 1 from complaint').get()
  const beside = await run(restore, [folder, '--local', ...here], { wrangler: spawnWrangler, env })
  busy.close()
  expect(beside).toMatchObject({ code: 1 })
  expect(beside.text).toContain(said('local server'))
  writeFileSync(serverFile(state), String(process.pid))
  const idle = await run(restore, [folder, '--local', ...here], { env })
  rmSync(serverFile(state))
  expect(idle.text).toContain('End npm run dev first')
  const cut = () => Promise.reject(new Error('Ctrl-C'))
  const ended = await run(restore, [folder, '--local', ...here], { wrangler: cut, env })
  expect(ended).toMatchObject({ code: 1 })
  expect(city.rows()).toEqual(then)
  const again = await run(restore, [folder, '--local', ...here], { wrangler: spawnWrangler, env })
  expect([again.code, again.text]).toEqual([0, expect.anything()])
  expect(withoutSums(city.rows())).toEqual(withoutSums(then))
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
