import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withLocal } from '../../scripts/platform.ts'
import { compareFiles } from '../../scripts/sweep/compare.ts'
import { sha256Hex } from '../../src/seal/digest.ts'
import { aLocalCity } from './local-city.ts'

const { state } = aLocalCity()

test('the sweep names a file without a row only once it is a day old, and deletes it only when told', async () => {
  await withLocal(async (env) => {
    await env.DB.prepare(
      `insert into attachment (id, complaint_id, seq, source, key, type, bytes, digest, at)
        values ('lost', 1, 1, 'reporter', 'a/lost', 'image/png', 1, 'x', 1)`,
    ).run()
    const missing = ['lost']
    expect(await compareFiles(env, Date.now())).toEqual({ unnamed: [], missing, damaged: [] })
    const later = Date.now() + 2 * 86_400_000
    const found = { unnamed: ['a/orphan'], missing, damaged: [] }
    expect(await compareFiles(env, later)).toEqual(found)
    expect(await env.FILES.head('a/orphan')).not.toBeNull()
  }, state)
})

test('the sweep reads every file: one that the bucket lists and lacks is missing, another is damaged', async () => {
  const add = `insert into attachment (id, complaint_id, seq, source, key, type, bytes, digest, at)
    values (?1, 1, 1, 'reporter', 'a/' || ?1, 'image/png', 5, ?2, 1)`
  const put = async (env: Pick<Env, 'DB' | 'FILES'>, id: string, text: string, digest: string) => {
    await env.FILES.put(`a/${id}`, text)
    await env.DB.prepare(add).bind(id, digest).run()
  }
  await withLocal(async (env) => {
    await put(env, 'whole', 'utuh', await sha256Hex('utuh'))
    await put(env, 'other', 'lain', await sha256Hex('semula'))
    await put(env, 'blobless', 'hilang dari cakram', await sha256Hex('hilang dari cakram'))
  }, state)
  const blobs = readdirSync(join(state, 'v3/r2'), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.parentPath.endsWith('blobs'))
    .map((file) => join(file.parentPath, file.name))
  const blob = blobs.find((file) => readFileSync(file, 'utf8') === 'hilang dari cakram')
  rmSync(blob ?? '')
  await withLocal(async (env) => {
    const { missing, damaged } = await compareFiles(env, Date.now())
    expect(missing.toSorted()).toEqual(['blobless', 'lost'])
    expect(damaged).toEqual(['other'])
  }, state)
})
