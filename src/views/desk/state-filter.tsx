import { STATES } from '../../domain/case/complaint.ts'
import type { Words } from '../../words/words.ts'

/** A form that only asks: its answer is the list at an address of its own. */
export function StateFilter({ t, action, state }: { t: Words; action: string; state: string }) {
  return (
    <form class="head pick-state" method="get" action={action}>
      <select class="in" name="status" aria-label={t.desk.state}>
        <option value="">{t.desk.anyState}</option>
        {STATES.map((one) => (
          <option value={one} selected={one === state}>
            {t.stateLabelForOthers(one)}
          </option>
        ))}
      </select>
      <button class="link" type="submit">
        {t.desk.show}
      </button>
    </form>
  )
}
