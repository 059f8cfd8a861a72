import type { City } from '../../domain/city/city.ts'
import type { FormCatalog } from '../../views/public/report-form.tsx'
import type { Site } from '../../views/site.ts'

export function siteOf({ settings }: City): Site {
  return settings
}

export function catalogOf(city: City): FormCatalog {
  const areas = city.areas.filter((area) => area.active)
  return {
    categories: city.categories.filter((c) => c.active).map((c) => option(c.id, c.name)),
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

function option(id: number, label: string) {
  return { value: String(id), label }
}
