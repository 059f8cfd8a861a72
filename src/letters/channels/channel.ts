import type { ChannelName } from '../../db/deliveries.ts'
import type { City } from '../../domain/city/city.ts'
import type { Letter } from '../../words/id/notice.ts'

export interface Channel {
  name: ChannelName
  /** @returns the channel's opaque id. @throws Error without any address when it was refused */
  send: (city: City, to: string, letter: Letter) => Promise<string>
}
