import { letter } from '../copy/id/notice.ts'
import { session } from '../copy/id/session.ts'
import { staffNotices } from '../copy/id/staff-notices.ts'
import type { City } from '../domain/city.ts'

/** Mails the link that sets a new password; it is good for an hour. */
export const mailReset = async (
  mail: SendEmail,
  { settings: { cityName, manager } }: City,
  { to, link }: { to: string; link: string },
): Promise<void> => {
  const facts = { city: cityName, reference: '', link, validFor: session.resetFor }
  const { subject, body } = letter(staffNotices.password_reset(facts), facts)
  const from = { name: `Tanggap ${cityName}`, email: manager.email }
  await mail.send({ from, to, subject, text: body })
}
