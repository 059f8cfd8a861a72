/** The fill is an empty svg: the CSP lets its width attribute pass, but no style attribute. */
export const clock = `
.clock { display: flex; flex-wrap: wrap; list-style: none; margin: 1rem 0 .75rem; padding: 0 }
.clock > * + * { margin-left: 3px }
.clock > * { flex: 1; font-size: .75rem; line-height: 1.3; color: var(--soft) }
.clock .bar { display: block; height: .6rem; background: var(--line); border-radius: .2rem; margin: 0 0 .35rem; overflow: hidden; forced-color-adjust: none }
.clock svg { display: block; height: 100%; background: var(--c) }
.clock .wait svg { background: repeating-linear-gradient(135deg, var(--c) 0 3px, var(--w) 3px 7px) }
.clock .now { color: inherit; font-weight: 600 }
.clock small { display: block; font-size: inherit; font-weight: 400 }
.state { display: inline-block; margin: 0 0 .5rem; font-weight: 600; padding: .15rem .65rem; border-radius: 1rem; font-size: .9375rem; background: var(--w); color: var(--c) }
.due.late b, .due.wait b { color: var(--c) }
.ref { font-size: 1.85rem; font-weight: 700; line-height: 1.15; margin: 0; font-variant-numeric: tabular-nums }
`
