import type { Settings } from '../../src/domain/city/city.ts'

/** Reserved for examples, here and by RFC 2606: no letter ever leaves from there. */
const SAMPLE = /(^|\.)(contoh\.id|example|example\.(com|net|org)|invalid|test|localhost)$/

/** The domain of the address from which letters come. */
export function senderDomain({ sender, manager }: Pick<Settings, 'sender' | 'manager'>): string {
  return (sender ?? manager.email).split('@').at(-1)?.toLowerCase() ?? ''
}

export function isSample(domain: string): boolean {
  return SAMPLE.test(domain)
}
