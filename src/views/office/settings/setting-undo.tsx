import { build } from '../../../paths.ts'
import type { Words } from '../../../words/words.ts'
import { HiddenToken } from '../../components/fields.tsx'
import { Button } from '../../components/parts.tsx'

export function Undo({ t, token, seq }: { t: Words; token: string; seq: number }) {
  return (
    <form method="post" action={build('settingUndo', { id: seq })} class="undo">
      <HiddenToken name="sesi" value={token} />
      <Button line hotkey="u">
        {t.caseWords.undo}
      </Button>{' '}
      <span class="hint">{t.settings.undoHint}</span>
    </form>
  )
}
