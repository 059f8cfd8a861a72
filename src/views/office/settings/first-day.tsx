import { agencyById, type City } from '../../../domain/city/city.ts'
import type { FirstDayStep, StepState } from '../../../domain/city/first-day.ts'
import type { OpeningNeed } from '../../../domain/city/opening.ts'
import { sheets } from '../../../domain/city/sheets/all.ts'
import { build, patterns } from '../../../paths.ts'
import type { Words } from '../../../words/words.ts'
import { HiddenToken } from '../../components/fields.tsx'
import { Button } from '../../components/parts.tsx'

interface Props {
  t: Words
  city: City
  token: string
  /** The last change of whether the form is open. */
  seen: number
  steps: readonly { step: FirstDayStep; state: StepState }[]
  gaps: readonly OpeningNeed[]
  withoutLiaison: readonly number[]
}

const SIGNS: Record<StepState, string> = { done: '✓', missing: '!', sample: '!' }

function hrefOf(step: FirstDayStep, city: City): string | null {
  const group = (noun: keyof typeof sheets) =>
    build('settingRow', { bagian: sheets[noun].at, id: 0 })
  const list = (noun: keyof typeof sheets) => build('settingList', { bagian: sheets[noun].at })
  switch (step) {
    case 'operator':
      return city.agencies.some(({ active }) => active) ? group('identity') : list('agency')
    case 'area':
    case 'category':
      return list(step)
    case 'verifier':
    case 'liaison':
      return patterns.staffList
    case 'test':
      return patterns.staffFile
    case 'calendar':
      return patterns.calendar
    default:
      return group(step === 'open' ? 'intake' : step)
  }
}

/** What is still to do before people can report: on top of the settings until all of it is done. */
export function FirstDay(props: Props) {
  const { t, city, steps } = props
  const say = t.settings.firstDay
  const done = steps.filter(({ state }) => state === 'done').length
  return (
    <section aria-labelledby="hari-pertama">
      <h2 id="hari-pertama">{say.title}</h2>
      <p class="soft">{say.counted(done, steps.length)}</p>
      <ol>
        {steps.map(({ step, state }) => {
          const [label, hint] = say.steps[step]
          const href = hrefOf(step, city)
          return (
            <li>
              {href ? <a href={href}>{label}</a> : label}{' '}
              <b>
                <span aria-hidden="true">{SIGNS[state]}</span> {say.states[state]}
              </b>
              <br />
              <span class="hint">
                {hint} {step === 'liaison' && state !== 'done' && <Alone {...props} />}
              </span>
            </li>
          )
        })}
      </ol>
      {steps.some(({ step, state }) => step === 'open' && state !== 'done') && <Open {...props} />}
    </section>
  )
}

/** Agencies that nobody takes up reports for. */
function Alone({ t, city, withoutLiaison }: Props) {
  const names = withoutLiaison.flatMap((id) => agencyById(city, id)?.shortName ?? [])
  return names.length > 0 ? t.settings.firstDay.alone(t.list(names)) : null
}

/** The form that opens and closes, with its answer given. */
function Open({ t, city, token, seen, gaps }: Props) {
  const say = t.settings.firstDay
  if (gaps.length > 0)
    return (
      <>
        <p>{say.notYet}</p>
        <ul>
          {gaps.map((gap) => (
            <li>{t.settings.cityFaults[`without_${gap}`]}</li>
          ))}
        </ul>
      </>
    )
  return (
    <form method="post" action={build('settingRow', { bagian: sheets.intake.at, id: 0 })}>
      <HiddenToken name="sesi" value={token} />
      <HiddenToken name="versi" value={String(seen)} />
      <HiddenToken name="terima" value="ya" />
      <HiddenToken name="kalimat_tutup" value={city.settings.intake?.sentence ?? ''} />
      <Button>{say.open}</Button>
    </form>
  )
}
