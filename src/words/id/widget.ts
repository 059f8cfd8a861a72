export const widget = {
  title: (agency: string) => `Laporan warga untuk ${agency}`,
  open: 'dikerjakan',
  overdue: 'lewat tenggat',
  median: 'hari kerja sampai selesai',
  noMedian: 'belum ada yang selesai',
  label: (agency: string, open: string, overdue: string, median: string) =>
    `${agency}: ${open} laporan dikerjakan, ${overdue} lewat tenggat, ${median}.`,
  medianText: (days: string) => `nilai tengah ${days} hari kerja sampai selesai`,
  frame: 'Laporan warga',
  trackLabel: 'Nomor laporan',
  track: 'Lacak laporan',
  report: 'Sampaikan laporan',
  all: 'Lihat kinerja dan laporan lengkap',
  unknown: 'OPD tidak ditemukan',
  unknownText: 'Alamat bingkai ini tidak menyebut OPD yang kami kenal. Anda tetap bisa melapor.',
} as const
