import { expect, it } from 'vitest'
import { instantText } from '../../../../src-main/domain/clocks/instantText.ts'
import { fc } from '../../../builders/hub/property.ts'

it('the text of an instant is the one that every other part of the product writes', () => {
  const instants = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(instants, (date) => {
      expect(instantText(date.getTime())).toBe(date.toISOString())
    }),
    { numRuns: 2000 },
  )
})
