import { patterns } from '../../paths.ts'
import type { Words } from '../../words/words.ts'

const TABS = [
  ['worries', patterns.oversight],
  ['compare', patterns.oversightAgencies],
  ['monthTitle', patterns.thisMonth],
] as const

export function OversightTabs({ t, current }: { t: Words; current?: (typeof TABS)[number][0] }) {
  return (
    <nav class="tabs" aria-label={t.oversight.tabs}>
      {TABS.map(([name, href]) => (
        <>
          <a href={href} aria-current={name === current ? 'page' : undefined}>
            {t.oversight[name]}
          </a>{' '}
        </>
      ))}
    </nav>
  )
}
