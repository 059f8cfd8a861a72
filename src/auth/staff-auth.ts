import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { betterAuth } from 'better-auth/minimal'
import type { Database } from '../db/database.ts'
import { account, session, user, verification } from '../db/schema/staff.ts'
import { isDisabled } from '../db/staff.ts'
import { noteSignedIn } from '../db/staff-sessions.ts'
import type { Endpoint } from './absent/api.ts'
import { STAFF_COOKIE } from './cookies.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password-rules.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import { SESSION_HOURS } from './staff-session.ts'

export interface AuthSecrets {
  AUTH_SECRET: string
  PUBLIC_URL: string
}

/** None of its endpoints is mounted: our CSRF and limits stand instead. Heavy: import it late. */
export function staffAuth(db: Database, { AUTH_SECRET, PUBLIC_URL }: AuthSecrets) {
  const { api } = betterAuth({
    baseURL: PUBLIC_URL,
    secret: AUTH_SECRET,
    database: drizzleAdapter(db, {
      provider: 'sqlite',
      schema: { user, session, account, verification },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      password: { hash: hashPassword, verify: verifyPassword },
      revokeSessionsOnPasswordReset: true,
    },
    session: { expiresIn: SESSION_HOURS * 3600, cookieCache: { enabled: false } },
    verification: { storeIdentifier: 'hashed' },
    databaseHooks: {
      session: {
        create: {
          // neither address nor browser is kept: who signed in when is enough
          before: async (created) =>
            (await isDisabled(db, created.userId))
              ? false
              : { data: { ...created, ipAddress: null, userAgent: null } },
          after: ({ userId, createdAt }) => noteSignedIn(db, userId, createdAt.getTime()),
        },
      },
    },
    advanced: {
      // the prefix of the name is ours: better-auth's own would be __Secure-
      useSecureCookies: false,
      cookies: { session_token: { name: STAFF_COOKIE, attributes: { secure: true } } },
      disableCSRFCheck: true,
      disableOriginCheck: true,
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
  const kept: Pick<typeof api, Endpoint> = api
  return { api: kept }
}
