import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'
import { caseWords } from '../../../src/words/id/desk.ts'
import { DISHUB } from '../../support/commands.ts'
import { look, measure, send, staff, standing } from '../../support/desk.ts'
import { fresh, handled } from '../../support/desk-cases.ts'
import { give } from '../../support/handled.ts'
import { world } from '../../support/world.ts'

/** Who joined one report. */
const MANY = 500
/** Who added something since. */
const ADDING = 60
/** Open cases of the agency beside it, and people who could be given work. */
const [QUEUE, OFFICERS] = [60, 60]
/** Rows of the session, which is read before. */
const SESSION = 3

let root = ''

/** One report is joined and adds words as its reporter does; the others are made like it. */
beforeAll(async () => {
  root = await handled()
  const member = await fresh()
  const verifier = await staff('verifier')
  const merged = await send(verifier, member, '/penggabungan', { nomor_induk: root, induk: root })
  expect([merged.status, merged.html]).toEqual([303, ''])
  const { complaint } = await standing(member)
  const said = {
    name: 'add_words',
    text: 'Di gang sebelah juga padam sejak kemarin malam.',
  } as const
  await give(await world(), complaint.id, { kind: 'reporter' }, Date.now(), said)
  const { id: rootId, version } = (await standing(root)).complaint
  const { results } = await env.DB.prepare('pragma table_info(complaint)').all<{ name: string }>()
  const columns = results.map(({ name }) => name)
  const copied = (name: string) =>
    ({ id: `c.id + n.i`, reference: `'DMI-' || printf('%04d', n.i) || '-0000'` })[name] ??
    `c.${name}`
  const numbers = `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${MANY})`
  const among = `n where n.i <= ${ADDING}`
  await env.DB.batch([
    env.DB.prepare(
      `insert into complaint (${columns.join(', ')}) ${numbers}
        select ${columns.map(copied).join(', ')} from n, complaint c where c.id = ${complaint.id}`,
    ),
    env.DB.prepare(
      `insert into message (complaint_id, seq, kind, audience, state, author_kind, author_id, at,
          visible_from, text) ${numbers}
        select m.complaint_id + n.i, m.seq, m.kind, m.audience, m.state, m.author_kind, m.author_id,
          m.at, m.visible_from, m.text from n, message m where m.complaint_id = ${complaint.id}`,
    ),
    env.DB.prepare(
      `insert into event (complaint_id, seq, type, at, actor, state_before, state_after, agency_id,
          facts, previous, hash) ${numbers}
        select e.complaint_id, e.seq + n.i, e.type, e.at, e.actor, e.state_before, e.state_after,
          e.agency_id, json_set(e.facts, '$.member', 'DMI-' || printf('%04d', n.i) || '-0000'),
          e.previous, e.hash
        from (select * from ${among}) n, event e
        where e.complaint_id = ${rootId} and e.seq = ${version} and e.type = 'hear'`,
    ),
    env.DB.prepare(
      `update complaint set cluster_size = ${MANY + 2}, version = ${version + ADDING}, undo = null
        where id = ${rootId}`,
    ),
  ])
  await fullQueue(rootId, columns)
})

/** The same case as often again, each in the agency's queue, and the people who work there. */
const fullQueue = async (rootId: number, columns: readonly string[]) => {
  const { results } = await env.DB.prepare('pragma table_info(assignment)').all<{ name: string }>()
  const copied: Record<string, string> = {
    ...{ id: 'c.id - n.i', reference: `'DMI-9' || printf('%03d', n.i) || '-0000'` },
    ...{ root_id: 'c.id - n.i', cluster_size: '1' },
  }
  const held: Record<string, string> = { complaint_id: 'a.complaint_id - n.i' }
  const numbers = `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${QUEUE})`
  await env.DB.batch([
    env.DB.prepare(
      `insert into complaint (${columns.join(', ')}) ${numbers}
        select ${columns.map((name) => copied[name] ?? `c.${name}`).join(', ')} from n, complaint c
        where c.id = ${rootId}`,
    ),
    env.DB.prepare(
      `insert into assignment (${results.map(({ name }) => name).join(', ')}) ${numbers}
        select ${results.map(({ name }) => held[name] ?? `a.${name}`).join(', ')} from n, assignment a
        where a.complaint_id = ${rootId}`,
    ),
    env.DB.prepare(
      `insert into user (id, name, email, email_verified, created_at, updated_at) ${numbers}
        select 'rekan-' || i, 'Rekan ' || i, 'rekan-' || i || '@contoh.id', 1, 0, 0 from n
        where i <= ${OFFICERS}`,
    ),
    env.DB.prepare(
      `insert into membership (user_id, role, agency_id, since) ${numbers}
        select 'rekan-' || i, 'officer', ${DISHUB}, 0 from n where i <= ${OFFICERS}`,
    ),
  ])
}

it('shows the case that 500 others were joined to, beside a full queue, within the rows of any page', async () => {
  for (const person of [await staff('liaison', DISHUB), await staff('verifier')]) {
    const cost = await measure(person, `/petugas/laporan/${root}`)
    expect(cost.status).toBe(200)
    expect(cost.html).toContain('DMI-00')
    expect(cost.html.includes('name="petugas_lain"')).toBe(cost.html.includes('name="petugas"'))
    expect(cost.html).toContain(caseWords.otherMembers(MANY + 1 - 6))
    expect(cost.rows + SESSION).toBeLessThanOrEqual(200)
  }
})

it('gives work to one of many who is named: by address, or by a name that one alone has', async () => {
  const liaison = await staff('liaison', DISHUB)
  const given = async (said: string) => {
    const answer = await send(liaison, root, '/disposisi', { petugas: '', petugas_lain: said })
    return [answer.status, (await standing(root)).complaint.officerId]
  }
  const { html } = await look(liaison, `/petugas/laporan/${root}`)
  expect(html).not.toContain('>Rekan 60<')
  expect(await given('Rekan 60')).toEqual([303, 'rekan-60'])
  const after = await look(liaison, `/petugas/laporan/${root}`)
  expect(after.html).toContain('value="rekan-60" selected')
  expect(await given('REKAN-59@contoh.id')).toEqual([303, 'rekan-59'])
  await env.DB.exec("update user set name = 'Rekan 57' where id = 'rekan-58'")
  for (const said of ['Rekan 57', 'Bukan siapa-siapa'])
    expect(await given(said)).toEqual([422, 'rekan-59'])
})
