import { expect, test } from 'vitest'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { hashOf, routeOf } from '../../../../src-renderer/app/routes.ts'

test.each([
  { page: 'queue' },
  { page: 'trays' },
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
