import type { Evidence, PapersTold } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { Coverage } from '../opinion.ts'

/** As `toldOf` of the contract has it. */
export type Told<Value> =
  | { readonly told: 'yes'; readonly value: Value; readonly evidence: Evidence[] }
  | { readonly told: 'no' }
  | { readonly told: 'cannot_tell'; readonly evidence: Evidence[] }

export const yes = <Value>(value: Value, evidence: readonly Evidence[]): Told<Value> => ({
  told: 'yes',
  value,
  evidence: evidence.slice(0, MOST_PLACES),
})
const MOST_PLACES = 5

export const open = (evidence: readonly Evidence[] = []): Told<never> => ({
  told: 'cannot_tell',
  evidence: evidence.slice(0, MOST_PLACES),
})

/** Nothing was found: that says something only where everything was read. */
export const nothing = ({ unread }: Coverage): Told<never> => (unread.length > 0 ? open() : { told: 'no' })

/** The same with every place moved. */
export function withPlaces(told: PapersTold, shown: (evidence: Evidence) => Evidence): PapersTold {
  const moved = <One extends Told<unknown>>(one: One): One =>
    'evidence' in one ? { ...one, evidence: one.evidence.map(shown) } : one
  return {
    acknowledged: moved(told.acknowledged),
    engagement: moved(told.engagement),
    items: told.items.map((item) => ({
      item: item.item,
      named: moved(item.named),
      work: moved(item.work),
      identified: moved(item.identified),
      statement: moved(item.statement),
    })),
  }
}
