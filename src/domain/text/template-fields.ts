/** What a template takes from the case that it is used for. */
export const TEMPLATE_FIELDS = [
  'nomor',
  'judul',
  'kategori',
  'kelurahan',
  'kecamatan',
  'opd',
  'tenggat',
  'diterima',
  'hari_ini',
  'nama_petugas',
] as const

type TemplateField = (typeof TEMPLATE_FIELDS)[number]

/** Null: the case does not have it, or it is not for whoever reads the words. */
export type TemplateValues = Readonly<Record<TemplateField, string | null>>

const FIELD = /\{([^{}\n]{0,60})\}/g

function isField(name: string): name is TemplateField {
  return TEMPLATE_FIELDS.some((one) => one === name)
}

/** '{namo}', as they were written: nothing would fill them. */
export function unknownFields(text: string): string[] {
  const found = [...text.matchAll(FIELD)].filter(([, name = '']) => !isField(name.trim()))
  return [...new Set(found.map(([whole]) => whole))]
}

/** What the case does not have stays a gap, which is asked about before the words go out. */
export function filledIn(text: string, values: TemplateValues): string {
  return text.replaceAll(FIELD, (whole, given: string) => {
    const name = given.trim()
    return isField(name) ? (values[name] ?? `[${name.replaceAll('_', ' ')}]`) : whole
  })
}
