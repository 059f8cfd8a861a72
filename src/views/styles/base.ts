/** What every public page needs: type, header, main column, buttons, footer, print. */
export const base = `
* { box-sizing: border-box }
html { font: 100%/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; -webkit-text-size-adjust: 100% }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: break-word }
a { color: var(--sea); text-underline-offset: .15em }
h1 { font-size: 1.75rem; line-height: 1.2; letter-spacing: -.015em; margin: 0 0 .5rem; font-weight: 700; text-wrap: balance }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 2.25rem 0 .6rem; font-weight: 650 }
p { margin: 0 0 1rem }
ul, ol { margin: 0 0 1rem; padding-left: 1.25rem }
:focus-visible { outline: 3px solid var(--sea); outline-offset: 2px }
.wrap { max-width: 38rem; margin: 0 auto; padding: 0 1rem }
.skip { position: absolute; left: -99rem; padding: .75rem 1rem; background: var(--card) }
.skip:focus { left: 0 }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.top { border-bottom: 1px solid var(--line); background: var(--card) }
.top .wrap { display: flex; align-items: center; gap: .75rem; min-height: 3.5rem }
.mark { display: flex; align-items: center; gap: .55rem; min-height: 2.75rem; color: inherit; text-decoration: none; font-weight: 700; font-size: 1.125rem; letter-spacing: -.02em; line-height: 1.1 }
.mark svg { width: 1.9rem; height: 1.9rem; color: var(--sea); flex: none }
.mark small { display: block; font-weight: 400; font-size: .75rem; letter-spacing: 0; color: var(--soft) }
.top nav { margin-left: auto; display: flex; font-size: .9375rem }
.top nav a { display: flex; align-items: center; min-height: 2.75rem; padding: 0 .6rem; text-align: center; line-height: 1.2 }
.top nav a[aria-current] { font-weight: 650; text-decoration: none; color: var(--ink) }
main { padding-block: 1.75rem 3rem; outline: 0 }
.lead, .soft, .hint { color: var(--soft) }
.lead { font-size: 1.0625rem }
.hint, .small { font-size: .9375rem }
.m0 { margin: 0 }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1.15rem; margin: 0 0 1.5rem }
.card > :last-child { margin-bottom: 0 }
.note { background: var(--sea-wash); border-left: 4px solid var(--sea); border-radius: 0 var(--r) var(--r) 0; padding: .85rem 1rem; margin: 0 0 1.5rem }
.note.wait { background: var(--wait-wash); border-color: var(--wait) }
.note.late { background: var(--late-wash); border-color: var(--late) }
.note.done { background: var(--done-wash); border-color: var(--done) }
.note > :last-child { margin-bottom: 0 }
.note h2 { margin: 0 0 .35rem; font-size: 1.0625rem }
.btn { display: inline-flex; align-items: center; justify-content: center; min-height: 3rem; padding: .6rem 1.35rem; border: 0; border-radius: var(--r); background: var(--sea); color: var(--sea-ink); font: inherit; font-weight: 650; text-decoration: none; cursor: pointer }
.btn.line { background: none; color: var(--sea); box-shadow: inset 0 0 0 1.5px var(--sea) }
.btn.wide { width: 100% }
footer { border-top: 1px solid var(--line); color: var(--soft); font-size: .9375rem; padding: 1.25rem 0 2.5rem }
footer p { margin: 0 0 .25rem }
footer nav { display: flex; flex-wrap: wrap; column-gap: 1.1rem }
footer a { color: inherit; display: inline-flex; align-items: center; min-height: 2.75rem }
@media print {
  .top nav, footer nav, .btn, .skip, .noprint { display: none }
  body { background: #fff; color: #000 }
}
`
