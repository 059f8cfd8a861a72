import type { AppContext } from '../../http.ts'
import { randomBytes } from '../../random.ts'
import { codeDigest, mintCodes } from '../../seal/recovery-codes.ts'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import { RecoveryCodes } from '../../views/office/recovery-codes.tsx'
import { frameOf } from '../desk/desk-page.tsx'

export async function freshCodes(userId: string) {
  const codes = mintCodes(randomBytes)
  const digests = await Promise.all(codes.map((code) => codeDigest(userId, code)))
  return { codes, digests: digests.filter((one) => one !== null) }
}

/** The answer itself, as a receipt is: no page shows them again. */
export async function shownOnce(c: AppContext, codes: string[]) {
  const { t } = c.var
  return c.render(
    <DeskSolo t={t} title={t.account.codesTitle} {...(await frameOf(c))}>
      <RecoveryCodes t={t} codes={codes} />
    </DeskSolo>,
  )
}
