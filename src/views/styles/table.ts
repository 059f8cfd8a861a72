export const table = `
.rows { list-style: none; margin: 0 0 1.5rem; padding: 0; border-top: 1px solid var(--line) }
.rows li { padding: .9rem 0; border-bottom: 1px solid var(--line) }
.rows h2, .rows h3 { margin: 0 0 .15rem; font-size: 1.0625rem; line-height: 1.35; font-weight: 620 }
.rows h2 a, .rows h3 a { display: block; padding: .3rem 0; color: inherit; text-decoration: none }
.rows a:hover { text-decoration: underline }
.rows p { margin: 0; color: var(--soft); font-size: .9375rem }
.slim { margin: .35rem 0 0 }
.slim .bar { height: .35rem; margin: 0 }
.slim ~ small { display: inline-block; margin: .25rem .75rem 0 0; color: var(--soft) }
.slim ~ .late, .slim ~ .wait { color: var(--c); font-weight: 600 }
.rows .state { margin: 0; font-size: .8125rem; padding: 0 .5rem }
.figs { display: flex; flex-wrap: wrap; background: var(--line); border: 1px solid var(--line); border-radius: .75rem; overflow: hidden; margin: 0 0 1.5rem }
.figs div { flex: 1 1 8rem; box-shadow: 0 0 0 .5px var(--line); background: var(--card); padding: .85rem 1rem; display: flex; flex-direction: column-reverse; justify-content: flex-end }
.figs dt { color: var(--soft); font-size: .875rem; line-height: 1.3 }
.figs dd { margin: 0; font-size: 1.6rem; font-weight: 700; letter-spacing: -.02em; font-variant-numeric: tabular-nums; line-height: 1.2 }
.figs small { font-size: .875rem; font-weight: 400; letter-spacing: 0 }
.figs .late dd { color: var(--c) }
.scroll { overflow-x: auto; margin: 0 0 1.5rem }
table { border-collapse: collapse; width: 100%; font-size: .9375rem }
th, td { text-align: left; padding: .55rem .5rem .55rem 0; border-bottom: 1px solid var(--line); vertical-align: top }
tbody th { font-weight: 400 }
thead th { font-size: .8125rem; vertical-align: bottom }
tr > :last-child { padding-right: 0 }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums }
.pager { display: flex; justify-content: space-between }
.filter { display: grid; grid-template-columns: minmax(0, 1fr); grid-gap: .75rem; padding: 0 0 1.25rem }
@media (min-width: 32rem) { .filter { grid-template-columns: 1fr 1fr } }
.filter .field { margin: 0 }
`
