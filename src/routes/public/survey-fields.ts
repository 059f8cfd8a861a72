import * as z from 'zod/mini'
import { ELEMENTS } from '../../domain/figures/ikm.ts'
import {
  PROFILE,
  PROFILE_NAMES,
  type ProfileName,
  type SurveyAnswer,
} from '../../domain/figures/survey.ts'
import { words } from '../../forms/fields.ts'
import type { Words } from '../../words/words.ts'

const SUGGESTION_MAX = 2_000

/** Every answer counts the same, so all nine are needed; of the person nothing is. */
export function surveyFields(t: Words) {
  const scores = ELEMENTS.map((element, i) => {
    const missing = t.survey.missing(i + 1, t.survey.elements[element].name)
    return [element, z.enum(['1', '2', '3', '4'], missing)] as const
  })
  const profile = PROFILE_NAMES.map((name) => [name, saidOf(t, name)] as const)
  return z.object({
    ...Object.fromEntries(scores),
    ...Object.fromEntries(profile),
    saran: words([0, ''], [SUGGESTION_MAX, t.survey.longSuggestion]),
  })
}

function saidOf(t: Words, name: ProfileName) {
  return z._default(z.enum(['', ...PROFILE[name]], t.survey.unknownChoice), '')
}

export function toAnswer(fields: Readonly<Record<string, string>>): SurveyAnswer {
  const profile = PROFILE_NAMES.map((name) => [name, fields[name] || null] as const)
  return {
    scores: ELEMENTS.map((element) => Number(fields[element])),
    profile: Object.fromEntries(profile) as SurveyAnswer['profile'],
    suggestion: fields.saran || null,
  }
}
