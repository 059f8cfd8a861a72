import type { DeskRowSight } from '../../sights/desk-rows.ts'
import type { Words } from '../../words/words.ts'
import { DeskRows, ListPager } from '../desk/rows.tsx'
import { OversightTabs } from './oversight-tabs.tsx'

interface Props {
  city: boolean
  title: string
  /** An agency, or the whole city. */
  whose: string
  rows: DeskRowSight[]
  hrefOf: (reference: string) => string
  /** Some that are counted may not be shown to its reader. */
  hides: boolean
  first: string | null
  next: string | null
}

export function OverseenList({
  t,
  city,
  title,
  whose,
  rows,
  hrefOf,
  hides,
  first,
  next,
}: Props & { t: Words }) {
  return (
    <>
      <OversightTabs t={t} city={city} />
      <h1>{title}</h1>
      <p class="soft">
        {whose}. {hides && t.oversight.hidden}
      </p>
      <section class="list" aria-label={title}>
        <DeskRows
          t={t}
          rows={rows}
          hrefOf={hrefOf}
          empty={next ? t.oversight.emptyYet : t.oversight.empty}
        />
        <ListPager t={t} first={first} next={next} />
      </section>
    </>
  )
}
