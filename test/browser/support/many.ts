import { fetchSite, siteUrl, sql } from './site.ts'

/** Files so many reports as a browser would, one after the other; their numbers, in that order. */
export async function fileMany(count: number, about: string): Promise<string[]> {
  const numbers: string[] = []
  for (let i = 1; i <= count; i++)
    numbers.push(await fileOne(`${about} nomor ${i}, sejak kemarin.`))
  return numbers
}

/** Takes them out of every list, so that the next test's own stand on its first page. */
export async function putAway(numbers: string[]): Promise<void> {
  const list = numbers.map((nomor) => `'${nomor.replaceAll('-', '')}'`).join(',')
  await sql(`update assignment set open = 0 where complaint_id in
    (select id from complaint where replace(reference, '-', '') in (${list}))`)
}

async function fileOne(isi: string): Promise<string> {
  const form = await (await fetchSite('/lapor')).text()
  const kiriman = /name="kiriman" value="([^"]+)"/.exec(form)?.[1] ?? ''
  const tanggal = /name="tanggal"[^>]* value="([^"]+)"/.exec(form)?.[1] ?? ''
  const body = new URLSearchParams({ kiriman, isi, tanggal, kategori: '3' })
  const answer = await fetchSite('/lapor', { method: 'POST', headers: { Origin: siteUrl }, body })
  const nomor = /DMI-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await answer.text())?.[0]
  if (!nomor) throw new Error(`not filed: ${answer.status}`)
  return nomor
}
