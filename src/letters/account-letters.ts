import type { City } from '../domain/city/city.ts'
import type { Words } from '../words/words.ts'
import { sendEmail } from './email.ts'

/** Mails the link that sets a new password; it is good for a day. */
export async function mailReset(
  t: Words,
  mail: SendEmail,
  city: City,
  { to, link }: { to: string; link: string },
): Promise<void> {
  const { cityName } = city.settings
  const facts = { city: cityName, reference: '', link, validFor: t.session.resetFor }
  await sendEmail(mail, city, to, t.letter(t.staffNotices.password_reset(facts), facts))
}

/** Mails the link that sets a first password; it is good for seven days. */
export async function mailInvitation(
  t: Words,
  mail: SendEmail,
  city: City,
  { to, link, role, agency }: { to: string; link: string; role: string; agency?: string },
): Promise<void> {
  const { cityName } = city.settings
  const validFor = t.session.invitationFor
  const facts = { city: cityName, reference: '', link, role, agency, validFor }
  await sendEmail(mail, city, to, t.letter(t.staffNotices.invitation(facts), facts))
}
