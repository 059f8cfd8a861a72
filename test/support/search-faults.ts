import { env } from 'cloudflare:workers'
import { publicReports } from '../../src/db/public-reports.ts'
import { found, matchOf, scopeOf, windowOf } from '../../src/db/search.ts'
import { isPublished } from '../../src/domain/case/visibility.ts'
import type { Actor, Staff } from '../../src/domain/people/actor.ts'
import { people } from './random-commands.ts'
import type { Life, Walk } from './walk-book.ts'

const TOKENIZE = `content='', columnsize=0, tokenize="unicode61 remove_diacritics 2"`

/** What each index must hold, word for word. */
const RIGHT = {
  public_search: `select id, released_title, released_text, tokens from complaint
    where release_status = 'released' and not confidential and not supervisory
      and sensitive is null and not suspected_spam`,
  staff_search: `select id,
      case when anonymous and screened_text is not null then released_title else title end,
      case when anonymous and screened_text is not null then screened_text
        else text || coalesce(' ' || landmark, '') end,
      tokens from complaint`,
}

/** In what the indexes are not what the reports are, and who finds what they should not. */
export const searchFaults = async (w: Walk): Promise<string[]> => [
  ...(await indexFaults('public_search')),
  ...(await indexFaults('staff_search')),
  ...(await publicFaults(w)),
  ...(await staffFaults(w)),
]

const indexFaults = async (index: keyof typeof RIGHT): Promise<string[]> => {
  const one = (sql: string) => env.DB.prepare(sql.replace(/\s+/g, ' '))
  await env.DB.batch([
    one('drop table if exists held_words'),
    one('drop table if exists right_words'),
    one('drop table if exists right_index'),
    one(`create virtual table right_index using fts5(title, body, tokens, ${TOKENIZE})`),
    one(`create virtual table held_words using fts5vocab(${index}, instance)`),
    one(`create virtual table right_words using fts5vocab(right_index, instance)`),
    one(`insert into right_index(rowid, title, body, tokens) ${RIGHT[index]}`),
  ])
  const columns = 'term, doc, col, offset'
  const [more, less] = await env.DB.batch<{ term: string; doc: number }>([
    one(`select ${columns} from held_words except select ${columns} from right_words limit 5`),
    one(`select ${columns} from right_words except select ${columns} from held_words limit 5`),
  ])
  return [
    ...(more?.results ?? []).map((row) => `${index} holds ${JSON.stringify(row)}`),
    ...(less?.results ?? []).map((row) => `${index} lacks ${JSON.stringify(row)}`),
  ]
}

/** Released words are found as long as they are public; the reporter's own never. */
const publicFaults = async ({ s, book }: Walk): Promise<string[]> => {
  const finds = async (q: string, life: Life) => {
    const list = await publicReports(s.db, { q, tokens: [], before: null }, s.now)
    return list.some(({ complaint }) => complaint.id === life.complaint.id)
  }
  const checked = [...book.values()].map(async (life) => {
    const right = isPublished(life.complaint) && life.copies.releasedText !== null
    const wrong: string[] = []
    if ((await finds(`rilis${life.mark}`, life)) !== right)
      wrong.push(`${life.complaint.reference} is ${right ? 'not ' : ''}found by everyone`)
    for (const q of [`asli${life.mark}`, `judul${life.mark}`, `saring${life.mark}`])
      if (await finds(q, life)) wrong.push(`${life.complaint.reference} is found as ${q}`)
    return wrong
  })
  return (await Promise.all(checked)).flat()
}

/** The agency never finds an anonymous report by its own words, nor anybody one that is erased. */
const staffFaults = async ({ s, book }: Walk): Promise<string[]> => {
  const staff = people.filter((p: Actor): p is Staff => p.kind === 'staff')
  const window = windowOf(s.now, null, 420)
  const checked = [...book.values()].map(async ({ complaint: c, mark }) => {
    const wrong: string[] = []
    for (const person of staff) {
      const match = matchOf(`asli${mark}`, scopeOf(person, s.now))
      const hit = match && (await found(s.db, match, window)).some(({ id }) => id === c.id)
      const verifies = person.memberships.some((m) => m.role === 'verifier')
      const hidden = c.erased || (c.anonymous && (c.leadAgencyId !== null || !verifies))
      if (hit && hidden) wrong.push(`${person.id} finds ${c.reference} by what only it says`)
    }
    return wrong
  })
  return (await Promise.all(checked)).flat()
}
