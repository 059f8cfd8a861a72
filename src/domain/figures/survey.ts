import { ELEMENTS, type IkmSums } from './ikm.ts'

/** What the regulation asks of respondents; all of it may be left out. */
export const PROFILE = {
  kelamin: ['l', 'p'],
  usia: ['0', '18', '26', '41', '61'],
  pendidikan: ['sd', 'smp', 'sma', 's1', 's2', 's3'],
  pekerjaan: ['pns', 'tni', 'polri', 'swasta', 'wirausaha', 'lainnya'],
} as const
export type ProfileName = keyof typeof PROFILE
export const PROFILE_NAMES = Object.keys(PROFILE) as ProfileName[]

/** One sheet that somebody filled in; who it was is nowhere. */
export interface SurveyAnswer {
  /** 1-4, U1-U9. */
  scores: readonly number[]
  profile: Readonly<Record<ProfileName, string | null>>
  suggestion: string | null
}

/** How many said what of themselves: {"kelamin:p": 12}. */
type ProfileCounts = Readonly<Record<string, number>>

export interface SurveySums extends IkmSums {
  profile: ProfileCounts
}

/** Fewer could be known to those who served them. */
export const LEAST_SHOWN = 10

export function isShown({ respondents }: IkmSums): boolean {
  return respondents >= LEAST_SHOWN
}

const NONE: SurveySums = { respondents: 0, sums: ELEMENTS.map(() => 0), profile: {} }

/** Of several times or services together. */
export function addSums(all: readonly SurveySums[]): SurveySums {
  return all.reduce(
    (a, b) => ({
      respondents: a.respondents + b.respondents,
      sums: a.sums.map((sum, i) => sum + (b.sums[i] ?? 0)),
      profile: addCounts(a.profile, b.profile),
    }),
    NONE,
  )
}

function addCounts(a: ProfileCounts, b: ProfileCounts): ProfileCounts {
  const added = Object.entries(b).map(([key, n]) => [key, (a[key] ?? 0) + n] as const)
  return { ...a, ...Object.fromEntries(added) }
}

/** What an answer adds. */
export function sumsOf({ scores, profile }: SurveyAnswer): SurveySums {
  return { respondents: 1, sums: scores, profile: Object.fromEntries(saidOf(profile)) }
}

function saidOf(profile: SurveyAnswer['profile']): (readonly [string, 1])[] {
  return PROFILE_NAMES.flatMap((name) =>
    profile[name] === null ? [] : [[`${name}:${profile[name]}`, 1] as const],
  )
}

/** How many of the respondents said this of themselves. */
export function saidBy({ profile }: SurveySums, name: ProfileName, value: string): number {
  return profile[`${name}:${value}`] ?? 0
}
