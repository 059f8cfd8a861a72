import { ELEMENTS, type Element, SCORES } from '../../domain/figures/ikm.ts'
import { PROFILE_NAMES, type ProfileName } from '../../domain/figures/survey.ts'
import type { FieldError } from '../../forms/field-error.ts'
import { build, buildReportTo } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { HiddenToken, Pick, Select, TextArea } from '../components/fields.tsx'
import { Button, ButtonLink, ErrorSummary, errorFor, Notice } from '../components/parts.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'
import { surveySheet } from '../styles/survey-sheet.ts'

/** What is asked about, as its pages name it. */
export interface SurveyedName {
  slug: string
  name: string
  /** The agency of a service. */
  agency: string | null
}

interface Props {
  site: Site
  of: SurveyedName
  token: string
  values: Readonly<Record<string, string>>
  errors: FieldError[]
  /** The form came before with other answers. */
  again: boolean
}

/** The nine questions on one page, complete without JavaScript. */
export function SurveyPage(props: Props & { t: Words }) {
  const { t, site, of, errors, values } = props
  const title = t.survey.title(of.name)
  return (
    <PublicLayout
      t={t}
      site={site}
      title={title}
      style={surveySheet}
      failed={errors.length > 0}
      noindex
    >
      <h1>{title}</h1>
      <p class="lead">
        {of.agency && t.survey.of(of.agency)} {t.survey.lead}
      </p>
      {site.readOnly && (
        <Notice tone="wait">
          <p>{t.requests.readOnlyNow}</p>
        </Notice>
      )}
      {props.again && (
        <Notice tone="wait">
          <p role="alert">{t.survey.other}</p>
        </Notice>
      )}
      <ErrorSummary t={t} errors={errors} />
      <form method="post" action={build('survey', { slug: of.slug })}>
        <HiddenToken value={props.token} />
        {ELEMENTS.map((element, i) => (
          <Question
            t={t}
            element={element}
            n={i + 1}
            value={values[element]}
            error={errorFor(errors, element)}
          />
        ))}
        <fieldset>
          <legend>{t.survey.about}</legend>
          <p class="hint">{t.survey.aboutHint}</p>
          {PROFILE_NAMES.map((name) => (
            <About t={t} name={name} value={values[name]} error={errorFor(errors, name)} />
          ))}
        </fieldset>
        <TextArea
          t={t}
          name="saran"
          label={t.survey.suggestion}
          hint={t.survey.suggestionHint}
          value={values.saran}
          error={errorFor(errors, 'saran')}
          optional
          low
        />
        <Button wide>{t.survey.submit}</Button>
      </form>
      <p class="hint">{t.survey.law}</p>
    </PublicLayout>
  )
}

function Question(props: {
  element: Element
  n: number
  value?: string
  error?: string
  t: Words
}) {
  const { t, element, n, value, error } = props
  const { name, ask, answers } = t.survey.elements[element]
  const said = error && `${element}-e`
  return (
    <fieldset class={error ? 'bad' : undefined} aria-describedby={said}>
      <legend>
        {n}. {ask} <span class="hint">{name}</span>
      </legend>
      {error && (
        <span class="msg" id={said}>
          {error}
        </span>
      )}
      <div class="scale">
        {SCORES.map((score) => (
          <Pick
            type="radio"
            name={element}
            id={score === 1 ? element : undefined}
            value={String(score)}
            label={answers[score - 1] ?? ''}
            checked={value === String(score)}
            required
          />
        ))}
      </div>
    </fieldset>
  )
}

function About(props: { name: ProfileName; value?: string; error?: string; t: Words }) {
  const { t, name } = props
  const said = t.survey.profile[name]
  return (
    <Select
      t={t}
      name={name}
      label={said.name}
      value={props.value}
      error={props.error}
      blank={t.survey.noAnswer}
      options={Object.entries(said.values).map(([value, label]) => ({ value, label }))}
    />
  )
}

interface ThanksProps {
  site: Site
  of: SurveyedName
  agencySlug: string
}

export function SurveyThanks({ t, site, of, agencySlug }: ThanksProps & { t: Words }) {
  return (
    <PublicLayout t={t} site={site} title={t.survey.title(of.name)} style={surveySheet} noindex>
      <h1>{t.survey.title(of.name)}</h1>
      <Notice tone="done" title={t.survey.thanks}>
        <p>{t.survey.thanksText}</p>
      </Notice>
      <p>
        <ButtonLink href={build('surveyResults', { slug: of.slug })}>
          {t.survey.seeResults}
        </ButtonLink>
      </p>
      <p>
        <a href={build('survey', { slug: of.slug })}>{t.survey.another}</a>
      </p>
      <p>
        <a href={buildReportTo(agencySlug)}>{t.survey.complain}</a>
      </p>
    </PublicLayout>
  )
}

export function SurveyClosed({ t, site, of }: Omit<ThanksProps, 'agencySlug'> & { t: Words }) {
  return (
    <PublicLayout t={t} site={site} title={t.survey.title(of.name)} style={surveySheet} noindex>
      <h1>{t.survey.title(of.name)}</h1>
      <Notice tone="wait">
        <p>{t.survey.closed}</p>
      </Notice>
      <p>
        <a href={build('surveyResults', { slug: of.slug })}>{t.survey.seeResults}</a>
      </p>
    </PublicLayout>
  )
}
