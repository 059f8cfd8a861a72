import { DAY, type Instant, MINUTE } from '../../src/domain/time/time.ts'
import { TOKEN_DAYS } from '../../src/seal/form-token.ts'
import { randomKey } from '../secrets.ts'

/** Until every copy of the Worker has the new one, the old one goes on making tokens. */
const GRACE = 10

/**
 * A new SERVER_SECRET, followed by those before it for as long as a form that they made may come again
 * (src/seal/server-secret.ts), or an authenticator app shows codes that derive from them.
 * @param oldestApp when the first of the apps in use was set up; null where there is none
 */
export function changedServerSecret(
  before: string,
  now: Instant,
  oldestApp: Instant | null = null,
): string {
  const needed = Math.min(now - TOKEN_DAYS * DAY, oldestApp ?? now)
  const until = Math.floor(now / MINUTE) + GRACE
  const kept = before
    .split('.')
    .map((part) => (part.includes('@') ? part : `${part}@${until}`))
    .filter((part) => Number(part.split('@')[1]) * MINUTE > needed)
  return [randomKey(), ...kept].join('.')
}
