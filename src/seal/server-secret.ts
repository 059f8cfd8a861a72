import { type Instant, MINUTE } from '../domain/time/time.ts'

/**
 * SERVER_SECRET is 32 bytes as base64url. Where it was changed, those before it follow, the newest
 * first, each with the minute since 1970 from which it makes nothing more: `NEW.OLD@29735520`.
 * They prove nobody, since they may be known; they only tell again what they once named.
 */
export function everySecret(serverSecret: string): string[] {
  return secretsAt(serverSecret, 0)
}

export function presentSecret(serverSecret: string): string {
  return everySecret(serverSecret)[0] ?? ''
}

/** Those that may have made what says that it was made then. */
export function secretsAt(serverSecret: string, made: Instant): string[] {
  return serverSecret.split('.').flatMap((part) => {
    const [secret = '', until = Infinity] = part.split('@')
    return made < +until * MINUTE ? secret : []
  })
}
