export const home = `
.hero h1 { font-size: 2.25rem; font-size: clamp(2rem, 8vw, 2.75rem); line-height: 1.08; letter-spacing: -.03em; margin: .5rem 0 .75rem }
.hero .btn { font-size: 1.125rem; min-height: 3.5rem; margin: .25rem 0 2rem }
.steps { list-style: none; counter-reset: s; padding: 0; margin: 0 0 2rem }
.steps li { counter-increment: s; position: relative; padding: 0 0 1.1rem 3.25rem; min-height: 3.5rem }
.steps li::before { content: counter(s); position: absolute; left: 0; top: .1rem; width: 2.25rem; height: 2.25rem; border-radius: 50%; background: var(--sea-wash); color: var(--sea); font-weight: 700; display: grid; place-items: center }
.steps b { display: block }
.steps span { color: var(--soft) }
`
