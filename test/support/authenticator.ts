import { env } from 'cloudflare:workers'
import { totpCode, totpSecret } from '../../src/seal/totp.ts'
import { post, request } from './request.ts'

const STEP_MS = 30_000

/** A phone with an app that was shown the QR code of one account. */
export interface Phone {
  /** The code `steps` from now. */
  code: (steps?: number) => Promise<string>
  recovery: string[]
}

const codeAt = async (userId: string, round: string, steps: number) =>
  totpCode(
    await totpSecret(env.SERVER_SECRET, userId, round),
    Math.floor(Date.now() / STEP_MS) + steps,
  )

export const roundOn = (html: string): string =>
  /name="putaran" value="([^"]+)"/.exec(html)?.[1] ?? ''

/** Sets the app up on the page of their account; the step before now is the one that it uses up. */
export const withPhone = async (userId: string, Cookie: string): Promise<Phone> => {
  const page = await request('/petugas/akun/aplikasi', { headers: { Cookie } })
  const putaran = roundOn(await page.text())
  const angka = await codeAt(userId, putaran, -1)
  const answer = await post('/petugas/akun/aplikasi', { putaran, angka }, { Cookie })
  const html = await answer.text()
  return {
    code: (steps = 0) => codeAt(userId, putaran, steps),
    recovery: [...html.matchAll(/<code>([^<]+)<\/code>/g)].map(([, code = '']) => code),
  }
}
