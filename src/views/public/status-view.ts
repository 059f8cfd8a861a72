import type { ReporterSight } from '../../sights/reporter.ts'

/** A form of the status page: where it goes and the token that makes it count once. */
export interface StatusForm {
  action: string
  token: string
}

/** The forms of the keyed page. One that is null is not offered. */
export interface StatusForms {
  answer: StatusForm | null
  addWords: StatusForm | null
  confirm: StatusForm | null
  dispute: StatusForm | null
  /** `goesOn`: the wish is recorded, the case may go on. */
  withdraw: (StatusForm & { goesOn?: boolean }) | null
  reopen: StatusForm | null
  object: StatusForm | null
  split: StatusForm | null
  rate: StatusForm | null
  attach: StatusForm | null
  /** Where a key that staff have seen is renewed, as long as a step waits for that. */
  renew: string | null
  signOut: StatusForm
}

export interface StatusView extends ReporterSight {
  forms: StatusForms
}
