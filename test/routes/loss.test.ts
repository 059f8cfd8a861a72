import { env } from 'cloudflare:workers'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { database } from '../../src/db/database.ts'
import { publishCity } from '../../src/db/publish-city.ts'
import { isForStaff } from '../../src/path-row.ts'
import { type PathName, paths } from '../../src/paths.ts'
import { PUPR } from '../support/commands.ts'
import {
  everyForm,
  type Filled,
  filled,
  givenIn,
  lostIn,
  type Sending,
  type Stood,
  sendForm,
  stillStands,
  unsaidIn,
} from '../support/every-form.ts'
import type { ShownField } from '../support/html-forms.ts'
import { aStaff, sessionOf } from '../support/staff.ts'

const names = (Object.keys(paths) as PathName[]).filter((name) => paths[name].post !== undefined)
const HTMX = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' }

/** What a field has to hold that chance does not bring. */
const WHOLE = { jam: '07.45', tanggal: '2026-11-20' }

let forms: Stood[]
let colleague: string

beforeAll(async () => {
  ;({ forms } = await everyForm())
  colleague = await sessionOf(await aStaff('officer', PUPR, 'rekan@contoh.id'))
})

const { LIMIT_ADDRESS, LIMIT_GUESS, DB } = env
const limits = [LIMIT_ADDRESS.limit, LIMIT_GUESS.limit] as const
const prepare = DB.prepare.bind(DB)

const readOnly = async (on: boolean) => {
  await prepare(`update setting set value = '${on}' where key = 'readOnly'`).run()
  await publishCity(database(DB))
}

const retire = async () => {
  await prepare('update agency set active = 0').run()
  await publishCity(database(DB))
}

afterEach(async () => {
  ;[LIMIT_ADDRESS.limit, LIMIT_GUESS.limit] = limits
  DB.prepare = prepare
  await prepare('update agency set active = 1').run()
  await readOnly(false)
})

test('every form of the product is found on a page', () => {
  expect(names.filter((name) => !forms.some(({ of }) => of === name))).toEqual([])
})

interface Way {
  before?: () => unknown
  sending?: (form: Stood) => Sending
  /** How it is filled, where that is what is wrong with it. */
  typed?: (form: Stood) => Filled
  /** Whether a form of that path is met by it. */
  of?: (name: PathName) => boolean
}

const withSession = ({ cookie }: Stood): Sending => ({ cookie })
const tight = () => {
  LIMIT_ADDRESS.limit = async () => ({ success: false })
  LIMIT_GUESS.limit = async () => ({ success: false })
}

const odd = (form: Stood, kinds: ShownField['kind'][], value: string): Filled =>
  filled(form).map(([field, own]) => [field, kinds.includes(field.kind) ? value : own])

const stale = (form: Stood): Filled =>
  filled(form).map(([field, value]) => [
    field,
    field.name === 'versi'
      ? '0'
      : field.name === 'kiriman'
        ? value.replace(/^\d+[.]/, '1.')
        : value,
  ])

const ways: Record<string, Way> = {
  'when the session has ended': { of: (name) => paths[name].for !== 'all' },
  'too large': {
    sending: ({ cookie }) => ({ cookie, more: { lain: 'a'.repeat(140 * 1024) } }),
  },
  'while nothing may change': { before: () => readOnly(true), sending: withSession },
  'when the database takes nothing': {
    before: () => {
      DB.prepare = (sql) => {
        if (/^\s*(insert|update|delete)/i.test(sql)) throw new Error('gone')
        return prepare(sql)
      }
    },
    sending: withSession,
  },
  'when the database is gone': {
    before: () => {
      DB.prepare = () => {
        throw new Error('gone')
      }
    },
    sending: withSession,
  },
  'by somebody who may not': {
    of: (name) => isForStaff(paths[name]) && paths[name].guard !== 'own',
    sending: () => ({ cookie: colleague }),
  },
  'from another site': {
    sending: ({ cookie }) => ({
      cookie,
      headers: { Origin: 'https://jahat.example', 'Sec-Fetch-Site': 'cross-site' },
    }),
  },
  'with choices that are on no list': {
    typed: (form) => odd(form, ['choice', 'ticks'], '999999'),
    sending: withSession,
  },
  'with words that are too short': {
    typed: (form) => odd(form, ['words'], 'x'),
    sending: withSession,
  },
  'to agencies that are there no more': {
    before: retire,
    sending: withSession,
    typed: (form) => filled(form),
  },
  // these two may be taken where nothing holds them up, so they come last
  'over a limit': { before: tight },
  'with a version that is over': { typed: stale, sending: withSession },
}

/** A step that nobody can take any more: its page has no form for it now. */
const isOver = async (form: Stood, status: number): Promise<boolean> =>
  [409, 410, 422].includes(status) && !(await stillStands(form))

const sent = async (form: Stood, typed: Filled, sending: Sending) => {
  const answer = await sendForm(form, typed, sending)
  return { status: answer.status, html: await answer.text() }
}

const lost = async (form: Stood, typed: Filled, status: number, html: string) => {
  // a code of half a minute is typed anew: no page puts it back
  if (status < 400 || form.of === 'secondStep' || givenIn(typed).length === 0) return []
  return (await isOver(form, status)) ? unsaidIn(html, typed) : lostIn(html, form, typed)
}

describe.each(Object.entries(ways))('sent %s', (_, way) => {
  test.each(names.filter((name) => way.of?.(name) ?? true))('%s loses nothing', async (name) => {
    for (const form of forms.filter(({ of }) => of === name))
      for (const headers of [{}, HTMX]) {
        const typed = way.typed?.(form) ?? filled(form)
        await way.before?.()
        const sending = way.sending?.(form) ?? {}
        const { status, html } = await sent(form, typed, {
          ...sending,
          headers: { ...sending.headers, ...headers },
        })
        const gone = await lost(form, typed, status, html)
        expect({ status, lost: gone, headers }).toEqual({ status, lost: [], headers })
      }
  })
})

/** Rows of everything that a form can leave. */
const rowsOf = async () => {
  const { results } = await prepare(
    "select name from sqlite_master where type = 'table' and name not like '%\\_%' escape '\\'",
  ).all<{ name: string }>()
  const counted = results.filter(
    ({ name }) => !['session', 'counter', 'verification'].includes(name),
  )
  const counts = counted.map(({ name }) => `(select count(*) from "${name}") as "${name}"`)
  return prepare(`select ${counts.join()}`).first()
}

/** New codes each time are what is asked for; only the last ones hold. */
const once = names.filter((name) => name !== 'accountCodes')

test.each(once)('%s sent twice is done once, or loses nothing', async (name) => {
  for (const form of forms.filter(({ of }) => of === name)) {
    const typed = filled(form, WHOLE)
    await sendForm(form, typed, withSession(form))
    const before = await rowsOf()
    const { status, html } = await sent(form, typed, withSession(form))
    expect(await rowsOf()).toEqual(before)
    expect({ status, lost: await lost(form, typed, status, html) }).toEqual({ status, lost: [] })
  }
})
