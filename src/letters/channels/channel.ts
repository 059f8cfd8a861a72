import type { ChannelName } from '../../db/deliveries.ts'
import type { City } from '../../domain/city/city.ts'
import type { Letter } from '../../words/id/notice.ts'

/** A way by which letters reach people, each at an address of the channel's own kind. */
export interface Channel {
  name: ChannelName
  /**
   * Sends one letter in the city's name.
   * @returns the opaque id that the channel gave it
   * @throws Error without any address when it was refused
   */
  send: (city: City, to: string, letter: Letter) => Promise<string>
}
