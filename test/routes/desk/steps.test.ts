import { expect, test } from 'vitest'
import { actOf } from '../../../src/domain/acts/acts.ts'
import { type PathName, paths } from '../../../src/paths.ts'
import { STEPS } from '../../../src/routes/desk/steps/all.ts'
import { t } from '../../support/words.ts'

/** Forms of a case that stand elsewhere: in the notice of what was done, and in a register. */
const ELSEWHERE: PathName[] = ['caseUndo', 'caseErase']

test('every form of a case has its step, and every step a path of its own', () => {
  const posts = (Object.keys(paths) as PathName[])
    .filter((name) => name.startsWith('case') && paths[name].post !== undefined)
    .filter((name) => !ELSEWHERE.includes(name))
  expect(STEPS.map(({ path }) => path).sort()).toEqual(posts.sort())
})

test('no two steps give one command', () => {
  const names = STEPS.flatMap(({ name }) => name ?? [])
  expect(new Set(names).size).toBe(names.length)
})

test('no two fields of a step stand for one property', () => {
  const double = STEPS.filter(({ fields }) => {
    const properties = Object.values(fields)
    return new Set(properties).size < properties.length
  })
  expect(double).toEqual([])
})

test('whatever was done is said', () => {
  const silent = STEPS.flatMap(({ name }) => name ?? [])
    // an identity is shown in place of a sentence
    .filter((name) => name !== 'reveal' && !(name in t.caseWords.done))
  expect(silent).toEqual([])
})

test('no key opens two forms of one page', () => {
  const keyed = STEPS.flatMap(({ name, hotkey }) => (name && hotkey ? [{ name, hotkey }] : []))
  const double = keyed.flatMap((one, i) =>
    keyed.slice(i + 1).flatMap((other) => {
      const meet = actOf(one.name).from.some((state) => actOf(other.name).from.includes(state))
      return meet && one.hotkey === other.hotkey
        ? [`${one.hotkey}: ${one.name}, ${other.name}`]
        : []
    }),
  )
  expect(keyed.length).toBeGreaterThan(5)
  expect(double).toEqual([])
})
