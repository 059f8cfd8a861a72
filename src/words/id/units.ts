import type { Units } from '../format.ts'

export const units: Units = {
  bytes: (n) => `${n} byte`,
  workingDays: (n) => `${n} hari kerja`,
  calendarDays: (n) => `${n} hari`,
  hours: (n) => `${n} jam`,
  weekdayDate: (weekday, date) => `${weekday}, ${date}`,
}
