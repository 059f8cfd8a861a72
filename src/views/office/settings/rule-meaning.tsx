import type { City } from '../../../domain/city/city.ts'
import type { ClockRuleRow, Noun } from '../../../domain/city/sheets/sheet.ts'
import { rowTyped } from '../../../domain/city/typed-row.ts'
import { newestRule } from '../../../domain/time/clock-rules.ts'
import { addDays } from '../../../domain/time/time.ts'
import type { Words } from '../../../words/words.ts'

interface Props {
  t: Words
  city: City
  draft: { noun: Noun; rowId: number | null; typed: Readonly<Record<string, string>> }
}

/** What a new rule means, beside the one that holds until then. */
export function RuleMeaning({ t, city, draft }: Props) {
  const say = t.calendar.clockRules
  const rule = rowTyped(city, draft) as ClockRuleRow | null
  if (!rule) return null
  const others = city.clockRules.filter(
    (one) => one.kind !== rule.kind || one.class !== rule.class || one.validFrom !== rule.validFrom,
  )
  const until = newestRule(others, rule.kind, rule.class, addDays(rule.validFrom, -1))
  const length = (one: Pick<ClockRuleRow, 'unit' | 'length'>) =>
    t.caseWords.clockDays[one.unit](one.length)
  return (
    <>
      <p>
        <b>
          {say.meaning(
            t.mediumDate(rule.validFrom),
            t.caseWords.clockNames[rule.kind],
            (t.settings.choices.jenis_laporan?.[rule.class ?? 'all'] ?? '').toLowerCase(),
            length(rule),
          )}
        </b>
      </p>
      {until && <p>{say.until(length(until))}</p>}
      <p>{say.running}</p>
    </>
  )
}
