import type { Identity as Sealed } from '../../seal/identity-seal.ts'
import { caseWords as words } from '../../words/id/desk.ts'
import { KeyValues, Notice } from '../components/parts.tsx'

/** Who the reporter is: shown once, in the answer to the reveal. */
export function Identity({ of }: { of: Sealed | null }) {
  return (
    <Notice tone="wait" title={words.identity}>
      {of ? (
        <KeyValues
          rows={[
            [words.name, of.name ?? null],
            [words.phone, of.phone ?? null],
            [words.email, of.email ?? null],
          ]}
        />
      ) : (
        <p>{words.noIdentity}</p>
      )}
      <p class="hint">{words.identityOnce}</p>
    </Notice>
  )
}
