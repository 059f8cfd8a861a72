/** What a script says when a click came to nothing. */
export const network = {
  lost: 'Jaringan terputus. Periksa sambungan Anda, lalu coba lagi.',
} as const
