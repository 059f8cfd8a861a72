import type { StaffSought } from '../../db/find-staff.ts'
import { ROLES } from '../../domain/people/actor.ts'
import { cleanLine } from '../../domain/text/clean-text.ts'
import type { AppContext } from '../../http.ts'
import type { Sought } from '../../views/office/find-people.tsx'

const LONGEST = 120
const AT_WORK: Readonly<Record<string, boolean>> = { aktif: true, nonaktif: false }

export function soughtFields(c: AppContext): Sought {
  const of = (name: string) => cleanLine(c.req.query(name) ?? '').slice(0, LONGEST)
  return { cari: of('cari'), di_opd: of('di_opd'), sebagai: of('sebagai'), akun: of('akun') }
}

export function soughtIn({ cari, di_opd, sebagai, akun }: Sought): StaffSought {
  return {
    words: cari,
    agencyId: /^\d{1,9}$/.test(di_opd) ? Number(di_opd) : null,
    role: ROLES.find((role) => role === sebagai) ?? null,
    atWork: Object.hasOwn(AT_WORK, akun) ? (AT_WORK[akun] ?? null) : null,
  }
}
