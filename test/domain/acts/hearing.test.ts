import { expect, test } from 'vitest'
import { hear } from '../../../src/domain/acts/hear.ts'
import { isRefusal } from '../../../src/domain/case/command.ts'
import type { Complaint } from '../../../src/domain/case/complaint.ts'
import { aComplaint, aContext, ROADS } from '../../support/builders.ts'

const heard = (root: Complaint, told = false): string[] => {
  const command = { name: 'hear' as const, member: 'DMI-0000-0000', said: 1, file: null, told }
  const decided = hear.rule(root, command, aContext())
  if (isRefusal(decided)) throw new Error(decided.refused)
  return (decided.notices ?? []).map(
    ({ to, agencyId, template }) => `${template} ${to} ${agencyId}`,
  )
}

test('whoever holds the root hears once a day what a joined report adds, while it is open', () => {
  expect(heard(aComplaint({ state: 'routed' }))).toEqual([`words_added agency ${ROADS}`])
  expect(heard(aComplaint())).toEqual(['words_added verifier null'])
  expect(heard(aComplaint({ returns: 2 }))).toEqual(['words_added admin null'])
  expect(heard(aComplaint({ state: 'routed' }), true)).toEqual([])
  expect(heard(aComplaint({ state: 'closed' }))).toEqual([])
})
