import { caseWords, desk } from '../../words/id/desk.ts'
import { HiddenToken } from '../components/fields.tsx'
import { Button, Notice } from '../components/parts.tsx'

export interface UndoForm {
  action: string
  token: string
  version: number
  /** Who did it and when. */
  hint: string
}

/** What was just done, and for ten seconds the way back. */
export function Done({ said, undo }: { said: string | null; undo: UndoForm | null }) {
  return said || undo ? (
    <Notice tone="done">
      {said && (
        <p>
          <span aria-hidden="true">✓</span> {said}
        </p>
      )}
      {undo && (
        <form method="post" action={undo.action} class="undo">
          <HiddenToken name="sesi" value={undo.token} />
          <HiddenToken name="versi" value={String(undo.version)} />
          <Button line hotkey="u">
            {caseWords.undo}
          </Button>{' '}
          <span class="hint">{undo.hint}</span>
        </form>
      )}
    </Notice>
  ) : null
}

/** Beside a list with nothing open. */
export function Choose() {
  return (
    <>
      <h2>{desk.choose}</h2>
      <p class="soft">{desk.chooseHint}</p>
    </>
  )
}

/** Somebody acted meanwhile: who, when, and that nothing typed is lost. */
export function Changed({ who, when, href }: { who: string; when: string; href: string }) {
  return (
    <Notice tone="wait">
      <p role="alert">
        <b>{caseWords.changed(who, when)}</b> <a href={href}>{caseWords.reload}</a>
      </p>
      <p>{caseWords.changedKept}</p>
    </Notice>
  )
}
