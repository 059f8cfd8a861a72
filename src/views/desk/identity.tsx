import type { Identity as Sealed } from '../../seal/identity-seal.ts'
import type { Words } from '../../words/words.ts'
import { KeyValues, Notice } from '../components/parts.tsx'

/** Who the reporter is: shown once, in the answer to the reveal. */
export function Identity({ t, of }: { t: Words; of: Sealed | null }) {
  return (
    <Notice tone="wait" title={t.caseWords.identity}>
      {of ? (
        <KeyValues
          rows={[
            [t.caseWords.name, of.name ?? null],
            [t.caseWords.phone, of.phone ?? null],
            [t.caseWords.email, of.email ?? null],
          ]}
        />
      ) : (
        <p>{t.caseWords.noIdentity}</p>
      )}
      <p class="hint">{t.caseWords.identityOnce}</p>
    </Notice>
  )
}
