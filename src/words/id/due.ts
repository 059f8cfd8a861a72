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
  /** Past its day with no working day between: a weekend. */
  justLate: 'sudah lewat',
  standsStill: (since: string, reporter: string) =>
    `Jam berhenti sejak ${since}, menunggu jawaban ${reporter}`,
  lateBefore: (by: string) => `Sudah lewat ${by}`,
  waitsBrief: 'menunggu pelapor',
  /** How the reader calls whom a clock that stands still waits for. */
  reporters: { you: 'Anda', other: 'pelapor' },
} as const
