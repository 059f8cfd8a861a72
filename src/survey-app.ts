import { createApp } from './app.ts'
import { survey } from './routes/public/survey.tsx'
import { surveyResults } from './routes/public/survey-results.tsx'
import { surveySheet } from './routes/public/survey-sheet.tsx'
import { wordsFor } from './words/words.ts'

/** What stands below /survei. Import it late: no report waits for it. */
export const surveyApp = createApp(
  [survey, surveySheet, surveyResults],
  async (language) => (offset) => wordsFor(language, offset),
)
