/** The staff desk: views, list and case side by side; on a phone one of the three at a time. */
export const desk = `
html { font-size: 93.75%; line-height: 1.45 }
.desk { display: grid; grid-template: 3.2rem 1fr / 14.5rem minmax(20rem, 28rem) 1fr; height: 100vh }
.bar1 { grid-column: 1/-1; display: flex; align-items: center; padding: 0 1rem; border-bottom: 1px solid var(--line); background: var(--card) }
.bar1 .mark svg { width: 1.5rem; height: 1.5rem }
.bar1 form { display: flex; flex: 1; max-width: 30rem; margin-left: 1rem }
.bar1 input + .link { margin-left: .75rem }
.bar1 input { width: 100%; min-height: 2.4rem; padding: .35rem .7rem; border: 1px solid var(--edge); border-radius: .4rem; background: var(--paper); font: inherit; color: inherit }
.bar1 .me { margin-left: auto; color: var(--soft); display: flex; flex-wrap: wrap; justify-content: flex-end; align-items: center }
.bar1 .me form { display: block; flex: 0 1 auto; text-align: right }
.bar1 .me a, .bar1 .me form { margin-left: .75rem }
.bar1 .ask { margin-left: auto; padding: .6rem 0 }
.bar1 .ask ~ .me { margin-left: 0 }
.link { border: 0; background: none; color: var(--sea); font: inherit; text-decoration: underline; min-height: 2.4rem; cursor: pointer }
kbd { margin-left: .3rem; font: 600 .75rem/1 ui-monospace, monospace; border: 1px solid var(--line); border-bottom-width: 2px; border-radius: .25rem; padding: .12rem .3rem; background: var(--card); color: var(--soft) }
.views { display: block; padding: .75rem .5rem; border-right: 1px solid var(--line); overflow: auto }
.views h2 { font-size: .867rem; color: var(--soft); margin: 1rem .6rem .25rem; font-weight: 600 }
.views a { display: flex; justify-content: space-between; align-items: center; padding: .38rem .6rem; min-height: 2.4rem; border-radius: .4rem; text-decoration: none; color: inherit }
.views a[aria-current] { background: var(--sea-wash); color: var(--sea); font-weight: 650 }
.views span { font-variant-numeric: tabular-nums; color: var(--soft) }
.views .hot span { color: var(--late); font-weight: 700 }
.list { border-right: 1px solid var(--line); overflow: auto; background: var(--card) }
.list ul { list-style: none; margin: 0; padding: 0 }
.list li a { display: flex; flex-wrap: wrap; justify-content: space-between; padding: .65rem 1rem; border-bottom: 1px solid var(--line); text-decoration: none; color: inherit }
.list a[aria-current] { background: var(--sea-wash); box-shadow: inset 3px 0 var(--sea) }
.list b { flex: 1 1 8rem; margin-right: .75rem; font-weight: 620; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.list small { color: var(--soft); font-size: .867rem; flex-basis: 100% }
.list .due { font-variant-numeric: tabular-nums; font-weight: 600; font-size: .867rem; text-align: right; white-space: nowrap }
.list .late { color: var(--late) }
.list .wait { color: var(--wait) }
.list .soon { color: var(--sea) }
.case { overflow: auto; padding: 1.25rem 1.75rem 6rem }
.case > * { max-width: 52rem }
.case h1 { font-size: 1.4rem; line-height: 1.25; margin: .15rem 0 .35rem }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); grid-gap: .6rem 1.5rem; padding: .75rem 0; margin: 0 0 1rem; border: solid var(--line); border-width: 1px 0; font-size: .933rem }
.facts dt { color: var(--soft); font-size: .867rem }
.facts dd { margin: 0; font-weight: 550 }
.acts { display: flex; flex-wrap: wrap; margin: 0 0 1.25rem }
.acts .btn { margin: 0 .4rem .4rem 0; min-height: 2.4rem; padding: .4rem .75rem }
.solo { display: grid; grid-template: 3.2rem 1fr / 14.5rem minmax(0, 1fr); min-height: 100vh }
.bar1 .fold, .views .fold { display: none }
.mail { word-break: break-all }
.solo main { width: 100%; max-width: 60rem; margin: 0 auto; padding: 1.25rem 1rem 4rem }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.views a span { flex: none; margin-left: .5rem }
.list i { font-style: normal; color: var(--wait) }
.list .pager, .head, .none { padding: .5rem 1rem; margin: 0 }
.pick-state { display: flex; align-items: center }
.pick-state .link { flex: none; margin-left: .75rem }
.both { display: contents }
h1.head { font-size: 1.067rem; padding-bottom: 0 }
.none { color: var(--soft); padding: 2rem 1rem }
.list .note { margin: .75rem 1rem }
.case h2 { font-size: 1.067rem; margin: 1.5rem 0 .5rem }
.case .note h2 { margin-top: 0 }
.case .meta { color: var(--soft); margin: 0 }
.case .clock { margin: .75rem 0 .4rem }
.case .due { margin: 0 0 1rem }
.case .state { font-size: .867rem; padding: .05rem .55rem }
.mark2 { display: inline-block; font-weight: 600; font-size: .867rem; color: var(--wait); border: 1px solid; border-radius: 1rem; padding: 0 .5rem }
.body { font-size: 1.067rem; line-height: 1.6; margin: .15rem 0 1rem; max-width: 44rem }
mark { background: var(--wait-wash); color: var(--wait); font-weight: 650; border-radius: .2rem; padding: 0 .15rem }
.note.small { padding: .45rem .8rem; margin: 0 0 1rem }
.facts small { display: block; font-weight: 400; color: var(--soft); font-size: .867rem }
.steps { display: flex; flex-wrap: wrap; align-items: flex-start }
.steps h2 { flex-basis: 100%; margin: .25rem 0 .45rem }
.steps > details { border: 1px solid var(--line); border-radius: .5rem; background: var(--card); padding: 0 .85rem; margin: 0 .45rem .45rem 0 }
.steps > details[open] { flex-basis: 100%; margin-right: 0; padding-bottom: 1rem; border-color: var(--sea) }
.steps summary { list-style: none; min-height: 2.4rem; padding: .5rem 0; line-height: 1.4 }
.steps summary::-webkit-details-marker { display: none }
.steps details[open] > summary { color: var(--ink) }
.steps form, .pair { display: grid; grid-template-columns: minmax(0, 1fr); grid-gap: .75rem 1rem; align-items: end }
.steps form > p, .steps fieldset, .steps form > .note { grid-column: 1/-1 }
.steps form > :has(textarea), .steps form > :has(input.in:not(.code)), .steps form > :has([multiple]) { grid-column: 1/-1 }
.steps .field, .steps fieldset { margin: 0 }
.steps .in, .pair .in { min-height: 2.6rem; padding: .4rem .65rem }
.steps textarea.in { min-height: 7rem }
.steps textarea.low { min-height: 4rem }
.steps select.many { min-height: 6rem; padding: .2rem }
.steps .pick { padding: .45rem .7rem; margin: .3rem 0 0 }
.steps .btn { justify-self: start; min-height: 2.6rem; padding: .4rem 1.1rem }
.steps form > p { white-space: pre-line; margin: 0 }
.templates { border: 0; margin-top: .75rem }
.templates h4 { margin: .5rem 0 0 }
.like { margin: .75rem 0; border: 1px solid var(--line); border-radius: .5rem; padding: 0 1rem; overflow: visible }
.like li a { padding-left: 0; padding-right: 0 }
.like li:last-child a { border: 0 }
.case > details:not(.like) { border: 0 }
.case details + :not(details) { border: 0; padding: 0 }
.undo { display: flex; align-items: center; margin: 0 }
.undo .btn { margin-right: .75rem }
.back { display: none }
.wide .field { margin: 0 0 1rem }
.wide .pair { margin: 0 0 1rem }
.wide .pair .field { margin: 0 }
.list a.htmx-request { opacity: .55 }
.list a.htmx-request b::after { content: ' …' }
.case[aria-busy] { opacity: .55; cursor: progress }
.steps .draft { grid-column: 1/-1 }
@media (max-width: 32rem) {
  .desk .views { flex-wrap: nowrap; overflow-x: auto }
  .desk .views a { flex: none }
  .list b { flex-basis: 100%; margin: 0 }
}
@media (min-width: 32rem) { .steps form, .pair { grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)) } }
@media print { .bar1, .views { display: none } .solo { display: block } }
@media (forced-colors: active) { .views a[aria-current], .list a[aria-current] { border-left: .4rem solid Highlight } }
@media (max-width: 60rem) {
  .desk { display: block; height: auto }
  .solo { display: block }
  .solo .views { display: none; border-bottom: 1px solid var(--line) }
  .solo .views:target { display: block }
  .bar1 .fold { display: inline-flex; min-height: 2.4rem; margin: 0 0 0 .75rem; padding: .3rem .75rem }
  .views .fold { display: flex; color: var(--sea) }
  .bar1 { height: auto; min-height: 3.2rem; flex-wrap: wrap; padding: .35rem 1rem }
  .bar1 > form { order: 3; flex-basis: 100%; margin: .25rem 0 }
  .bar1 .me > span { display: none }
  .bar1 .ask { order: 2; flex-basis: 100%; margin: 0 }
  .bar1 .ask ~ .me { margin-left: auto }
  .back { display: inline-flex; align-items: center; min-height: 2.75rem }
  .at-list .views { display: flex; border-bottom: 1px solid var(--line); padding: .35rem .5rem }
  .at-list .views h2 { display: none }
  .at-list .views a { max-width: 100% }
  .at-case .bar1 > form, .at-list .case, .at-case .views, .at-case .list, .at-views .list, .at-views .case { display: none }
  .list, .views { border-right: 0 }
  .list b, .list .due { white-space: normal }
  .case { padding: 1rem 1rem 4rem }
}
`
