import { describe, expect, it } from 'vitest'
import { keysNamedBy, USUAL_UNITS } from '../../../../src-main/hub/claims/exclusivityKey.ts'
import { NO_LOOKUPS } from '../../../../src-main/hub/claims/emptyParts.ts'
import { exclusivityKeyOf } from '../../../../src-main/domain/intake/exclusivity.ts'
import { MATRIX } from '../../../../src-main/domain/intake/matrix.ts'
import type { ClaimForm, ClaimItem } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { at } from '../../../builders/hub/hubClaim.ts'
import { fc } from '../../../builders/hub/property.ts'
import { readDemoQueue } from '../../../builders/demo/demoQueue.ts'
import { aPolicy, PROFILE_IDS } from '../../../builders/policy.ts'

/** The texts that hubs have stored since the first of them. */
function storedKey(form: Pick<ClaimForm, 'solutionArea' | 'program'>, item: ClaimItem): string {
  if (form.solutionArea === 'MICROSOFT_365') return `workload ${item.productId}`
  return item.subscriptionId === null
    ? `${form.program} product ${item.productId}`
    : `${form.program} subscription ${item.subscriptionId}`
}

describe('the key under which a hub stores an item', () => {
  it('C-14: is made by the units of both profiles', () => {
    for (const id of PROFILE_IDS) expect(aPolicy(id).exclusivity).toEqual(USUAL_UNITS)
  })

  it('stays the text that was stored before, for everything that can be claimed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MATRIX),
        fc.string({ minLength: 1, maxLength: 64 }),
        fc.option(fc.uuid()),
        ({ area, program }, productId, subscriptionId) => {
          const form = { claimId: ClaimId.parse('1'), solutionArea: area, program }
          const item = { id: 'i1', name: productId, productId, subscriptionId }
          return exclusivityKeyOf(form, item, USUAL_UNITS) === storedKey(form, item)
        },
      ),
    )
  })

  it('stays so for every claim of the demo queue', () => {
    for (const { form } of readDemoQueue().claims) {
      const claim = { form: { ...form, submittedAt: at(0) }, lookups: NO_LOOKUPS }
      for (const item of form.items) expect(keysNamedBy(claim)).toContain(storedKey(form, item))
    }
  })
})
