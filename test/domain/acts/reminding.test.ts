import { expect, test } from 'vitest'
import { isRefusal } from '../../../src/domain/case/command.ts'
import type { Complaint } from '../../../src/domain/case/complaint.ts'
import { decide } from '../../../src/domain/case/decide.ts'
import { aComplaint, aContext, ROADS, someStaff } from '../../support/builders.ts'

const reminded = (c: Complaint): string[] => {
  const command = { name: 'remind' as const, text: 'Mohon segera diperiksa hari ini.' }
  const decision = decide(c, command, aContext({ actor: someStaff('leader') }))
  if (isRefusal(decision)) throw new Error(decision.refused)
  return decision.notices.map(({ to, agencyId, template }) => `${template} ${to} ${agencyId}`)
}

test('the leader reminds whoever holds the report', () => {
  expect(reminded(aComplaint({ state: 'routed' }))).toEqual([`reminded agency ${ROADS}`])
  expect(reminded(aComplaint())).toEqual(['reminded verifier null'])
  expect(reminded(aComplaint({ returns: 2 }))).toEqual(['reminded admin null'])
})
