import { build } from '../../paths.ts'
import { wordsFor } from '../../words/words.ts'

/** Nobody reads answers to our letters: whoever writes is told so, and where to go instead. */
export function refuseMail(message: ForwardableEmailMessage, env: Pick<Env, 'PUBLIC_URL'>): void {
  message.setReject(wordsFor('id', 0).notRead(`${env.PUBLIC_URL}${build('report')}`))
}
