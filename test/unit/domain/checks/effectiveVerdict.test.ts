import { describe, expect, it } from 'vitest'
import { effectiveVerdict } from '../../../../src-main/domain/checks/effectiveVerdict.ts'
import { VERDICTS } from '../../../../src-preload/contract/vocabulary/words.ts'

describe('the effective verdict', () => {
  it('is the reviewer’s, whatever the machine said', () => {
    for (const machine of [...VERDICTS, null])
      for (const reviewer of VERDICTS) expect(effectiveVerdict(machine, reviewer)).toBe(reviewer)
  })

  it('is the machine’s only when that is met or not applicable', () => {
    const alone = [...VERDICTS, null].map((machine) => [machine, effectiveVerdict(machine, null)])
    expect(alone).toEqual([
      ['met', 'met'],
      ['not_met', null],
      ['cannot_tell', null],
      ['not_applicable', 'not_applicable'],
      [null, null],
    ])
  })

  it('is nothing of what an advisory check says, and still the reviewer’s', () => {
    for (const machine of [...VERDICTS, null]) {
      expect(effectiveVerdict(machine, null, true)).toBeNull()
      for (const reviewer of VERDICTS) expect(effectiveVerdict(machine, reviewer, true)).toBe(reviewer)
    }
  })
})
