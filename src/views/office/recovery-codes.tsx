import { patterns } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { ButtonLink } from '../components/parts.tsx'

export function RecoveryCodes({ t, codes }: { t: Words; codes: string[] }) {
  return (
    <>
      <h1>{t.account.codesTitle}</h1>
      <p class="lead">{t.account.codesOnce}</p>
      <ol>
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p class="hint">{t.account.codesKeep}</p>
      <p>
        <ButtonLink href={patterns.account}>{t.account.codesKept}</ButtonLink>
      </p>
    </>
  )
}
