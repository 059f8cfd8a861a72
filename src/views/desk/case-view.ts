import type { ComplaintClass, State } from '../../domain/case/complaint.ts'
import type { PersonalSpan } from '../../domain/text/screening.ts'
import type { ClockSight } from '../../sights/clock.ts'
import type { AttachmentView, DialogueMessage, TimelineItem } from '../components/history.tsx'
import type { FormSpec } from './form-spec.ts'
import type { DeskRow } from './rows.tsx'

/** Everything the desk shows of one complaint to one person: already what they may see. */
export interface CaseView {
  reference: string
  title: string
  state: State
  class: ComplaintClass
  /** 'Rahasia', 'pengawasan', 'Dikembalikan 2 kali'. */
  marks: string[]
  clock: ClockSight
  /** Both clocks with length, start and standstill. */
  clocks: { name: string; date: string; why: string; first: boolean }[]
  facts: { name: string; value: string }[]
  /** The report's words, or why they are not shown. */
  words: { label: string; text: string | null; spans: PersonalSpan[] }
  publicCopy: { label: string; title: string | null; text: string | null } | null
  files: AttachmentView[]
  hiddenFiles: number
  dialogue: DialogueMessage[]
  history: TimelineItem[]
  similar: DeskRow[]
  members: { href: string; reference: string }[]
  root: { href: string; reference: string } | null
  forms: FormSpec[]
}
