import type { DeskSight } from '../../sights/desk.ts'
import type { Words } from '../../words/words.ts'
import { Attachments } from '../components/attachments.tsx'
import { Dialogue } from '../components/history.tsx'
import { fileHere } from './case-files.ts'
import { messageForDesk } from './desk-history.ts'

/** Words and files of those who joined, each under its own number. */
/** `more`: where others of them are. */
export function AddedByMembers({
  t,
  reference,
  additions,
  more,
}: Pick<DeskSight, 'reference' | 'additions'> & { t: Words; more: string | null }) {
  if (additions.length === 0 && more === null) return null
  const said = additions.flatMap(({ at, reference: member, words }) =>
    words ? [{ ...messageForDesk(t, saidBy(at, words)), by: byMember(t, member) }] : [],
  )
  const files = additions.flatMap(({ reference: member, file }) =>
    file ? [{ ...fileHere(t, reference, file), note: member }] : [],
  )
  return (
    <section id="tambahan">
      <h2>{t.caseWords.additions}</h2>
      {said.length > 0 && <Dialogue t={t} messages={said} />}
      {files.length > 0 && <Attachments t={t} files={files} />}
      {more && (
        <p>
          <a href={more}>{t.caseWords.moreAdditions} ›</a>
        </p>
      )}
    </section>
  )
}

type Added = DeskSight['additions'][number]

function saidBy(at: number, words: NonNullable<Added['words']>) {
  return { at, by: { kind: 'reporter' }, agency: null, words } as const
}

function byMember(t: Words, member: string): string {
  return `${t.caseWords.reporterName} ${member}`
}
