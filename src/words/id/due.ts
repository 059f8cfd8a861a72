/** How a due date is told; `by` is a number of days with its unit. */
export const due = {
  by: (date: string) => `Tenggat ${date}`,
  provisional: (date: string, year: number) =>
    `Tenggat ${date} (perkiraan, menunggu kalender resmi ${year})`,
  today: (date: string) => `Tenggat hari ini, ${date}`,
  todayBrief: 'hari ini',
  tomorrowBrief: 'besok',
  left: (by: string) => `Sisa ${by}`,
  late: (by: string) => `lewat ${by}`,
  lateSince: (date: string) => `lewat sejak ${date}`,
  /** Past its day with no working day between: a weekend. */
  justLate: 'sudah lewat',
  standsStill: (whose: string, since: string, reporter: string) =>
    `Jam ${whose} berhenti sejak ${since}, menunggu jawaban ${reporter}`,
  /** Whose clock stands still while the city's runs on. */
  stands: { agency: 'OPD', verifier: 'verifikasi' },
  last: (date: string) => `Batas akhir ${date}`,
  lastProvisional: (date: string, year: number) =>
    `Batas akhir ${date} (perkiraan, menunggu kalender resmi ${year})`,
  lastOver: (date: string) => `Batas akhir ${date} sudah lewat`,
  lastOverBrief: 'lewat batas akhir',
  lateBefore: (by: string) => `Sudah lewat ${by}`,
  /** The agency's own word, which moves no legal date. */
  promise: {
    runs: (date: string) => `OPD berjanji: paling lambat ${date}.`,
    stands: (date: string) => `OPD berjanji: paling lambat ${date}, mundur selama jam berhenti.`,
    missed: (date: string) => `! Janji OPD ${date} sudah lewat.`,
  },
  /** The city's own limit for a category, which moves no legal date either. */
  limitLabel: 'Batas kota',
  limit: {
    coming: (length: string, _when: string) => `${length} sejak diteruskan`,
    runs: (length: string, when: string) => `${length}, sampai ${when}`,
    stands: (length: string, _when: string) => `${length}, berhenti`,
    missed: (length: string, when: string) => `! ${length}, lewat dari ${when}`,
    kept: (length: string, _when: string) => `${length}, ditepati`,
    broken: (length: string, _when: string) => `! ${length}, terlewat`,
  },
  waitsBrief: 'menunggu pelapor',
  /** How the reader calls whom a clock that stands still waits for. */
  reporters: { you: 'Anda', other: 'pelapor' },
} as const
