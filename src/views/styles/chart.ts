export const chart = `
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); grid-gap: 1.25rem 1.5rem; margin: 0 0 1.5rem }
.chart { margin: 0; min-width: 0 }
.chart h3, .chart h4 { margin: 0 0 .25rem; font-size: .9375rem; line-height: 1.3; font-weight: 600 }
.chart svg { display: block; width: 100%; max-width: 26rem; height: auto; overflow: visible }
.chart text { font-size: 9px; fill: var(--soft) }
.chart .tick, .chart .to { text-anchor: end }
.chart .rule { stroke: var(--line); fill: none }
.chart .line { fill: none; stroke: var(--sea); stroke-width: 2; stroke-linejoin: round; stroke-linecap: round }
.chart .line.two { stroke: var(--late); stroke-dasharray: 4 4 }
p.keys { margin: 0 }
.key { margin-right: 1rem; font-size: .8125rem; color: var(--soft) }
.key::before { content: ''; display: inline-block; width: 1.5rem; margin-right: .35rem; vertical-align: middle; border-top: 2px solid var(--sea) }
.key.two::before { border-top: 2px dashed var(--late) }
.data summary { padding: .6rem 0; color: var(--sea); font-size: .875rem; cursor: pointer }
.hbar { display: block; width: 10rem; height: .75rem; max-width: 30vw }
.hbar .full { fill: var(--late) }
.hbar .half { fill: var(--late-wash); stroke: var(--late) }
.hbar .none { fill: none; stroke: var(--edge) }
.hbar.calm .full { fill: var(--sea) }
.hbar .strokes { fill: none; stroke: var(--late) }
td.bar { vertical-align: middle }
@media (max-width: 32rem) { .hbar { max-width: 12vw } table { font-size: .875rem } thead th { font-size: .75rem } }
.heat td, .heat th { border: 1px solid var(--line); padding: .45rem .5rem; font-size: .875rem }
.heat thead th { min-width: 3.5rem }
.heat .h1 { background: var(--sea-wash) }
.heat .h2 { background: var(--sea-wash); box-shadow: inset 0 -3px var(--sea) }
.heat .h3 { background: var(--sea-wash); box-shadow: inset 0 0 0 2px var(--sea); font-weight: 600 }
.heat .h4 { background: var(--sea); color: var(--sea-ink); font-weight: 700 }
@media print {
  .scroll { overflow: visible }
  .chart, tr { break-inside: avoid }
  .data { display: none }
  .heat .h4 { background: none; color: inherit; box-shadow: inset 0 0 0 4px #000 }
  .hbar .full { fill: #000 }
  .hbar .strokes, .hbar .half, .hbar .none, .chart .line { stroke: #000 }
}
`
