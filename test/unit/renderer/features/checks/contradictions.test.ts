import { expect, test } from 'vitest'
import { contradictionsIn, STATED } from '../../../../../src-renderer/features/checks/contradictions.ts'
import { aDetail, aFinding, aForm } from '../../../../builders/renderer/aClaim.ts'

const say = (id: string) => id
const saying = (finding: ReturnType<typeof aFinding>, code: string) => ({
  ...finding,
  say: { code, values: {} },
})
const found = (detail: ReturnType<typeof aDetail>) =>
  contradictionsIn(detail, say, 'en').map(({ stated, value }) => [stated, value])

test('sets what the form says against the finding that speaks against it', () => {
  const item = aForm.items[0]
  const detail = aDetail({
    findings: [
      saying(aFinding('usablePoe', 'not_met'), 'poe_other_tenant'),
      { ...saying(aFinding('products', 'not_met'), 'product_excluded'), item: item?.id ?? null },
      saying(aFinding('serviceDescription', 'cannot_tell'), 'service_other_kind'),
    ],
  })
  expect(found(detail)).toEqual([
    ['tenant', aForm.customer.tenantId],
    ['item', item?.name],
    ['activity', 'activity.USAGE'],
  ])
})

test('says nothing of what is missing, unreadable, or settled by the reviewer', () => {
  const missing = aDetail({ findings: [saying(aFinding('dates', 'not_met'), 'dates_none')] })
  expect(found(missing)).toEqual([])
  const detail = aDetail({ findings: [saying(aFinding('dates', 'not_met'), 'dates_too_old')] })
  expect(found(detail)).toHaveLength(1)
  const reviewer = {
    verdict: 'met' as const,
    act: 'set' as const,
    reason: 'x',
    byName: 'M',
    at: detail.claim.stateChangedAt,
  }
  const criteria = detail.criteria.map((view) => ({ ...view, reviewer }))
  expect(found({ ...detail, criteria })).toEqual([])
})

test('has a name for everything that a form states', async () => {
  const words = (await import('../../../../../resources/locales/en.json')).default
  expect(STATED.filter((stated) => !(`contradictions.${stated}` in words))).toEqual([])
})
