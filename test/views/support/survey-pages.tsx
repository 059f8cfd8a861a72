import { ELEMENTS, ikm } from '../../../src/domain/figures/ikm.ts'
import { surveyPeriod, surveyPeriods } from '../../../src/domain/figures/survey-period.ts'
import type { SurveyResults } from '../../../src/domain/figures/survey-results.ts'
import { SurveyClosed, SurveyPage, SurveyThanks } from '../../../src/views/public/survey.tsx'
import { SurveyResultsPage } from '../../../src/views/public/survey-results.tsx'
import { SurveySheet } from '../../../src/views/public/survey-sheet.tsx'
import { t } from '../../support/words.ts'
import { site, TOKEN } from './own-pages.tsx'

const TODAY = '2026-11-24'
const of = { slug: 'uji-kir', name: 'Uji KIR', agency: 'Dinas Perhubungan' }

const sums = {
  respondents: 214,
  sums: [680, 655, 590, 801, 668, 702, 731, 544, 640],
  profile: { 'kelamin:l': 96, 'kelamin:p': 101, 'usia:26': 120, 'pendidikan:sma': 87 },
}
const whole: SurveyResults = { respondents: 221, sums, ikm: ikm(sums) }
const few: SurveyResults = { respondents: 4, sums: { ...sums, respondents: 0 }, ikm: null }

const results = (found: SurveyResults) => {
  const period = surveyPeriod('2026-S2')
  if (!period) throw new Error('no such period')
  return (
    <SurveyResultsPage
      t={t}
      site={site}
      of={{ ...of, agency: null }}
      open
      period={period}
      periods={surveyPeriods(TODAY, '2025-Q1')}
      today={TODAY}
      results={found}
      services={[
        { name: 'Uji KIR', slug: 'uji-kir', results: whole },
        { name: 'Izin trayek', slug: 'izin-trayek', results: few },
      ]}
      canonical="https://lapor.example.go.id/survei/uji-kir/hasil"
      noindex={false}
    />
  )
}

const form = { t, site, of, token: TOKEN, values: {}, errors: [], again: false }

export const surveyPages = {
  survey: () => <SurveyPage {...form} />,
  'survey-error': () => (
    <SurveyPage
      {...form}
      values={{ u1: '3', saran: 'Tambah kursi' }}
      errors={ELEMENTS.slice(1).map((field, i) => ({
        field,
        text: t.survey.missing(i + 2, t.survey.elements[field].name),
      }))}
      again
    />
  ),
  'survey-thanks': () => <SurveyThanks t={t} site={site} of={of} agencySlug="dinas-perhubungan" />,
  'survey-closed': () => <SurveyClosed t={t} site={site} of={of} />,
  'survey-results': () => results(whole),
  'survey-results-few': () => results(few),
  'survey-sheet': () => (
    <SurveySheet t={t} site={site} of={of} address="https://lapor.example.go.id/survei/uji-kir" />
  ),
}
