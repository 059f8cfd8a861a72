import type { Child } from 'hono/jsx'
import { ELEMENTS, type Ikm, ikmText, meanText } from '../../domain/figures/ikm.ts'
import {
  PROFILE,
  PROFILE_NAMES,
  type ProfileName,
  type SurveySums,
  saidBy,
} from '../../domain/figures/survey.ts'
import type { SurveyResults } from '../../domain/figures/survey-results.ts'
import { build } from '../../paths.ts'
import type { Words } from '../../words/words.ts'

interface TableProps {
  label: string
  /** The first is the row's name, the others are numbers. */
  columns: readonly string[]
  rows: readonly (readonly [Child, ...string[]])[]
}

function Table({ label, columns: [first, ...others], rows }: TableProps) {
  return (
    <section class="scroll" tabindex={0} aria-label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {others.map((name) => (
              <th scope="col" class="n">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr>
              <th scope="row">{name}</th>
              {cells.map((cell) => (
                <td class="n">{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function ElementTable({ t, sums, ikm }: { t: Words; sums: SurveySums; ikm: Ikm }) {
  const { results: said, elements } = t.survey
  return (
    <Table
      label={said.elements}
      columns={[said.element, said.mean, said.value, said.bandShort]}
      rows={ikm.elements.map(({ value, band }, i) => [
        `U${i + 1}. ${elements[ELEMENTS[i] ?? 'u1'].name}`,
        meanText(sums.sums[i] ?? 0, sums.respondents),
        ikmText(value),
        band,
      ])}
    />
  )
}

export function ProfileTables({ t, sums }: { t: Words; sums: SurveySums }) {
  return (
    <>
      <h2>{t.survey.results.profile}</h2>
      {PROFILE_NAMES.map((name) => (
        <ProfileTable t={t} sums={sums} name={name} />
      ))}
    </>
  )
}

function ProfileTable({ t, sums, name }: { t: Words; sums: SurveySums; name: ProfileName }) {
  const said = t.survey.profile[name]
  const counts = PROFILE[name].map((value) => [value, saidBy(sums, name, value)] as const)
  const silent = counts.reduce((left, [, n]) => left - n, sums.respondents)
  return (
    <Table
      label={said.name}
      columns={[said.name, t.survey.results.count]}
      rows={[
        ...counts.map(([value, n]) => [said.values[value] ?? '', t.number(n, 0)] as const),
        [t.survey.noAnswer, t.number(silent, 0)] as const,
      ]}
    />
  )
}

export interface ServiceResults {
  name: string
  slug: string
  results: SurveyResults
}

interface ServiceProps {
  services: readonly ServiceResults[]
  /** Of the links to their results: the same period. */
  query: string
}

export function ServiceTable({ t, services, query }: ServiceProps & { t: Words }) {
  const said = t.survey.results
  if (services.length === 0) return null
  return (
    <>
      <h2>{said.services}</h2>
      <Table
        label={said.services}
        columns={[said.service, said.respondents, said.index, said.bandShort]}
        rows={services.map(({ name, slug, results: { respondents, sums, ikm } }) => [
          <a href={build('surveyResults', { slug }) + query}>{name}</a>,
          t.number(ikm ? sums.respondents : respondents, 0),
          ikm ? ikmText(ikm.value) : said.tooFew,
          ikm?.band ?? '',
        ])}
      />
    </>
  )
}
