/** Inside another site's page: small, no outer column. */
export const frame = `
form + p { margin-top: .75rem }
html { font-size: 93.75% }
body { background: var(--card) }
.frame { padding: 1rem; max-width: 30rem }
.frame h1 { font-size: 1.2rem }
.frame .mark { margin: 0 0 .75rem }
`
