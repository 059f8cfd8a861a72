import { expect, test } from 'vitest'
import type { Command } from '../../../src/domain/acts/acts.ts'
import { goesOn } from '../../../src/domain/acts/withdraw.ts'
import { isRefusal } from '../../../src/domain/case/command.ts'
import type { Complaint } from '../../../src/domain/case/complaint.ts'
import { decide } from '../../../src/domain/case/decide.ts'
import { wishesWithdrawal } from '../../../src/domain/case/wish.ts'
import { aComplaint, aContext, INSPECTORATE, ROADS, refused } from '../../support/builders.ts'

const withdraw = (again?: boolean): Command & { name: 'withdraw' } => ({
  name: 'withdraw',
  text: '',
  again,
})
const supervisory: Complaint = {
  ...aComplaint({ state: 'routed' }),
  supervisory: true,
  leadAgencyId: INSPECTORATE,
}
const toldOn = (c: Complaint): string[] => {
  const decision = decide(c, withdraw(), aContext())
  if (isRefusal(decision)) throw new Error(decision.refused)
  return decision.notices.map(({ template, agencyId }) => `${template} ${agencyId}`)
}

test('only Inspektorat reads that a withdrawn case may go on; another agency that it is over', () => {
  expect(goesOn(supervisory)).toBe(true)
  expect(toldOn(supervisory)).toEqual([`withdrawal_noted ${INSPECTORATE}`])
  const unrouted = { ...supervisory, state: 'received', leadAgencyId: null } as const
  expect(toldOn(unrouted)).toEqual(['withdrawal_noted null'])
  expect(goesOn(aComplaint({ state: 'routed' }))).toBe(false)
  expect(toldOn(aComplaint({ state: 'routed' }))).toEqual([`withdrawn ${ROADS}`])
})

test('the wish to withdraw a case that goes on is recorded once', () => {
  expect(refused(supervisory, withdraw(), {})).toBeNull()
  expect(refused(supervisory, withdraw(true), {})?.refused).toBe('already_said')
})

test('the wish stands until the reporter disputes or reopens', () => {
  const after = (...types: string[]) => wishesWithdrawal(types.map((type) => ({ type })))
  expect(after('file', 'route')).toBe(false)
  expect(after('file', 'route', 'withdraw', 'take_up', 'reply')).toBe(true)
  expect(after('route', 'withdraw', 'propose_closure', 'dispute')).toBe(false)
  expect(after('route', 'withdraw', 'reopen', 'withdraw')).toBe(true)
})
