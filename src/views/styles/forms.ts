/** Fields, picks, error summary, disclosures. */
export const forms = `
.field { margin: 0 0 1.5rem }
label, legend { display: block; font-weight: 600; margin: 0 0 .25rem; padding: 0 }
.field .hint, legend + .hint { display: block; margin: 0 0 .4rem }
.opt { font-weight: 400; color: var(--soft) }
input, textarea, select { font: inherit; color: inherit }
.in { display: block; width: 100%; min-height: 2.875rem; padding: .6rem .75rem; background: var(--card); border: 1.5px solid var(--edge); border-radius: var(--r) }
textarea.in { min-height: 9rem; resize: vertical }
textarea.low { min-height: 5.5rem }
.short { max-width: 15rem }
.code { font-size: 1.25rem; letter-spacing: .06em; text-transform: uppercase; font-variant-numeric: tabular-nums }
fieldset { border: 0; margin: 0 0 1.5rem; padding: 0; min-width: 0 }
.pick { display: flex; gap: .75rem; align-items: flex-start; padding: .75rem .85rem; border: 1.5px solid var(--line); border-radius: var(--r); background: var(--card); margin: 0 0 .5rem; font-weight: 400 }
.pick input { width: 1.3rem; height: 1.3rem; margin: .1rem 0 0; flex: none; accent-color: var(--sea) }
.pick b { display: block; font-weight: 600 }
.pick span span { color: var(--soft); font-size: .9375rem }
.pick:has(:checked) { border-color: var(--sea); background: var(--sea-wash) }
.score { display: flex; gap: .4rem }
.score .pick { flex: 1; flex-direction: column; align-items: center; gap: .25rem; margin: 0; padding: .6rem .2rem }
.bad .in { border-color: var(--late); border-width: 2px }
.msg { color: var(--late); font-weight: 600; font-size: .9375rem; display: block; margin: 0 0 .4rem }
details { border-top: 1px solid var(--line); margin: 0 }
details + :not(details) { border-top: 1px solid var(--line); padding-top: 1.5rem }
summary { cursor: pointer; font-weight: 600; color: var(--sea); padding: .75rem 0; min-height: 2.75rem }
`
