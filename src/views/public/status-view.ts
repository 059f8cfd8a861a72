import type { State } from '../../domain/case/complaint.ts'
import type { CustodyHolder } from '../../domain/case/custody.ts'
import type { Due } from '../../domain/time/due.ts'
import type { Instant, IsoDate } from '../../domain/time/time.ts'
import type { ClockStage } from '../components/clock-stages.ts'
import type { AttachmentView, DialogueMessage, TimelineItem } from '../components/history.tsx'

/** A form of the status page: where it goes and the token that makes it count once. */
export interface StatusForm {
  action: string
  token: string
}

/** All that the keyed page shows its reporter. A form that is null is not offered. */
export interface StatusView {
  reference: string
  title: string
  state: State
  receivedAt: Instant
  place: string | null
  category: string | null
  agency: string | null
  due: Due
  left: number | null
  today: IsoDate
  stages: ClockStage[]
  /** The custody ledger, first holder first, with the agency's name; working days. */
  custody: { holder: CustodyHolder; agency: string | null; days: number }[]
  /** The open question. */
  question: { by: string; text: string; answerBy: IsoDate } | null
  /** The closure that waits for confirmation. */
  closure: { agency: string; text: string; reason: string; silentUntil: IsoDate } | null
  history: TimelineItem[]
  dialogue: DialogueMessage[]
  files: AttachmentView[]
  /** Where it was joined under another: how that one stands; its number where that is public. */
  root: { reference: string | null; state: State } | null
  rating: number | null
  reopenUntil: IsoDate | null
  /** Reveals older than seven days: 'Inspektorat: pemeriksaan dugaan pungutan'. */
  reveals: { at: Instant; by: string; reason: string }[]
  forms: {
    answer: StatusForm | null
    confirm: StatusForm | null
    dispute: StatusForm | null
    /** `goesOn`: the wish is recorded, the case may go on. */
    withdraw: (StatusForm & { goesOn?: boolean }) | null
    reopen: StatusForm | null
    split: StatusForm | null
    rate: StatusForm | null
    attach: StatusForm | null
    signOut: StatusForm
  }
}
