import type { Agency } from '../../domain/city/city.ts'
import type { Instant, IsoDate } from '../../domain/time/time.ts'
import type { FieldError } from '../../forms/field-error.ts'
import { build, patterns } from '../../paths.ts'
import type { DeskRowSight } from '../../sights/desk-rows.ts'
import type { Words } from '../../words/words.ts'
import { HiddenToken, Select, TextArea } from '../components/fields.tsx'
import { Button, ErrorSummary, errorFor } from '../components/parts.tsx'
import { Done } from '../desk/notices.tsx'
import { DeskRows, ListPager } from '../desk/rows.tsx'
import { OversightTabs } from './oversight-tabs.tsx'

export interface SaidEntry {
  at: Instant
  what: string
  words: string
  /** How many reports were past their day when it was said, where any was. */
  late: string | null
}

interface Owed extends SaidEntry {
  due: IsoDate | null
  /** Null: another's to answer. */
  answer: { action: string; field: string } | null
}

interface Props {
  /** Its reader oversees the whole city. */
  city: boolean
  token: string
  said: string | null
  today: IsoDate
  owed: Owed[]
  cases: DeskRowSight[]
  /** Whom its reader may remind and ask; null: nobody. */
  agencies: readonly Agency[] | null
  chosen: string
  past: SaidEntry[]
  first: string | null
  next: string | null
  typed: Record<string, string>
  errors: FieldError[]
}

export function Inquiries(props: Props & { t: Words }) {
  const { t, owed, cases, past } = props
  return (
    <>
      <OversightTabs t={t} current="inquiries" city={props.city} />
      <h1>{t.inquiries.title}</h1>
      <p class="soft">{t.inquiries.lead}</p>
      <Done t={t} said={props.said} undo={null} />
      <ErrorSummary t={t} errors={props.errors} />
      <h2>{t.inquiries.owed}</h2>
      {owed.length + cases.length === 0 && <p>{t.inquiries.none}</p>}
      {owed.map((one) => (
        <Article t={t} {...one}>
          <Due t={t} due={one.due} today={props.today} />
          {one.answer && <Answer {...props} {...one.answer} />}
        </Article>
      ))}
      {cases.length > 0 && (
        <>
          <h3>{t.inquiries.ofCases}</h3>
          <section class="list" aria-label={t.inquiries.ofCases}>
            <DeskRows
              t={t}
              rows={cases}
              hrefOf={(nomor) => build('caseFile', { nomor })}
              empty={t.inquiries.none}
            />
          </section>
        </>
      )}
      {props.agencies && <Writing {...props} agencies={props.agencies} />}
      <h2>{t.inquiries.past}</h2>
      {past.length === 0 && <p>{t.inquiries.noPast}</p>}
      {past.map((one) => (
        <Article t={t} {...one} />
      ))}
      <ListPager t={t} first={props.first} next={props.next} />
    </>
  )
}

function Article(props: SaidEntry & { children?: unknown } & { t: Words }) {
  const { t, at, what, words, late } = props
  return (
    <article>
      <h3>{what}</h3>
      <p class="words">{words}</p>
      <p class="soft">
        {t.moment(at)}. {late !== null && t.inquiries.lateThen(late)}
      </p>
      {props.children}
    </article>
  )
}

function Due({ t, due, today }: { due: IsoDate | null; today: IsoDate } & { t: Words }) {
  if (due === null) return null
  const date = t.longDate(due)
  return due < today ? (
    <p class="due late">! {t.inquiries.late(date)}</p>
  ) : (
    <p>{t.inquiries.due(date)}</p>
  )
}

function Answer(
  props: Pick<Props, 'token' | 'typed' | 'errors'> & NonNullable<Owed['answer']> & { t: Words },
) {
  const { t, field } = props
  return (
    <form method="post" action={props.action} class="wide">
      <HiddenToken name="sesi" value={props.token} />
      <TextArea
        t={t}
        name={field}
        label={t.inquiries.answer}
        required
        low
        value={props.typed[field]}
        error={errorFor(props.errors, field)}
      />
      <Button>{t.inquiries.sendAnswer}</Button>
    </form>
  )
}

interface WritingProps extends Pick<Props, 'token' | 'chosen' | 'typed' | 'errors'> {
  agencies: readonly Agency[]
}

function Writing({ t, token, agencies, chosen, typed, errors }: WritingProps & { t: Words }) {
  return (
    <>
      <h2>{t.inquiries.write}</h2>
      <form method="post" action={patterns.inquiries} class="wide">
        <HiddenToken name="sesi" value={token} />
        <Select
          t={t}
          name="opd"
          label={t.inquiries.agency}
          blank={t.inquiries.choose}
          value={chosen}
          options={agencies.map(({ slug, name }) => ({ value: slug, label: name }))}
          error={errorFor(errors, 'opd')}
        />
        <Select
          t={t}
          name="langkah"
          label={t.inquiries.what}
          hint={t.inquiries.kindHint}
          value={typed.langkah ?? 'reminder'}
          options={(['reminder', 'question'] as const).map((value) => ({
            value,
            label: t.inquiries.kinds[value],
          }))}
          error={errorFor(errors, 'langkah')}
        />
        <TextArea
          t={t}
          name="pesan"
          label={t.inquiries.text}
          required
          low
          value={typed.pesan}
          error={errorFor(errors, 'pesan')}
        />
        <Button>{t.inquiries.send}</Button>
      </form>
    </>
  )
}
