/** Length is what counts; no rule about kinds of letters (NIST SP 800-63B). */
export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 128
