/** Names and their values. */
export const values = `
dl { margin: 0 0 1rem }
.kv { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem }
.kv dt { color: var(--soft) }
.kv dd { margin: 0; font-weight: 550 }
`
