import { env } from 'cloudflare:workers'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { publishCity } from '../../src/db/city.ts'
import { database } from '../../src/db/database.ts'
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
import { aStaff, sessionOf } from '../support/staff.ts'

const names = (Object.keys(paths) as PathName[]).filter((name) => paths[name].post !== undefined)
const HTMX = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' }

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

afterEach(async () => {
  ;[LIMIT_ADDRESS.limit, LIMIT_GUESS.limit] = limits
  DB.prepare = prepare
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
  // these two may be taken where nothing holds them up, so they come last
  'over a limit': { before: tight },
  'with a version that is over': { typed: stale, sending: withSession },
}

/** A step that nobody can take any more: its page has no form for it now. */
const isOver = async (form: Stood, status: number): Promise<boolean> =>
  [409, 410, 422].includes(status) && !(await stillStands(form))

describe.each(Object.entries(ways))('sent %s', (_, way) => {
  test.each(names.filter((name) => way.of?.(name) ?? true))('%s loses nothing', async (name) => {
    for (const form of forms.filter(({ of }) => of === name))
      for (const headers of [{}, HTMX]) {
        const typed = way.typed?.(form) ?? filled(form)
        await way.before?.()
        const sending = way.sending?.(form) ?? {}
        const answer = await sendForm(form, typed, {
          ...sending,
          headers: { ...sending.headers, ...headers },
        })
        const { status } = answer
        const html = await answer.text()
        if (status < 400 || givenIn(typed).length === 0) continue
        const lost = (await isOver(form, status))
          ? unsaidIn(html, typed)
          : lostIn(html, form, typed)
        expect({ status, lost, headers }).toEqual({ status, lost: [], headers })
      }
  })
})
