import { expect, test } from 'vitest'
import { verifyReceipt as words } from '../../src/words/id/verify-receipt.ts'
import { newPage } from './support/pages.ts'

const SIGNATURE = 'TGP1.eyJ2IjoxfQ.AAAA_-'

test.each([true, false])(
  'the address in a QR code brings the signature to the form and to nobody else (JavaScript: %s)',
  async (javaScript) => {
    const page = await newPage({ javaScript })
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')))
    await page.goto(`/periksa-tanda-terima#${SIGNATURE}`)
    const box = page.locator('[name="tanda"]')
    if (javaScript) await expect.poll(() => box.inputValue()).toBe(SIGNATURE)
    await expect.poll(() => page.getByText(words.fromCode).isVisible()).toBe(!javaScript)
    expect(asked.filter((sent) => sent.split('#')[0]?.includes(SIGNATURE))).toEqual([])
    await page.context().close()
  },
)
