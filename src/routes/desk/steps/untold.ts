import type { DeskAnswer } from '../../../db/desk.ts'
import type { Dossier } from '../../../db/dossier.ts'
import type { Words } from '../../../words/words.ts'

/** Said before something is sent that the reporter has to answer, where no letter reaches them. */
export function untoldNote(t: Words, { reachable }: Dossier): string | undefined {
  const { email, returned, phone } = reachable
  if (email && !returned) return undefined
  const say = t.deskForms.untold
  return `${email ? say.returned : say.none} ${phone ? say.phone : say.page}`
}

/** Said where words would wait for a head whom the agency does not have. */
export function headlessNote(t: Words, { headless }: DeskAnswer): string | undefined {
  return headless ? t.deskForms.headless : undefined
}
