export const values = `
dl { margin: 0 0 1rem }
.kv div { display: flex; flex-wrap: wrap }
.kv dt { color: var(--soft); flex: 0 0 38%; max-width: 9rem; margin-right: .5rem }
.kv dd { flex: 1 1 50%; max-width: 100%; margin: 0 0 .25rem; font-weight: 550 }
.words { white-space: pre-line }
`
