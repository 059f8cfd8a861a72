import { build } from '../../paths.ts'
import { desk } from '../../words/id/desk.ts'
import { deskForms } from '../../words/id/desk-forms.ts'
import { HiddenToken } from '../components/fields.tsx'
import { Button } from '../components/parts.tsx'
import { Done } from '../desk/notices.tsx'

const say = deskForms.dead

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

function Row({ letter, token }: { letter: Letter; token: string }) {
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
        {letter.detail && <small class="soft"> {say.detail(letter.detail)}</small>}
      </td>
      <td>
        <form method="post" action={letter.action}>
          <HiddenToken name="sesi" value={token} />
          <Button line>{say.resend}</Button>
        </form>
      </td>
    </tr>
  )
}

/** Letters that gave up, to be sent again by hand. */
export function DeadLetters({ token, said, letters, next }: Props) {
  return (
    <>
      <h1>{say.title}</h1>
      <p class="soft">{say.lead}</p>
      <Done said={said} undo={null} />
      {letters.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th>{say.to}</th>
                <th>{say.template}</th>
                <th>{say.report}</th>
                <th>{say.error}</th>
                <th>
                  <span class="sr">{say.resend}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {letters.map((letter) => (
                <Row letter={letter} token={token} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {next && (
        <p>
          <a href={next}>{desk.older} ›</a>
        </p>
      )}
    </>
  )
}
