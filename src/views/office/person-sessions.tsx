import { build } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { HiddenToken } from '../components/fields.tsx'
import { Button } from '../components/parts.tsx'

export interface PersonSession {
  id: string
  began: number
  used: number
}

interface Props {
  t: Words
  token: string
  person: { id: string }
  sessions: PersonSession[]
}

/** Where somebody is signed in; an administrator ends one or all. */
export function Sessions({ t, token, person, sessions }: Props) {
  const action = build('staffSessionEnd', { id: person.id })
  return (
    <>
      <h2>{t.people.sessionsTitle}</h2>
      {sessions.length === 0 && <p>{t.people.noSessions}</p>}
      {sessions.map(({ id, began, used }) => (
        <form method="post" action={action}>
          <HiddenToken name="sesi" value={token} />
          <p>{t.people.session(t.moment(began), t.moment(used))}</p>
          <Button line name="akhiri" value={id}>
            {t.people.endSession}
          </Button>
        </form>
      ))}
      {sessions.length > 1 && (
        <form method="post" action={action}>
          <HiddenToken name="sesi" value={token} />
          <Button line name="akhiri" value="semua">
            {t.people.endSessions}
          </Button>
        </form>
      )}
    </>
  )
}
