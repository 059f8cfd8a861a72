import { createApp } from './app.ts'
import { desk } from './routes/desk/desk.ts'
import { keySignIn } from './routes/office/key-sign-in.ts'
import { passwords } from './routes/office/passwords.tsx'
import { secondStep } from './routes/office/second-step.tsx'
import { staffSession } from './routes/office/session.tsx'
import { wordsFor } from './words/words.ts'

/** What stands below /petugas. Import it late: no citizen's page waits for the desk to be read. */
export const staffApp = createApp(
  [staffSession, keySignIn, secondStep, passwords, desk],
  async (language) => (offset) => wordsFor(language, offset),
)
