import type { Agency } from '../../domain/city/city.ts'
import type { IsoDate } from '../../domain/time/time.ts'
import { patterns } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { Select } from '../components/fields.tsx'
import { Button } from '../components/parts.tsx'
import { ListPager } from '../desk/rows.tsx'
import { OversightTabs } from './oversight-tabs.tsx'

interface Suggestion {
  day: IsoDate
  agency: string
  service: string | null
  /** The element that got the least. */
  lowest: string
  text: string
}

interface Props {
  /** Its reader oversees the whole city. */
  city: boolean
  /** Whose suggestions may be read. */
  agencies: readonly Agency[]
  chosen: string
  /** Null: not for them. */
  rows: Suggestion[] | null
  next: string | null
  /** Where the results of each are, of whom they oversee or of the one that is chosen. */
  results: readonly { name: string; href: string }[]
}

export function Suggestions({
  t,
  city,
  agencies,
  chosen,
  rows,
  next,
  results,
}: Props & { t: Words }) {
  const said = t.survey.suggestions
  return (
    <>
      <OversightTabs t={t} current="suggestions" city={city} />
      <h1>{said.title}</h1>
      <p class="soft">{said.lead}</p>
      {agencies.length > 1 && (
        <form method="get" action={patterns.suggestions}>
          <Select
            t={t}
            name="opd"
            label={said.agency}
            value={chosen}
            blank={city ? said.all : undefined}
            options={agencies.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
          <Button line>{t.survey.results.show}</Button>
        </form>
      )}
      <Results t={t} results={results} />
      {rows === null && <p>{said.notForYou}</p>}
      {rows?.length === 0 && <p>{said.none}</p>}
      {rows?.map(({ day, agency, service, lowest, text }) => (
        <article>
          <h2>{service ? said.ofService(service, agency) : agency}</h2>
          <p class="words">{text}</p>
          <p class="soft">
            {t.mediumDate(day)}. {said.lowest(lowest)}
          </p>
        </article>
      ))}
      <ListPager t={t} first={null} next={next} />
    </>
  )
}

function Results({ t, results }: { t: Words } & Pick<Props, 'results'>) {
  const links = results.map(({ name, href }) => (
    <li>
      <a href={href}>{name}</a>
    </li>
  ))
  return (
    <details open={results.length === 1}>
      <summary>{t.agency.surveyResults}</summary>
      <ul>{links}</ul>
    </details>
  )
}
