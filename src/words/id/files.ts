import type { FileRefusal } from '../../files/accept.ts'

/** Why a file was not taken, by its place in the selection: its own name is not repeated. */
export const fileRefusals: Record<FileRefusal, string> = {
  empty: 'Berkas kosong. Pilih berkas lain.',
  too_large: 'Berkas terlalu besar. Maksimal 5 MB per berkas.',
  heic: 'Foto berformat HEIC belum bisa kami terima. Ubah ke JPEG, lalu unggah lagi.',
  unknown_type: 'Jenis berkas tidak dikenali. Kirim JPEG, PNG, WebP, atau PDF.',
  damaged: 'Berkas rusak atau terpotong. Coba ambil foto ulang, lalu unggah lagi.',
  too_many_pixels: 'Ukuran foto terlalu besar. Perkecil fotonya, lalu unggah lagi.',
  unsafe: 'Berkas ini tidak aman disimpan. Kirim sebagai foto biasa.',
}

export const files = {
  none: 'Belum ada berkas yang dipilih. Pilih foto atau dokumen.',
  nth: (n: number, why: string) => `Berkas ke-${n}: ${why}`,
  tooLarge: (size: string) => `Berkas terlalu besar (${size}). Maksimal 5 MB per berkas.`,
  tooMany: 'Maksimal 5 berkas sekali kirim. Lima yang pertama kami periksa.',
  already: 'Berkas ini sudah ada di laporan. Kirim berkas lain.',
  tooManyToday:
    'Terlalu banyak berkas dari jaringan ini. Tulisan Anda tetap kami terima. Kirim berkasnya besok, atau lewat jaringan lain.',
  big: 'foto besar',
  closed: 'Foto yang terpotong kami simpan sampai bagian yang ada. Buka untuk memeriksanya.',
  all: (n: number) => `Semua (${n})`,
  kept: (n: number) => `${n} berkas tersimpan.`,
} as const
