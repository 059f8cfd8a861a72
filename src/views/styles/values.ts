export const values = `
dl { margin: 0 0 1rem }
.kv { display: grid; grid-template-columns: fit-content(38%) 1fr; grid-gap: .25rem 1rem }
.kv dt { color: var(--soft) }
.kv dd { margin: 0; min-width: 0; font-weight: 550 }
.words { white-space: pre-line }
`
