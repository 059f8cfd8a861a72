export const base = `
* { box-sizing: border-box }
html { font: 100%/1.55 system-ui, Roboto, sans-serif }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: break-word }
a { color: var(--sea) }
h1 { font-size: 1.75rem; line-height: 1.2; letter-spacing: -.015em; margin: 0 0 .5rem }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 2.25rem 0 .6rem }
p, ul { margin: 0 0 1rem }
:focus-visible { outline: 3px solid var(--sea); outline-offset: 2px }
.wrap { max-width: 38rem; margin: 0 auto; padding: 0 1rem }
.skip { position: absolute; left: -99rem }
.skip:focus { left: 0; padding: 1rem; background: var(--card) }
.top { border-bottom: 1px solid var(--line); background: var(--card) }
.top .wrap, .mark, nav { display: flex; align-items: center }
.top .wrap, nav { flex-wrap: wrap }
.mark { min-height: 3.5rem; color: inherit; text-decoration: none; font-weight: 700; font-size: 1.125rem; line-height: 1.1 }
.mark svg { width: 1.9rem; margin-right: .5rem; color: var(--sea) }
.mark small { display: block; font-weight: 400; font-size: .75rem; color: var(--soft) }
nav { font-size: .9375rem }
nav a { padding: .75rem 0 }
.wrap > nav a { margin-right: 1rem }
.top nav { margin: 0 -1rem 0 auto }
nav a[aria-current] { color: inherit; text-decoration: none; font-weight: 600 }
main.wrap { padding: 1.75rem 1rem 3rem }
.lead, .soft, .hint, footer { color: var(--soft) }
.lead { font-size: 1.0625rem }
.hint, footer { font-size: .9375rem }
.m0, footer p { margin: 0 }
.card, .note { border: 1px solid var(--line); border-radius: .75rem; background: var(--card); padding: 1.15rem; margin: 0 0 1.5rem }
.note { background: var(--w); border: 0; border-left: 4px solid var(--c); border-radius: 0 .5rem .5rem 0; padding: 1rem }
.note > :last-child, .card > :last-child { margin-bottom: 0 }
.note h2, .card h2 { margin-top: 0 }
.btn { display: inline-flex; align-items: center; justify-content: center; min-height: 3rem; padding: .5rem 1.1rem; border: 1.5px solid; border-color: var(--sea); border-radius: .5rem; background: var(--sea); color: var(--sea-ink); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer }
.btn.line { background: none; color: var(--sea); border-color: currentColor }
footer { border-top: 1px solid var(--line); padding: 1.25rem 0 2rem }
footer a { color: inherit }
@media print { nav, .btn, .skip, .noprint { display: none } }
`
