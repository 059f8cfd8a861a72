import { caseWords as words } from '../../copy/id/desk.ts'
import type { Identity as Sealed } from '../../domain/identity-seal.ts'
import { KeyValues, Notice } from '../components/parts.tsx'

/** Who the reporter is: shown once, in the answer to the reveal. */
export const Identity = ({ of }: { of: Sealed | null }) => (
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
