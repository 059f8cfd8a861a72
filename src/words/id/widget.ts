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
  inHand: 'Sedang ditangani',
  trackLabel: 'Nomor laporan',
  track: 'Lacak laporan',
  report: 'Sampaikan laporan',
  all: 'Lihat kinerja lengkap',
} as const
