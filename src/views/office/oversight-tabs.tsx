import { patterns } from '../../paths.ts'
import type { Words } from '../../words/words.ts'

const TABS = [
  ['worries', patterns.oversight],
  ['compare', patterns.oversightAgencies],
  ['inquiries', patterns.inquiries],
  ['monthTitle', patterns.thisMonth],
  ['suggestions', patterns.suggestions],
  ['trail', patterns.trail],
] as const

interface Props {
  current?: (typeof TABS)[number][0]
  /** Its reader oversees the whole city. */
  city: boolean
}

export function OversightTabs({ t, current, city }: Props & { t: Words }) {
  return (
    <nav class="tabs" aria-label={t.oversight.tabs}>
      {TABS.filter(([name]) => city || name !== 'trail').map(([name, href]) => (
        <>
          <a href={href} aria-current={name === current ? 'page' : undefined}>
            {t.oversight[name]}
          </a>{' '}
        </>
      ))}
    </nav>
  )
}
