import type { Texts } from '../texts.ts'

export const requests: Texts['requests'] = {
  tooLarge: 'It is larger than we can take.',
  otherSite: 'This came from another site. Open our page and send it from there.',
  otherHost: (address) => `Our address is ${address}. Open the form there.`,
  unknownOrigin: 'We cannot tell where this came from. Reload the page and send it again.',
  readOnly: 'Our system is being looked after. What you sent is not saved yet.',
  readOnlyNow:
    'Our system is being looked after. New reports cannot be sent yet, but every report can be read.',
  requestId: (id) => `Problem code: ${id}`,
}
