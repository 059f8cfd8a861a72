import { RULED_CLASSES, RULED_KINDS } from '../../../domain/city/sheets/clock-rules.ts'
import type { ClockRuleRow } from '../../../domain/city/sheets/sheet.ts'
import type { IsoDate } from '../../../domain/time/time.ts'
import type { FieldError } from '../../../forms/field-error.ts'
import type { Typed } from '../../../forms/read.ts'
import { build, patterns } from '../../../paths.ts'
import type { Words } from '../../../words/words.ts'
import { Field, HiddenToken, Select } from '../../components/fields.tsx'
import { Button, ButtonLink, ErrorSummary, errorFor } from '../../components/parts.tsx'
import { Done } from '../../desk/notices.tsx'

interface Props {
  t: Words
  token: string
  rules: ClockRuleRow[]
  today: IsoDate
  said: string | null
}

export function ClockRulesPage({ t, token, rules, today, said }: Props) {
  const say = t.calendar.clockRules
  const ordered = rules.toSorted((a, b) => a.id - b.id)
  const coming = ordered.filter(({ validFrom }) => validFrom > today)
  const begun = ordered.filter(({ validFrom }) => validFrom <= today)
  // the last of a step and a class is the one that holds
  const inForce = begun.filter(
    (one, i) => begun[i + 1]?.kind !== one.kind || begun[i + 1]?.class !== one.class,
  )
  const before = begun.filter((one) => !inForce.includes(one))
  return (
    <>
      <p>
        <a href={patterns.settings}>‹ {t.settings.back}</a>
      </p>
      <h1>{t.settings.nouns.clock_rule.title}</h1>
      <p class="soft">
        {t.settings.nouns.clock_rule.lead} {say.lead}
      </p>
      <Done t={t} said={said} undo={null} />
      <p class="acts">
        <ButtonLink href={build('clockRule', { aturan: 'baru' })}>{say.add}</ButtonLink>{' '}
        <ButtonLink line href={build('settingImport', { bagian: 'batas-waktu' })}>
          {t.settings.import}
        </ButtonLink>{' '}
        <ButtonLink line href={build('settingTable', { bagian: 'batas-waktu' })}>
          {t.settings.table}
        </ButtonLink>
      </p>
      {coming.length > 0 && (
        <>
          <h2>{say.coming}</h2>
          <Rules t={t} rules={coming} token={token} />
        </>
      )}
      <h2>{say.inForce}</h2>
      <Rules t={t} rules={inForce} token={null} />
      {before.length > 0 && (
        <>
          <h2>{say.before}</h2>
          <Rules t={t} rules={before} token={null} />
        </>
      )}
    </>
  )
}

/** `token`: they may be withdrawn. */
function Rules({ t, rules, token }: { t: Words; rules: ClockRuleRow[]; token: string | null }) {
  const label = (name: string) => t.settings.fields[name]?.[0]
  return (
    <section class="scroll" tabindex={0} aria-label={t.calendar.clockRules.lead}>
      <table>
        <thead>
          <tr>
            <th>{label('jam')}</th>
            <th>{label('jenis_laporan')}</th>
            <th>{label('lama')}</th>
            <th>{t.calendar.clockRules.since}</th>
            <th>{label('dasar_hukum')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr>
              <td>{t.caseWords.clockNames[rule.kind]}</td>
              <td>{t.settings.choices.jenis_laporan?.[rule.class ?? 'all']}</td>
              <td>{t.caseWords.clockDays[rule.unit](rule.length)}</td>
              <td>
                {t.mediumDate(rule.validFrom)}
                {token && (
                  <form method="post" action={build('clockRule', { aturan: rule.id })}>
                    <HiddenToken name="sesi" value={token} />
                    <Button line>{t.calendar.clockRules.withdraw}</Button>
                  </form>
                )}
              </td>
              <td>{rule.source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface FormProps {
  t: Words
  token: string
  typed: Typed
  errors: FieldError[]
}

export function ClockRuleForm({ t, token, typed, errors }: FormProps) {
  const field = (name: string) => {
    const [label = name, hint = ''] = t.settings.fields[name] ?? []
    return {
      ...{ t, name, label, hint: hint || undefined, required: true },
      ...{ error: errorFor(errors, name), value: typed[name] ?? '' },
    }
  }
  const said = (name: string, value: string) => t.settings.choices[name]?.[value] ?? value
  const options = (name: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: said(name, value) }))
  return (
    <>
      <p>
        <a href={patterns.clockRules}>‹ {t.settings.nouns.clock_rule.title}</a>
      </p>
      <h1>{t.calendar.clockRules.newTitle}</h1>
      <ErrorSummary t={t} errors={errors} />
      <form method="post" action={build('clockRule', { aturan: 'baru' })} class="wide">
        <HiddenToken name="sesi" value={token} />
        <Select
          {...field('jam')}
          options={RULED_KINDS.map((value) => ({ value, label: t.caseWords.clockNames[value] }))}
        />
        <Select {...field('jenis_laporan')} options={options('jenis_laporan', RULED_CLASSES)} />
        <Field {...field('lama')} inputmode="numeric" look="short" autocomplete="off" />
        <Select
          {...field('hitungan')}
          options={options('hitungan', ['working_day', 'calendar_day'])}
        />
        <Field {...field('sejak')} day look="short" autocomplete="off" />
        <Field {...field('dasar_hukum')} autocomplete="off" />
        <Button>{t.calendar.clockRules.preview}</Button>
      </form>
    </>
  )
}
