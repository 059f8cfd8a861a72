export const timeline = `
.time { list-style: none; margin: 0 .35rem 1.5rem; padding: 0 0 0 1.35rem; border-left: 2px solid var(--line) }
.time li { position: relative; padding: 0 0 1.25rem }
.time li::before { content: ""; position: absolute; left: -1.8rem; top: .35rem; width: .8rem; height: .8rem; border-radius: 1rem; background: var(--card); border: 3px solid var(--c) }
.time p { margin: 0 }
.at { color: var(--soft); font-size: .9375rem; display: block }
.files { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr)); grid-gap: .5rem }
.files a { display: block; font-size: .9375rem; min-height: 3rem }
.files img { display: block; width: 100%; height: auto }
.score { display: flex }
.score .btn + .btn { margin-left: .5rem }
.score .btn { flex: 1; padding: 0 }
`

/** What was said to and fro, where it stands by itself. */
export const talk = `
.talk { list-style: none; padding: 0 }
.talk p { margin: 0 }
.talk li { max-width: 92%; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: .7rem 1rem; margin: 0 0 .5rem }
.talk .mine { margin-left: auto; background: var(--sea-wash) }
`
