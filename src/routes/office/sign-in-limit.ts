import { knownDevice } from '../../auth/known-device.ts'
import type { AppContext } from '../../http.ts'
import { addressOf, attempt, burst } from '../../middleware/limits.ts'

/**
 * The seconds to wait, or null. Whoever guesses at an account uses up what strangers may try, while
 * its owner still gets in from a known browser; a link in the mailbox makes one (passwords.tsx).
 */
export async function waitBeforeSignIn(c: AppContext, email: string): Promise<number | null> {
  const device = await knownDevice(c, email)
  const whom = device ? `device ${device}` : `account ${email}`
  if (await burst(c, 'sign-in', whom)) return 60
  const address = addressOf(c)
  const byAddress = address ? await attempt(c, 'signInAddress', address) : null
  // a known browser is not held up by what its neighbours behind one address do
  if (byAddress !== null && !device) return byAddress
  return attempt(c, 'signIn', whom)
}
