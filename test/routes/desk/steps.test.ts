import { expect, test } from 'vitest'
import { type PathName, paths } from '../../../src/paths.ts'
import { STEPS } from '../../../src/routes/desk/steps/all.ts'

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
