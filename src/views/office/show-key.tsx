import { build } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { KeyButton } from './key-button.tsx'

/** `alone`: before it is known who sits there; else for the session that stands. */
export function ShowKey({ t, name, alone }: { t: Words; name: string; alone?: boolean }) {
  const ask = build('keySignIn') + (alone ? '' : '?sesi')
  return <KeyButton t={t} name={name} ask={ask} label={t.account.keyShow} />
}
