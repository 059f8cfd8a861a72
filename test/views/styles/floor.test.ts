import { expect, test } from 'vitest'
import { styles } from '../../../src/views/styles/css.ts'
import { deskSheet } from '../../../src/views/styles/desk-sheet.ts'

/** Chrome 60: what came later, and what stands before it in the same rule for browsers without it. */
const YOUNGER = [
  /(?:padding|margin|border|inset)-(?:inline|block)/,
  /(?:^|;)(?:inset|aspect-ratio|translate|rotate|scale):/,
  /(?:^|;)(?:column-|row-)?gap:/,
  /overflow-wrap:anywhere/,
  /:(?:dvh|svh|min|max)\(/,
]
const NEEDS_PLAIN = /(?:^|;)([a-z-]+):[^;]*clamp\(/

/** One that browsers do not know takes its whole rule with it. */
const SELECTORS = /:is\(|:where\(|:not\([^)]*,/
/** Stands in no list with what every browser knows. */
const YOUNG_SELECTOR = /:has\(|:focus-visible/

const rulesOf = (css: string) =>
  [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
    selector,
    body,
  }))

const own = Object.entries({ ...styles, desk: deskSheet.css })

test.each(own)('%s asks nothing of a browser that Chrome 60 does not know', (_, css) => {
  for (const { selector, body } of rulesOf(css)) {
    for (const young of YOUNGER) expect(body, selector).not.toMatch(young)
    expect(selector).not.toMatch(SELECTORS)
    const young = selector.split(/,(?![^(]*\))/).filter((one) => YOUNG_SELECTOR.test(one))
    if (young.length > 0) expect(young.join(',')).toBe(selector)
    const plain = NEEDS_PLAIN.exec(body)?.[1]
    if (plain) expect(body.split(`${plain}:`).length, selector).toBeGreaterThan(2)
  }
})

test.each(own)('%s prints dark on white whatever the screen', (_, css) => {
  expect(css).toContain('@media screen and (prefers-color-scheme:dark)')
  expect(css).not.toMatch(/@media \(prefers-color-scheme/)
})

test('a button keeps an edge where colours are forced, and where its own are not understood', () => {
  for (const [, css] of own)
    expect(css).toMatch(/\.btn\{[^}]*border:1\.5px solid;border-color:var\(--sea\)/)
})
