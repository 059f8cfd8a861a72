/** Cookie of a staff session. `__Host-`: this host only, HTTPS only, whole site. */
export const STAFF_COOKIE = '__Host-petugas'

/** Start of the cookies of whoever opened a report with number and key; its number follows. */
export const REPORTER_COOKIES = '__Host-lap-'
