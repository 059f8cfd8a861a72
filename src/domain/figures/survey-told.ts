import { LEAST_SHOWN } from './survey.ts'
import { surveyPeriod } from './survey-period.ts'

export interface SurveyCount {
  scope: string
  quarter: string
  respondents: number
}

interface Whose {
  /** 'agency:4' */
  agency: string
  /** 'service:7', all that it has. */
  services: readonly string[]
}

/** From the finest to the coarsest: what is finer was told before, and stays. */
const IN_ORDER = [['-T1', '-T2', '-T3', '-T4'], [''], ['-S1', '-S2']] as const

/**
 * Whose results of which period of a year are told: '<scope> <period>'. Groups that are told are put
 * together from parts which share nothing, each of ten respondents at least; so no sums or differences
 * of them, over periods or services, tell of fewer.
 */
export function toldOf(
  counts: readonly SurveyCount[],
  { agency, services }: Whose,
  year: number,
): ReadonlySet<string> {
  const sizes = groupsOf(counts, { agency, services })
  const partOf = new Map<string, number>()
  const parts: string[][] = []
  const isTold = (groups: string[]): boolean => {
    const rest = groups.filter((group) => !partOf.has(group))
    const whole = [...new Set(groups.flatMap((group) => partOf.get(group) ?? []))]
    const cuts = whole.some((part) => parts[part]?.some((group) => !groups.includes(group)))
    const left = rest.reduce((sum, group) => sum + (sizes.get(group) ?? 0), 0)
    if (groups.length === 0 || cuts || (left > 0 && left < LEAST_SHOWN)) return false
    if (left === 0) return true
    for (const group of rest) partOf.set(group, parts.length)
    parts.push(rest)
    return true
  }
  const told = IN_ORDER.flatMap((suffixes) =>
    [...services, agency].flatMap((scope) =>
      suffixes.flatMap((suffix) => {
        const period = surveyPeriod(`${year}${suffix}`)
        const own = scope === agency ? [DIRECT, ...services] : [scope]
        const groups = (period?.quarters ?? []).flatMap((quarter) =>
          own.map((one) => `${one} ${quarter}`).filter((group) => sizes.has(group)),
        )
        return period && isTold(groups) ? [`${scope} ${period.name}`] : []
      }),
    ),
  )
  return new Set(told)
}

/** Sheets of an agency that are of none of its services. */
const DIRECT = 'direct'

/** Those that anybody answered for, with how many. */
function groupsOf(counts: readonly SurveyCount[], { agency, services }: Whose) {
  const sizes = new Map<string, number>()
  const add = (group: string, n: number) => sizes.set(group, (sizes.get(group) ?? 0) + n)
  for (const { scope, quarter, respondents } of counts) {
    if (services.includes(scope)) {
      add(`${scope} ${quarter}`, respondents)
      add(`${DIRECT} ${quarter}`, -respondents)
    } else if (scope === agency) add(`${DIRECT} ${quarter}`, respondents)
  }
  return new Map([...sizes].filter(([, n]) => n > 0))
}
