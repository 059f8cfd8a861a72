import { type HeldLetter, heldFor, settleHeld } from '../db/held.ts'
import { contactOf } from '../db/my-data.ts'
import { staffAddress } from '../db/recipients.ts'
import { agencyById } from '../domain/city/city.ts'
import { parseIdentityKeys } from '../seal/identity-keys.ts'
import { everySecret } from '../seal/server-secret.ts'
import { mailboxDigest } from './hold-back.ts'
import type { Addressee, Asking } from './recipients.ts'

/** More reports than these are not opened to find out where the letter goes. */
const TRIED = 20

/** Whoever has letters held back; null once none is left. */
export async function heldAddressee(asking: Asking): Promise<Addressee | null> {
  const mailbox = asking.row.dedupe.split('|')[1] ?? ''
  const held = await heldFor(asking.db, mailbox)
  const [newest] = held
  if (!newest) return null
  return {
    kind: 'mailbox',
    key: `mailbox:${newest.outboxId}`,
    cursor: '',
    address: () => addressOf(asking, mailbox, held),
    settle: (did) => settleHeld(asking.db, mailbox, held, did),
  }
}

/** The mailbox itself is kept nowhere: it is the address, among theirs, that is still the same. */
async function addressOf(
  asking: Asking,
  mailbox: string,
  held: readonly HeldLetter[],
): Promise<string | null> {
  const { env } = asking
  const recipients = new Set(held.map(({ recipient }) => recipient))
  for (const recipient of [...recipients].slice(0, TRIED)) {
    const [kind, id = ''] = recipient.split(':')
    const staff = kind === 'staff' || kind === 'agency'
    const to = await addressAt(asking, kind, id)
    if (!to) continue
    // held back before the server's secret was changed, collected after
    for (const secret of everySecret(env.SERVER_SECRET))
      if ((await mailboxDigest(secret, staff, to)) === mailbox) return to
  }
  return null
}

async function addressAt({ db, env, city }: Asking, kind: string | undefined, id: string) {
  if (kind === 'agency') return agencyById(city, Number(id))?.mailbox
  if (kind === 'staff') return staffAddress(db, id)
  return (await contactOf(db, parseIdentityKeys(env.IDENTITY_KEYS), Number(id))).email
}
