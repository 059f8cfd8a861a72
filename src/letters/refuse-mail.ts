import { build } from '../paths.ts'

/** Nobody reads answers to our letters: whoever writes is told so, and where to go instead. */
export function refuseMail(message: ForwardableEmailMessage, env: Pick<Env, 'PUBLIC_URL'>): void {
  message.setReject(`Kotak ini tidak dibaca. Lapor lewat ${env.PUBLIC_URL}${build('report')}`)
}
