import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { hashOf, routeOf } from '../../../../src-renderer/app/routes.ts'

test.each([
  { page: 'queue' },
  { page: 'trays' },
  { page: 'settings' },
  { page: 'help', at: 'about' },
  { page: 'disputes' },
  { page: 'disputes', claimId: ClaimId.parse('CPR-2/14 & ä') },
  { page: 'queue', filter: 'partner:"Société & Co" sla:<4h 100%' },
  { page: 'queue', filter: '' },
  { page: 'claim', claimId: ClaimId.parse('CPR-2/14 & ä') },
] as const)('finds back to %j', (route) => {
  expect(routeOf(hashOf(route))).toEqual(route)
})

test.each([
  '',
  '#',
  '#/nowhere',
  '#/help/nowhere',
  '#/settings/x',
  '#/queue?filter=%E0%A4%A',
  `#/queue?filter=${'x'.repeat(501)}`,
  '#/disputes/',
  '#/disputes/a/b',
  '#/claims/',
  '#/claims/a/b',
  '#/claims/%E0%A4%A',
  `#/claims/${'x'.repeat(65)}`,
])('leads from %s to the queue', (hash) => {
  expect(routeOf(hash)).toEqual({ page: 'queue' })
})

test('whatever stands in the address leads to a page whose own address leads to it again', () => {
  const pieces = fc.constantFrom(
    '#/',
    'queue',
    '?filter=',
    'claims/',
    'trays',
    'help/',
    'about',
    '%2F',
    '%',
    '"',
  )
  const addresses = fc.array(fc.oneof(pieces, fc.string()), { maxLength: 6 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(addresses, (hash) => {
      const route = routeOf(hash)
      expect(routeOf(hashOf(route))).toEqual(route)
    }),
    { seed: 24, numRuns: 2_000 },
  )
})
