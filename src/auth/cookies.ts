export const STAFF_COOKIE = '__Host-petugas'

/** Of one attempt to sign in by a passkey alone. */
export const ATTEMPT_COOKIE = '__Host-kunci'

/** The report's number follows. */
export const REPORTER_COOKIES = '__Host-lap-'

/** The report's number follows, too. */
export const FILED_COOKIES = '__Host-kirim-'
