/** The receipt reads as a slip that can be torn off and is printed whole. */
export const receipt = `
.slip { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; margin: 1rem 0 1.5rem; overflow: hidden }
.slip dl { margin: 0 }
.slip > div { padding: 1.15rem }
.slip > div + div { border-top: 2px dashed var(--line) }
.slip .label { color: var(--soft); font-size: .9375rem; margin: 0 }
.slip .key { font-size: 1.3rem; font-weight: 700; letter-spacing: .05em; font-variant-numeric: tabular-nums; line-height: 1.3; margin: .1rem 0 .35rem; word-break: break-all }
.slip .hold { background: var(--wait-wash) }
.sign { font: .75rem/1.5 ui-monospace, monospace; color: var(--soft); word-break: break-all }
@media print { .slip, .slip > div + div { border-color: #000 } .slip .hold { background: none } }
`

/** What only paper says: whether the key is on it. */
export const paper = `
@media screen { .onprint { display: none } }
`

/** Only on the copy for print: a slow line should not pay for it. */
export const qr = `
.qr { width: 9rem; height: 9rem; background: #fff; padding: .5rem }
.qr svg { display: block; width: 100%; height: 100% }
`
