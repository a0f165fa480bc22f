import type { CheckTest } from '../../src-preload/contract/vocabulary/filter/filterTerms.ts'
import { CRITERIA, type Criterion } from '../../src-preload/contract/vocabulary/words.ts'

const COLUMN: Readonly<Record<Criterion, string>> = {
  usablePoe: 'usable_poe',
  customerAcknowledgment: 'customer_acknowledgment',
  dates: 'dates',
  products: 'products',
  serviceDescription: 'service_description',
}

/** Everything in it comes from closed lists and numbers: there is nothing to bind. */
export function checkCondition({ verdict, criterion, count }: CheckTest): string {
  const has = (of: Criterion) => `(${COLUMN[of]} is ${verdict === 'none' ? 'null' : `'${verdict}'`})`
  if (criterion !== null) return has(criterion)
  const number = `(${CRITERIA.map(has).join(' + ')})`
  const { from, to } = count ?? { from: { value: 1, isIn: true }, to: null }
  const ends = [
    ...(from === null ? [] : [`${number} >${from.isIn ? '=' : ''} ${from.value}`]),
    ...(to === null ? [] : [`${number} <${to.isIn ? '=' : ''} ${to.value}`]),
  ]
  return `(${ends.join(' and ')})`
}
