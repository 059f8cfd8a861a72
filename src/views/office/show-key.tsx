import { build } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { KeyButton } from './key-button.tsx'

interface Props {
  t: Words
  name: string
  /** Before it is known who sits there; else for the session that stands. */
  alone?: boolean
  only?: boolean
}

export function ShowKey({ t, name, alone, only }: Props) {
  const ask = build('keySignIn') + (alone ? '' : '?sesi')
  return <KeyButton t={t} name={name} ask={ask} label={t.account.keyShow} only={only} />
}
