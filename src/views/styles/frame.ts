/** Inside another site's page: small, no outer column. */
export const frame = `
html { font-size: 93.75% }
body { background: var(--card) }
.frame { padding: 1rem; max-width: 30rem }
.frame h1 { font-size: 1.2rem }
form { margin: 0 0 .75rem }
.frame .mark { margin: 0 0 .5rem }
@media screen { .frame .btn { display: block; width: 100%; text-align: center } }
.figs div { flex-basis: 5rem; padding: .5rem .6rem }
.figs dd { font-size: 1.35rem }
.figs { margin: 0 0 .75rem }
`
