/** Words already sent that others are to read no more. */
export const maskForm = {
  title: (when: string) => `Samarkan tulisan ${when}`,
  note: 'Pelapor dan umum membaca teks ini. Petugas tetap melihat aslinya. Tidak bisa diurungkan.',
  text: 'Teks penggantinya',
  reason: 'Alasan',
  send: 'Samarkan',
}
