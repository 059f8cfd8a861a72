import { build } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { HiddenToken } from '../components/fields.tsx'
import { Button } from '../components/parts.tsx'
import { Done } from '../desk/notices.tsx'

interface Letter {
  to: string
  agency: string | null
  template: string
  reference: string | null
  cause: string
  /** As the machine said it. */
  detail: string | null
  action: string
}

interface Props {
  token: string
  said: string | null
  letters: Letter[]
  next: string | null
}

function Row({ t, letter, token }: { t: Words; letter: Letter; token: string }) {
  return (
    <tr>
      <td>{[letter.to, letter.agency].filter(Boolean).join(', ')}</td>
      <td>{letter.template}</td>
      <td>
        {letter.reference && (
          <a href={build('caseFile', { nomor: letter.reference })}>{letter.reference}</a>
        )}
      </td>
      <td>
        {letter.cause}
        {letter.detail && <small class="soft"> {t.deadLetters.detail(letter.detail)}</small>}
      </td>
      <td>
        <form method="post" action={letter.action}>
          <HiddenToken name="sesi" value={token} />
          <Button line>{t.deadLetters.resend}</Button>
        </form>
      </td>
    </tr>
  )
}

export function DeadLetters({ t, token, said, letters, next }: Props & { t: Words }) {
  return (
    <>
      <h1>{t.deadLetters.title}</h1>
      <p class="soft">{t.deadLetters.lead}</p>
      <Done t={t} said={said} undo={null} />
      {letters.length === 0 ? (
        <p>{t.deadLetters.none}</p>
      ) : (
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th>{t.deadLetters.to}</th>
                <th>{t.deadLetters.template}</th>
                <th>{t.deadLetters.report}</th>
                <th>{t.deadLetters.error}</th>
                <th>
                  <span class="sr">{t.deadLetters.resend}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {letters.map((letter) => (
                <Row t={t} letter={letter} token={token} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {next && (
        <p>
          <a href={next}>{t.desk.older} ›</a>
        </p>
      )}
    </>
  )
}
