/** What an administrator says of the open work of somebody who leaves. */
export interface HandOver {
  userId: string
  /** Which they leave; null: every one. */
  agencyId: number | null
  /** Of an agency that is not named, the liaisons get it back. */
  given: readonly { agencyId: number; toId: string }[]
  /** Id of the administrator. */
  givenBy: string
}

/** Of somebody's cases so many are counted; beyond it there are more. */
export const MOST_NAMED = 99

/** What somebody holds in an agency, and who of it could take it on. */
export interface OpenWork {
  agencyId: number
  cases: number
  /** Of these, for the reporter's answer or confirmation. */
  waiting: number
  colleagues: { id: string; name: string }[]
}
