import type { Words } from '../../words/words.ts'
import { Button, Notice } from '../components/parts.tsx'
import { type Carried, Hidden } from './case-form.tsx'

export interface UndoForm {
  action: string
  carried: Carried
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
          <Hidden carried={undo.carried} />
          <Button line hotkey="u">
            {t.caseWords.undo}
          </Button>{' '}
          <span class="hint">{undo.hint}</span>
        </form>
      )}
    </Notice>
  ) : null
}

/** `newest`: the list beside it is in no order of urgency. */
export function Choose({ t, newest }: { t: Words; newest?: boolean }) {
  return (
    <>
      <h2>{t.desk.choose}</h2>
      <p class="soft">{newest ? t.desk.chooseNewest : t.desk.chooseHint}</p>
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
