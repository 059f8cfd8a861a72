import { describe, expect, test } from 'vitest'
import { hasLanguages, isForStaff, mayLag } from '../src/path-row.ts'
import { build, type PathName, paths, patterns, rowAt } from '../src/paths.ts'

const names = Object.keys(paths) as PathName[]
const params = { nomor: 'DMI-7K4Q-2M9X', id: 'a', slug: 'dishub', token: 't', view: 'opd' }
const buildAny = build as (name: PathName, given: object) => string

describe('the row of an address', () => {
  test('is the row of the path that it was built from', () => {
    for (const name of names) expect(rowAt(buildAny(name, params)), name).toBe(paths[name])
  })

  test('is that of what it lies below, where there is no such path', () => {
    expect(rowAt('/widget/dishub/lain')).toBe(paths.frame)
    expect(rowAt('/widget/')).toBe(paths.frame)
    expect(rowAt('/widget/dishub/lencana.svg/lain')).toBe(paths.frame)
    expect(rowAt('/widget/a\nb')).toBe(paths.frame)
  })

  test('is none where nothing is above it', () => {
    for (const path of ['/widget', '/widget.js/x', '/widgetxjs', '/tidak/ada', '//', '/lapor/x'])
      expect(rowAt(path), path).toBeUndefined()
  })
})

test('no two paths are one', () => {
  expect(new Set(Object.values(patterns)).size).toBe(names.length)
})

test('every path answers something', () => {
  for (const { at, get, post } of Object.values(paths)) expect(get ?? post, at).toBeDefined()
})

test('the edge keeps, and replicas answer, only what is for all', () => {
  for (const row of Object.values(paths))
    if (row.kept === 'edge' || mayLag(row)) expect(row.for, row.at).toBe('all')
})

test('what the edge keeps, and the desk, has one language for everyone', () => {
  for (const row of Object.values(paths))
    if (row.kept === 'edge' || mayLag(row) || isForStaff(row))
      expect(hasLanguages(row), row.at).toBe(false)
})

test('what is for staff lies on the desk, and nothing of it is open to other sites', () => {
  for (const row of Object.values(paths).filter(isForStaff)) {
    expect(`${row.at}/`).toMatch(new RegExp(`^${patterns.desk}/`))
    expect(row.embed, row.at).toBeUndefined()
  }
})
