import { expect, test } from 'vitest'
import { request } from '../support/request.ts'

test('/sehat says that the site is well', async () => {
  const response = await request('/sehat')
  expect(response.status).toBe(200)
  expect(await response.text()).toContain('sehat')
})
