import { beforeAll, expect, test } from 'vitest'
import { type PathName, paths } from '../../src/paths.ts'
import {
  everyForm,
  type Filled,
  filled,
  givenIn,
  lostIn,
  type Stood,
  sendForm,
} from '../support/every-form.ts'
import type { ShownField } from '../support/html-forms.ts'

const WHOLE = { jam: '07.45', tanggal: '2026-11-20' }
const ODD = ['zzz', '999999', '-1', '1e3']

/** One of several, or of those that there happen to be: a box alone is ticked by whatever it brings. */
const isList = ({ kind, options }: ShownField) =>
  kind === 'choice' || (kind === 'ticks' && (options.length > 1 || isId(options[0])))

// a sentence that is ticked goes on as it was sent
const isId = (value = '') => /^[\w-]{9,}$/.test(value)

let forms: Stood[]

beforeAll(async () => {
  ;({ forms } = await everyForm())
})

const names = (Object.keys(paths) as PathName[]).filter((name) => paths[name].post !== undefined)

/** Everything as it may be, but for one. */
const oddIn = (form: Stood, of: ShownField, value: string): Filled => [
  ...filled(form, WHOLE).filter(([{ name }]) => name !== of.name),
  [of, value],
]

const named = (html: string, { name }: ShownField): boolean =>
  new RegExp(`href="#([\\w-]+-)?${name}"`).test(html)

test.each(names)(
  '%s: a choice that is on no list is named, and all the rest kept',
  async (name) => {
    const faults: string[] = []
    for (const form of forms.filter(({ of }) => of === name))
      for (const field of form.fields.filter(isList))
        for (const value of ODD) {
          const typed = oddIn(form, field, value)
          const answer = await sendForm(form, typed, { cookie: form.cookie })
          const html = await answer.text()
          const lost = lostIn(html, form, givenIn(typed))
          if (answer.status !== 422 || !named(html, field) || lost.length > 0)
            faults.push(`${field.name}=${value} ${answer.status} ${named(html, field)} ${lost}`)
        }
    expect(faults).toEqual([])
  },
)
