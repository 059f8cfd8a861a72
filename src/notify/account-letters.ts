import { letter } from '../copy/id/notice.ts'
import { session } from '../copy/id/session.ts'
import { staffNotices } from '../copy/id/staff-notices.ts'
import type { City } from '../domain/city.ts'
import { sendEmail } from './email.ts'

/** Mails the link that sets a new password; it is good for a day. */
export const mailReset = async (
  mail: SendEmail,
  city: City,
  { to, link }: { to: string; link: string },
): Promise<void> => {
  const { cityName } = city.settings
  const facts = { city: cityName, reference: '', link, validFor: session.resetFor }
  await sendEmail(mail, city, to, letter(staffNotices.password_reset(facts), facts))
}

/** Mails the link that sets a first password; it is good for seven days. */
export const mailInvitation = async (
  mail: SendEmail,
  city: City,
  { to, link, role, agency }: { to: string; link: string; role: string; agency?: string },
): Promise<void> => {
  const { cityName } = city.settings
  const validFor = session.invitationFor
  const facts = { city: cityName, reference: '', link, role, agency, validFor }
  await sendEmail(mail, city, to, letter(staffNotices.invitation(facts), facts))
}
