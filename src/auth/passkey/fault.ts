/** What a browser sent is no answer of a passkey, or not to what was asked. */
export class PasskeyFault extends Error {}

export function holds(what: boolean, fault: string): asserts what {
  if (!what) throw new PasskeyFault(fault)
}
