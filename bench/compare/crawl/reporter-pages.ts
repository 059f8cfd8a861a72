import { build, patterns } from '../../../src/paths.ts'
import { openReport } from './people.ts'
import { linksIn } from './public-pages.ts'
import type { Sample } from './samples.ts'
import { againOf, type Visit, type Visitor } from './visitor.ts'

const KEYED = ['status', 'statusReceipt', 'statusData', 'statusDownload'] as const

/** Everything that number and key open, of each kind of report that has a key. */
export async function reporterPages(
  visitor: Visitor,
  samples: Sample[],
  keys: Record<string, string>,
): Promise<void> {
  for (const { nomor, kind } of samples) {
    const key = keys[nomor]
    if (!key) continue
    const as = await openReport(visitor, nomor, key)
    const pages = KEYED.map((name): Visit => ({ path: build(name, { nomor }), as, note: kind }))
    const pairs = await visitor.visit('reporter pages', [...pages, ...plain(nomor, key)])
    const files = linksIn(
      pairs.map(({ before }) => before.body),
      3,
    ).map((path) => ({ path, as }))
    await visitor.visit('reporter pages', [
      ...(pairs[0] ? againOf({ path: build('status', { nomor }), as }, pairs[0]) : []),
      { path: `${build('status', { nomor })}?kabar=answer`, as, note: 'after an answer' },
      { path: build('status', { nomor }), as, headers: { Accept: 'text/plain' }, note: 'plain' },
      { path: build('status', { nomor }), as: 'public', note: 'without a key' },
      ...files,
    ])
  }
}

/** By key alone, as a program asks. */
function plain(nomor: string, key: string): Visit[] {
  const path = build('status', { nomor })
  const bearer = { Authorization: `Bearer ${key}` }
  const body = new URLSearchParams({ nomor, kode: key }).toString()
  return [
    { path, headers: { ...bearer, Accept: 'text/plain' }, note: 'bearer, plain' },
    { path, headers: { ...bearer, Accept: 'application/json' }, note: 'bearer, json' },
    {
      path: build('statusDownload', { nomor }),
      headers: { ...bearer, Accept: 'application/json' },
    },
    { path: patterns.track, body, headers: { Accept: 'text/plain' }, note: 'plain' },
  ]
}

/** Keys that open nothing, until there were too many. */
export async function wrongKeys(visitor: Visitor, nomor: string): Promise<void> {
  const tries = (reference: string, kode: string, times: number): Visit[] =>
    Array.from({ length: times }, (_, i) => ({
      path: patterns.track,
      body: new URLSearchParams({ nomor: reference, kode }).toString(),
      note: `wrong key ${i + 1}`,
    }))
  const bearer = { Authorization: 'Bearer XXXX-XXXX-XXXX-X', Accept: 'text/plain' }
  await visitor.visit('wrong keys', [
    ...tries('bukan nomor', '', 1),
    ...tries('DUM-2026-ZZZZZZZ', 'AAAA-BBBB-CCCC-D', 2),
    ...tries(nomor, 'pendek', 3),
    { path: build('status', { nomor }), headers: bearer, note: 'wrong bearer' },
    ...tries(nomor, 'AAAA-BBBB-CCCC-D', 10),
  ])
}
