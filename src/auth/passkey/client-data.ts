import { textOfUtf8 } from '../../domain/text/bytes.ts'
import { holds } from './fault.ts'

/** The challenge that was answered. @throws PasskeyFault unless our own page asked for just that. */
export function challengeIn(
  bytes: Uint8Array,
  type: 'webauthn.create' | 'webauthn.get',
  origin: string,
): string {
  const said = parsed(textOfUtf8(bytes) ?? '')
  holds(said.type === type, 'another ceremony')
  holds(said.origin === origin, 'another origin')
  // a page of ours is never framed
  holds(said.crossOrigin !== true && said.topOrigin === undefined, 'in a frame')
  holds(typeof said.challenge === 'string', 'no challenge')
  return said.challenge
}

/** @throws PasskeyFault */
export function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return { ...value }
  } catch {
    // said below, as for what is JSON and no object
  }
  holds(false, 'no JSON')
}
