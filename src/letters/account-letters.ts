import type { City } from '../domain/city/city.ts'
import { letter } from '../words/id/notice.ts'
import { session } from '../words/id/session.ts'
import { staffNotices } from '../words/id/staff-notices.ts'
import { sendEmail } from './email.ts'

/** Mails the link that sets a new password; it is good for a day. */
export async function mailReset(
  mail: SendEmail,
  city: City,
  { to, link }: { to: string; link: string },
): Promise<void> {
  const { cityName } = city.settings
  const facts = { city: cityName, reference: '', link, validFor: session.resetFor }
  await sendEmail(mail, city, to, letter(staffNotices.password_reset(facts), facts))
}

/** Mails the link that sets a first password; it is good for seven days. */
export async function mailInvitation(
  mail: SendEmail,
  city: City,
  { to, link, role, agency }: { to: string; link: string; role: string; agency?: string },
): Promise<void> {
  const { cityName } = city.settings
  const validFor = session.invitationFor
  const facts = { city: cityName, reference: '', link, role, agency, validFor }
  await sendEmail(mail, city, to, letter(staffNotices.invitation(facts), facts))
}
