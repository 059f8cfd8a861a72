import type { City } from '../domain/city/city.ts'
import type { Words } from '../words/words.ts'
import type { Channel } from './channels/channel.ts'

export async function mailReset(
  t: Words,
  channel: Channel,
  city: City,
  { to, link }: { to: string; link: string },
): Promise<void> {
  const { cityName } = city.settings
  const facts = { city: cityName, reference: '', link, validFor: t.session.resetFor }
  await channel.send(city, to, t.letter(t.staffNotices.password_reset(facts), cityName))
}

export async function mailInvitation(
  t: Words,
  channel: Channel,
  city: City,
  { to, link, role, agency }: { to: string; link: string; role: string; agency?: string },
): Promise<void> {
  const { cityName } = city.settings
  const validFor = t.session.invitationFor
  const facts = { city: cityName, reference: '', link, role, agency, validFor }
  await channel.send(city, to, t.letter(t.staffNotices.invitation(facts), cityName))
}
