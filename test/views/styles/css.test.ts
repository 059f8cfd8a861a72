import { expect, test } from 'vitest'
import { minify, styles } from '../../../src/views/styles/css.ts'
import { deskSheet } from '../../../src/views/styles/desk-sheet.ts'

test('minifying keeps every rule and only drops spaces', () => {
  expect(minify('\n.a > .b { margin: 0 auto; color: red }\n.c::before { content: "" }\n')).toBe(
    '.a > .b{margin:0 auto;color:red}.c::before{content:""}',
  )
})

test.each(Object.entries({ ...styles, desk: deskSheet.css }))(
  '%s is one fixed line that a CSP hash can name',
  (_, css) => {
    expect(css).not.toMatch(/\n|<|@import|url\(/)
    expect(css.split('{').length).toBe(css.split('}').length)
  },
)

test('every colour of the light palette has its dark twin, but for what both share', () => {
  const names = (css: string) => [...css.matchAll(/(--[\w-]+):/g)].map((m) => m[1])
  const [light = '', dark = ''] = styles.plain.split('prefers-color-scheme:dark')
  const shared = ['--edge', '--c', '--w']
  expect(names(dark.slice(0, dark.indexOf('}')))).toEqual(
    names(light).filter((name) => !shared.includes(name ?? '')),
  )
})
