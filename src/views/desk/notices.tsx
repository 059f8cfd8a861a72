import type { Words } from '../../words/words.ts'
import { HiddenToken } from '../components/fields.tsx'
import { Button, Notice } from '../components/parts.tsx'

export interface UndoForm {
  action: string
  token: string
  version: number
  hint: string
}

/** What was just done, and for ten seconds the way back. */
export function Done({ t, said, undo }: { t: Words; said: string | null; undo: UndoForm | null }) {
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
            {t.caseWords.undo}
          </Button>{' '}
          <span class="hint">{undo.hint}</span>
        </form>
      )}
    </Notice>
  ) : null
}

export function Choose({ t }: { t: Words }) {
  return (
    <>
      <h2>{t.desk.choose}</h2>
      <p class="soft">{t.desk.chooseHint}</p>
    </>
  )
}

/** Somebody acted meanwhile: who, when, and that nothing typed is lost. */
export function Changed({
  t,
  who,
  when,
  href,
}: {
  t: Words
  who: string
  when: string
  href: string
}) {
  return (
    <Notice tone="wait">
      <p role="alert">
        <b>{t.caseWords.changed(who, when)}</b> <a href={href}>{t.caseWords.reload}</a>
      </p>
      <p>{t.caseWords.changedKept}</p>
    </Notice>
  )
}
