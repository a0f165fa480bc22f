import { Checkbox } from '@fluentui/react-components'
import type { CriterionView } from '../../../../src-preload/contract/claims.ts'
import type { ClaimItem } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { NEED_INFO_REASONS } from '../../../../src-preload/contract/vocabulary/words.ts'
import { useText } from '../../../format/useText.ts'
import { worstStanding } from '../../../stores/shownVerdict.ts'
import { criterionOf, mayAskToRemove, withItem, withReason } from './decisionRules.ts'
import type { ChoicesProps } from './Letter.tsx'
import { RemoveItemsOffer } from './RemoveItemsOffer.tsx'
import { RepeatNotice } from './RepeatNotice.tsx'
import css from './ReasonStrip.module.css'

/** What is missing, for which items, and whether they may come off the claim instead (S-29, S-53). */
export function RequestChoices(props: ChoicesProps) {
  const say = useText()
  const { detail, draft, onChange } = props
  const itemIds = detail.claim.form.items.map(({ id }) => id)
  return (
    <>
      <div className={css.offers}>
        <RepeatNotice {...props} />
        <RemoveItemsOffer {...props} />
      </div>
      <ul>
        {NEED_INFO_REASONS.map((reason, at) => {
          const views = detail.criteria.filter(({ criterion }) => criterion === criterionOf(reason))
          return (
            <li key={reason}>
              <Checkbox
                className={`${css.choice}`}
                autoFocus={at === 0}
                checked={draft.reasons.includes(reason)}
                onChange={(_, { checked }) => onChange(withReason(draft, reason, checked === true, itemIds))}
                label={<WithVerdict name={say(`reason.${reason}`)} views={views} />}
              />
            </li>
          )
        })}
      </ul>
      <Items {...props} />
    </>
  )
}

function Items({ detail, draft, onChange }: ChoicesProps) {
  const say = useText()
  const { items } = detail.claim.form
  return (
    <>
      <h3 id="request-items">{say('decide.items')}</h3>
      <ul className={css.details} aria-labelledby="request-items">
        {items.map((item) => (
          <li key={item.id}>
            <Checkbox
              className={`${css.choice}`}
              checked={draft.items.includes(item.id)}
              onChange={(_, { checked }) => onChange(withItem(draft, item.id, checked === true))}
              label={<WithVerdict name={item.name} views={viewsOfItem(item, detail.criteria)} />}
            />
          </li>
        ))}
      </ul>
      {draft.items.length === 0 && <p className={css.hint}>{say('decide.items.none')}</p>}
      {draft.items.length > 0 && mayAskToRemove(detail.policy) && (
        <Checkbox
          className={`${css.choice}`}
          checked={draft.mayRemoveItems}
          onChange={(_, { checked }) => onChange({ ...draft, mayRemoveItems: checked === true })}
          label={say('decide.mayRemove')}
        />
      )}
    </>
  )
}

function WithVerdict({ name, views }: { readonly name: string; readonly views: readonly CriterionView[] }) {
  const say = useText()
  const verdict = worstStanding(views)
  return (
    <>
      <span className={css.name}>{name}</span>
      <span className={css.because}>
        {verdict === null ? say('verdict.none') : say(`verdict.${verdict}`)}
      </span>
    </>
  )
}

function viewsOfItem({ id }: ClaimItem, criteria: readonly CriterionView[]): readonly CriterionView[] {
  return criteria.filter(({ criterion, item }) => criterion === 'products' && item === id)
}
