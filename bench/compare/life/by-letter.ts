import type { Pair, Visitor } from '../crawl/visitor.ts'
import type { Life } from './life.ts'
import { type City, handled, report, TEXT, VISIT } from './reports.ts'

const LIAISON = 'staff:penghubung.dishub'

/** A reporter who only ever follows the links in their letters; and letters that nobody takes. */
export async function byLetter(visitor: Visitor, city: City): Promise<void> {
  const life = await handled(
    await report(visitor, 'by letter', { kontak_email: 'tautan@contoh.id' }),
    city,
  )
  await life.desk(LIAISON, '/pertanyaan', { fields: { pertanyaan: TEXT } })
  await follow(visitor, life, [{ jawaban: 'x' }, { jawaban: TEXT }, { jawaban: TEXT }])
  const closes = { fields: { tanggapan: TEXT, alasan: TEXT, kunjungan: VISIT } }
  await life.desk(LIAISON, '/penutupan', closes)
  await follow(visitor, life, [{ alasan: 'x' }, { alasan: TEXT }, {}])
  await life.desk(LIAISON, '/penutupan', closes)
  await follow(visitor, life, [{}, {}])
  await life.look()
  await life.letters()
}

/** Opens the newest link, sends each of these by it, and looks again. */
async function follow(
  visitor: Visitor,
  life: Life,
  typed: Record<string, string>[],
): Promise<void> {
  const sent = await life.letters()
  const [path] = linksOf(sent)
  if (!path) return visitor.report.fault('steps', 'by letter', 'no link in the letters')
  await visitor.one('lives', { path, note: 'link of a letter' })
  for (const fields of typed) {
    const body = new URLSearchParams(fields).toString()
    await visitor.one('lives', { path, body, note: `by letter, ${Object.keys(fields)}` })
  }
  await visitor.one('lives', { path, note: 'link of a letter, used' })
  await life.look()
}

export function linksOf(
  { before: { body } }: Pair,
  pattern = /https:\/\/[^\s"\\]*(\/t\/[\w-]+)/g,
): string[] {
  return [...body.matchAll(pattern)].map(([, path = '']) => path).reverse()
}
