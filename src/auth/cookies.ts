export const STAFF_COOKIE = '__Host-petugas'

/** The report's number follows. */
export const REPORTER_COOKIES = '__Host-lap-'

/** The report's number follows, too. */
export const FILED_COOKIES = '__Host-kirim-'
