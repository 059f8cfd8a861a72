import { agencies } from './agencies.ts'
import { areas } from './areas.ts'
import { authorities } from './authorities.ts'
import { categories } from './categories.ts'
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
  limit: limits,
  service: services,
}

export const SHEETS = Object.values(sheets)

export function sheetAt(at: string): Sheet | undefined {
  return SHEETS.find((sheet) => sheet.at === at)
}
