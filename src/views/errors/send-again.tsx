import type { Kept } from '../../forms/kept.ts'
import type { ErrorCode } from '../../words/id/errors.ts'
import type { Words } from '../../words/words.ts'
import { AskKey, AskPassword } from '../components/ask-who.tsx'
import { KeptForm } from '../components/kept-form.tsx'
import { KeptWords } from '../components/kept-words.tsx'
import { Notice } from '../components/parts.tsx'

export interface Refused {
  code: ErrorCode
  kept: Kept
  /** Where it may be sent again, and what shows first that it is a person's own doing. */
  again: { action: string; ask: 'key' | 'password' | null } | null
}

/** What a form held that got no further: to be sent once more, or to be copied. */
export function SendAgain({ t, code, kept, again }: Refused & { t: Words }) {
  return again ? (
    <>
      <Notice tone="wait">
        <p>{code === 500 ? t.ended.unsure : t.ended.kept}</p>
      </Notice>
      <KeptForm
        t={t}
        action={again.action}
        kept={kept}
        send={again.ask === 'password' ? t.session.againSubmit : t.ended.send}
        shorten={code === 413}
      >
        {again.ask && <p>{code === 404 ? t.ended.other : t.ended.proof}</p>}
        {again.ask === 'key' && <AskKey t={t} />}
        {again.ask === 'password' && <AskPassword t={t} />}
      </KeptForm>
    </>
  ) : (
    <KeptWords t={t} words={kept.words} />
  )
}
