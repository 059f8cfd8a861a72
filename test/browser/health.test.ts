import { expect, test } from 'vitest'
import { newPage } from './support/pages.ts'
import { fetchSite } from './support/site.ts'

test('/sehat opens in a browser without JavaScript', async () => {
  const page = await newPage({ javaScript: false })
  const response = await page.goto('/sehat')
  expect(response?.status()).toBe(200)
  expect(await page.textContent('body')).toContain('sehat')
})

test('/sehat answers without a browser', async () => {
  expect((await fetchSite('/sehat')).status).toBe(200)
})
