import { expect, test } from 'vitest'
import { newPage } from './support/pages.ts'
import { fileReport, openStatus } from './support/steps.ts'

test('a page that is asked for again and has not changed keeps its style', async () => {
  const page = await newPage({ width: 360 })
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  const lodged = await fileReport(page, {
    text: 'Parit di depan pasar tersumbat sejak hujan Sabtu malam.',
    landmark: 'depan pasar',
    phone: '',
    email: '',
    name: '',
  })
  await openStatus(page, lodged)
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const before = await ground()
  // the browser asks with the ETag that it has and is told 304: it shows its own copy
  for (let i = 0; i < 2; i++) {
    await page.goto(page.url())
    expect(await ground()).toBe(before)
  }
  expect(before).not.toBe('rgba(0, 0, 0, 0)')
  expect(complaints).toEqual([])
})
