/**
 * The clock line: one segment per stage, days used as fill, hatched while the clock stands
 * still, red when late. The fill is an empty svg: its width
 * attribute is allowed where the CSP blocks style attributes.
 */
export const clock = `
.clock { display: flex; gap: 3px; list-style: none; margin: 1rem 0 .75rem; padding: 0 }
.clock > * { flex: 1; min-width: 0 }
.clock .bar { display: block; height: .6rem; background: var(--line); overflow: hidden; forced-color-adjust: none }
.clock svg { display: block; height: 100%; background: var(--sea) }
.clock .late svg { background: var(--late) }
.clock .wait svg { background: repeating-linear-gradient(135deg, var(--wait) 0 3px, var(--wait-wash) 3px 7px) }
.clock .done svg { background: var(--done) }
.clock > :first-child .bar { border-radius: .3rem 0 0 .3rem }
.clock > :last-child .bar { border-radius: 0 .3rem .3rem 0 }
.clock .name { display: block; font-size: .75rem; line-height: 1.25; color: var(--soft); margin-top: .3rem }
.clock .now .name { color: var(--ink); font-weight: 650 }
.clock small { display: block; font-size: inherit; font-weight: 400 }
.clock.slim { margin: .35rem 0 0 }
.clock.slim .bar { height: .35rem }
.state { display: inline-flex; gap: .45rem; align-items: center; font-weight: 650; padding: .15rem .65rem; border-radius: 1rem; font-size: .9375rem; background: var(--sea-wash); color: var(--sea) }
.state.wait { background: var(--wait-wash); color: var(--wait) }
.state.late { background: var(--late-wash); color: var(--late) }
.state.done { background: var(--done-wash); color: var(--done) }
.state.off { background: var(--line); color: var(--ink) }
.due b { font-weight: 650 }
.due.late b { color: var(--late) }
.due.wait b { color: var(--wait) }
.ref { font-size: 1.85rem; font-weight: 700; letter-spacing: .02em; font-variant-numeric: tabular-nums; line-height: 1.15; margin: 0; white-space: nowrap }
`
