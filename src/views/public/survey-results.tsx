import { ELEMENTS, ikmText } from '../../domain/figures/ikm.ts'
import { LEAST_SHOWN } from '../../domain/figures/survey.ts'
import { isOpenOn, type SurveyPeriod } from '../../domain/figures/survey-period.ts'
import { lowestOf, type SurveyResults } from '../../domain/figures/survey-results.ts'
import type { IsoDate } from '../../domain/time/time.ts'
import { build } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { Select } from '../components/fields.tsx'
import { Button, ButtonLink, KeyValues, Notice } from '../components/parts.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'
import { surveyResultsSheet } from '../styles/survey-sheet.ts'
import type { SurveyedName } from './survey.tsx'
import { ElementTable, ProfileTables, type ServiceResults, ServiceTable } from './survey-tables.tsx'

interface Props {
  site: Site
  of: SurveyedName
  /** Takes answers. */
  open: boolean
  period: SurveyPeriod
  periods: SurveyPeriod[]
  today: IsoDate
  results: SurveyResults
  services: ServiceResults[]
  canonical: string
  noindex: boolean
}

/** What the agency must publish: on the screen, on paper, and as a table. */
export function SurveyResultsPage(props: Props & { t: Words }) {
  const { t, of, period, results } = props
  const { slug } = of
  const said = t.survey.results
  const title = said.title(of.name)
  const query = `?periode=${encodeURIComponent(period.name)}`
  return (
    <PublicLayout
      t={t}
      site={props.site}
      title={title}
      style={surveyResultsSheet}
      canonical={props.canonical}
      noindex={props.noindex}
    >
      <h1>{title}</h1>
      <p class="lead">
        {said.period(period)}. {of.agency && t.survey.of(of.agency)}
      </p>
      <p class="hint">
        {t.survey.law} {said.asOf(t.mediumDate(props.today))}{' '}
        {isOpenOn(period, props.today) && said.running}
      </p>
      <Periods {...props} />
      <Found t={t} {...results} />
      {results.ikm && <ProfileTables t={t} sums={results.sums} />}
      <ServiceTable t={t} services={props.services} query={query} />
      <h2>{said.method}</h2>
      <ul>
        {said.methodText.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
      <p class="noprint">
        <a href={build('surveyTable', { slug }) + query}>{said.csv}</a>
      </p>
      {props.open && (
        <>
          <p class="noprint">
            <ButtonLink href={build('survey', { slug })}>{said.fill}</ButtonLink>
          </p>
          <p class="noprint">
            <a href={build('surveySheet', { slug })}>{said.sheet}</a>
          </p>
        </>
      )}
    </PublicLayout>
  )
}

function Periods({ t, of, period, periods }: Props & { t: Words }) {
  const said = t.survey.results
  return (
    <form method="get" action={build('surveyResults', { slug: of.slug })} class="noprint">
      <Select
        t={t}
        name="periode"
        label={said.periods}
        value={period.name}
        options={periods.map((one) => ({ value: one.name, label: said.period(one) }))}
      />
      <Button line>{said.show}</Button>
    </form>
  )
}

function Found({ t, respondents, sums, ikm }: SurveyResults & { t: Words }) {
  const said = t.survey.results
  const left = respondents - sums.respondents
  if (!ikm)
    return (
      <Notice tone="wait">
        <p>{said.few(respondents, LEAST_SHOWN)}</p>
      </Notice>
    )
  const lowest = ELEMENTS[lowestOf(sums.sums)] ?? 'u1'
  return (
    <>
      <h2>{said.index}</h2>
      <KeyValues
        rows={[
          [said.index, ikmText(ikm.value)],
          [said.band, said.bands[ikm.band]],
          [said.respondents, t.number(sums.respondents, 0)],
        ]}
      />
      {left > 0 && <p>{said.left(left)}</p>}
      <h2>{said.elements}</h2>
      <ElementTable t={t} sums={sums} ikm={ikm} />
      <p>{said.lowest(t.survey.elements[lowest].name)}</p>
    </>
  )
}
