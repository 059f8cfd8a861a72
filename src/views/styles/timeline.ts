/** History, dialogue and attachments on keyed and public complaint pages. */
export const timeline = `
.time { list-style: none; margin: 0 0 1.5rem .35rem; padding: 0 0 0 1.35rem; border-left: 2px solid var(--line) }
.time li { position: relative; padding: 0 0 1.25rem }
.time li:last-child { padding-bottom: 0 }
.time li::before { content: ""; position: absolute; left: -1.8rem; top: .35rem; width: .8rem; height: .8rem; border-radius: 50%; background: var(--card); border: 3px solid var(--sea) }
.time .wait::before { border-color: var(--wait) }
.time .late::before { border-color: var(--late) }
.time .done::before { border-color: var(--done); background: var(--done) }
.time b { font-weight: 650 }
time { font-variant-numeric: tabular-nums }
.time time, .by { color: var(--soft); font-size: .9375rem; display: block }
.words { white-space: pre-line; margin: .3rem 0 0 }
.talk { list-style: none; padding: 0; margin: 0 0 1.5rem }
.talk li { max-width: 92%; background: var(--card); border: 1px solid var(--line); border-radius: .25rem .85rem .85rem; padding: .7rem .9rem; margin: 0 0 .6rem }
.talk .mine { margin-left: auto; background: var(--sea-wash); border-color: transparent; border-radius: .85rem .25rem .85rem .85rem }
.files { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); gap: .6rem }
.files img { display: block; width: 100%; aspect-ratio: 4/3; object-fit: cover; border-radius: var(--r); background: var(--line) }
.files a { display: block; font-size: .9375rem; min-height: 2.75rem }
`
