export const forms = `
.field { margin: 0 0 1.5rem }
label, legend, summary { display: block; font-weight: 600; margin: 0 0 .25rem; padding: 0 }
.field .hint { display: block; margin: 0 0 .4rem }
.in { display: block; width: 100%; min-height: 2.875rem; padding: .6rem .75rem; background: var(--card); border: 1.5px solid var(--edge); border-radius: .5rem; font: inherit; color: inherit }
textarea.in { min-height: 9rem; resize: vertical }
textarea.low { min-height: 5.5rem }
.bad .in { border: 2px solid var(--late) }
.msg { color: var(--late); font-weight: 600; font-size: .9375rem; display: block; margin: 0 0 .4rem }
.wide { width: 100%; margin: .5rem 0 }
details { border-top: 1px solid var(--line) }
summary { display: list-item; margin: 0; color: var(--sea); padding: .75rem 0; cursor: pointer }
`

/** Short and spelled-out fields: dates, numbers, keys. */
export const codes = `
.short { max-width: 15rem }
.code { font-size: 1.25rem; letter-spacing: .06em; text-transform: uppercase; font-variant-numeric: tabular-nums }
`

/** Choices as large targets, and what only the long form has. */
export const picks = `
form + p { margin-top: 1.25rem }
pre { overflow-x: auto }
fieldset { border: 0; margin: 0 0 1.5rem; padding: 0; min-width: 0 }
.pick { display: flex; padding: .75rem .85rem; border: 1.5px solid var(--line); border-radius: .5rem; background: var(--card); margin: 0 0 .5rem; font-weight: 400 }
.pick input { width: 1.3rem; height: 1.3rem; margin: .1rem .75rem 0 0; flex: none; accent-color: var(--sea) }
.pick > span { min-width: 0 }
.pick b { display: block; font-weight: 600 }
.pick span span { color: var(--soft); font-size: .9375rem }
.pick:has(:checked) { border-color: var(--sea); background: var(--sea-wash) }
.opt { font-weight: 400; color: var(--soft) }
details + * { border-top: 1px solid var(--line); padding-top: 1.5rem }
`
