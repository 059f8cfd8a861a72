import type { Category, City } from '../../domain/city/city.ts'
import { limitOn } from '../../domain/city/public-limits.ts'
import type { IsoDate } from '../../domain/time/time.ts'
import { limitLength } from '../../views/components/limit-text.ts'
import type { FormCatalog } from '../../views/public/report-form.tsx'
import type { Site } from '../../views/site.ts'
import type { Words } from '../../words/words.ts'

export function siteOf({ settings }: City): Site {
  return settings
}

/** `limited`: that day's limits stand beside the categories. */
export function catalogOf(city: City, limited?: { t: Words; on: IsoDate }): FormCatalog {
  const areas = city.areas.filter((area) => area.active)
  return {
    categories: city.categories
      .filter((c) => c.active)
      .map((c) => option(c.id, nameOf(c, city, limited))),
    districts: areas
      .filter((area) => area.parentId === null)
      .map((district) => ({
        label: district.name,
        options: areas
          .filter((area) => area.parentId === district.id)
          .map((area) => option(area.id, area.name)),
      })),
    agencies: city.agencies.filter((a) => a.active).map((a) => option(a.id, a.name)),
  }
}

function nameOf({ id, name }: Category, { limits }: City, limited?: { t: Words; on: IsoDate }) {
  const limit = limited && limitOn(limits, id, limited.on)
  return limit ? `${name} (${limitLength(limited.t, limit)})` : name
}

function option(id: number, label: string) {
  return { value: String(id), label }
}
