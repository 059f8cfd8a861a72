import type { Texts } from '../texts.ts'

export const units: Texts['units'] = {
  bytes: (n) => counted(n, 'byte'),
  workingDays: (n) => counted(n, 'working day'),
  calendarDays: (n) => counted(n, 'day'),
  hours: (n) => counted(n, 'hour'),
  weekdayDate: (weekday, date) => `${weekday} ${date}`,
}

function counted(n: string, one: string): string {
  return n === '1' ? `${n} ${one}` : `${n} ${one}s`
}
