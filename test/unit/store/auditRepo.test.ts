import { describe, expect, it } from 'vitest'
import { appendAudit, findBreakInAudit } from '../../../src-main/store/auditRepo.ts'
import { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { aStore } from '../../builders/store.ts'

function aChain(entries: number) {
  const store = aStore()
  store.write((s) => {
    for (let n = 1; n <= entries; n += 1)
      appendAudit(s, {
        at: n,
        actor: UserId.parse('u-reviewer'),
        act: 'approve',
        claimId: null,
        facts: { n },
      })
  })
  return store
}
const breakAfter = (sql: string) => {
  const store = aChain(5)
  store.write(({ sqlite }) => sqlite.exec(sql))
  return store.read(findBreakInAudit)
}

describe('the audit chain', () => {
  it('is whole when nobody touched it', () => {
    expect(aChain(5).read(findBreakInAudit)).toBe(null)
  })

  it.each([
    ['changed', `update audit set facts = '{"n":7}' where entry = 3`, 3],
    ['deleted', 'delete from audit where entry = 3', 4],
    ['swapped', 'update audit set at = 6 - at where entry in (2, 4)', 2],
    ['put in front', "insert into audit values (0, 0, 'x', 'x', null, '{}', 'x', 'x')", 0],
  ])('shows where an entry was %s', (_, sql, entry) => {
    expect(breakAfter(sql)).toBe(entry)
  })
})
