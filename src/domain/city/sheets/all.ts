import { agencies } from './agencies.ts'
import { areas } from './areas.ts'
import { authorities } from './authorities.ts'
import { calendar } from './calendar.ts'
import { categories } from './categories.ts'
import { clockRules } from './clock-rules.ts'
import { limits } from './limits.ts'
import { notices } from './notices.ts'
import { services } from './services.ts'
import { settingSheets } from './settings.ts'
import type { Noun, Sheet } from './sheet.ts'

/** Everything that a city is run by and an administrator keeps. */
export const sheets: Readonly<Record<Noun, Sheet>> = {
  ...settingSheets,
  agency: agencies,
  category: categories,
  area: areas,
  authority: authorities,
  notice: notices,
  calendar,
  clock_rule: clockRules,
  limit: limits,
  service: services,
}

/** Those with the form, the list and the table that every kind of row has. */
export const SHEETS = Object.values(sheets).filter(({ own }) => !own)

/** Those that have pages of their own, too: each goes out and comes in as a table. */
export function tableAt(at: string): Sheet | undefined {
  return Object.values(sheets).find((sheet) => sheet.at === at)
}

export function sheetAt(at: string): Sheet | undefined {
  return SHEETS.find((sheet) => sheet.at === at)
}
