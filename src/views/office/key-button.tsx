import type { Words } from '../../words/words.ts'

export const KEY_SCRIPT = '/js/passkey.js'

/**
 * For src/client/passkey.ts, which shows the button, puts what the key answers into a field `name`
 * and sends the form. `ask`: what it is asked, or the address that says so.
 */
export function KeyButton(props: {
  t: Words
  name: string
  ask: string | object
  label: string
  plain?: boolean
  /** Its form has no other button: Enter in a field presses it. */
  only?: boolean
}) {
  const { t } = props
  const ask = typeof props.ask === 'string' ? props.ask : JSON.stringify(props.ask)
  return (
    <>
      <div data-passkey={ask} data-name={props.name} hidden>
        <p>
          <button class={props.plain ? 'btn' : 'btn line'} type={props.only ? 'submit' : 'button'}>
            {props.label}
          </button>
        </p>
        <div role="alert" hidden>
          <p class="msg">{t.account.keyFailed}</p>
        </div>
        <div role="alert" hidden>
          <p class="msg">{t.account.keyTwice}</p>
        </div>
      </div>
      <p class="hint">{t.account.keyNeeds}</p>
    </>
  )
}
