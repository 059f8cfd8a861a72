import type { ChannelName } from '../../db/deliveries.ts'
import type { City } from '../../domain/city/city.ts'
import type { Letter } from '../../words/id/notice.ts'

/** For good: the address itself is refused, and no later try helps. Quotes no address. */
export class AddressRefused extends Error {
  override name = 'AddressRefused'
}

export interface Channel {
  name: ChannelName
  /** @returns the channel's opaque id. @throws AddressRefused for good; Error, without any address, for now */
  send: (city: City, to: string, letter: Letter) => Promise<string>
}
