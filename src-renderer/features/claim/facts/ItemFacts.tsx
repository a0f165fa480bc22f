import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import type { ClaimItem } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { SubscriptionFact } from '../../../../src-preload/contract/vocabulary/lookupShape.ts'
import { formatDay } from '../../../../src-preload/words/dates.ts'
import { useText } from '../../../format/useText.ts'
import { standingOf } from '../../../stores/shownVerdict.ts'
import { Verdict } from '../../../ui/Verdict.tsx'
import { Checked } from './Checked.tsx'
import { Id, Section, Trouble } from './factParts.tsx'
import css from './ClaimFacts.module.css'

export function ItemFacts({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const { items, activities } = detail.claim.form
  return (
    <Section
      title={say('facts.items')}
      aside={activities.map((activity) => say(`activity.${activity}`)).join(', ')}
    >
      <ul className={css.items}>
        {items.map((item) => (
          <Item key={item.id} item={item} detail={detail} />
        ))}
      </ul>
    </Section>
  )
}

function Item({ item, detail }: { readonly item: ClaimItem; readonly detail: ClaimDetail }) {
  const say = useText()
  const view = detail.criteria.find((each) => each.criterion === 'products' && each.item === item.id)
  const verdict = view === undefined ? null : standingOf(view)
  const fact = detail.claim.lookups.subscriptions.find(({ itemId }) => itemId === item.id)
  const subscriptionId = fact?.subscriptionId ?? item.subscriptionId
  const isFlagged = detail.policy?.catalogueFlags[item.productId] !== undefined
  return (
    <li>
      {verdict === null ? (
        <span className={css.noVerdict} title={say('verdict.none')} />
      ) : (
        <Verdict verdict={verdict} />
      )}
      <div>
        <p>{item.name}</p>
        {detail.unknownProducts.includes(item.productId) && (
          <Trouble>{say('product.unknown', { id: item.productId })}</Trouble>
        )}
        {isFlagged && <Trouble>{say('product.checkGuide')}</Trouble>}
        {subscriptionId !== null && (
          <span className={css.second}>
            {say('facts.subscription')} <Id text={subscriptionId} what={say('copy.subscriptionId')} />
          </span>
        )}
        {fact !== undefined && (
          <Subscription
            fact={fact}
            itemName={item.name}
            isStale={detail.staleLookups.subscriptions.includes(item.id)}
          />
        )}
      </div>
    </li>
  )
}

interface SubscriptionProps {
  readonly fact: SubscriptionFact
  readonly itemName: string
  readonly isStale: boolean
}

/** S-102 to S-109, S-123, S-124: what the look-up knows of the subscription; only what it said. */
function Subscription({ fact, itemName, isStale }: SubscriptionProps) {
  const say = useText()
  const { locale } = useIntl()
  const { status, provisioning, channel, endsOn, siblings, codes, productName } = fact
  const said = [
    status === null ? null : say(`subscriptionStatus.${status}`),
    provisioning === null ? null : say(`provisioning.${provisioning}`),
    channel === null ? null : say(`channel.${channel}`),
  ].filter((word) => word !== null)
  return (
    <>
      {productName !== null && productName !== itemName && (
        <span className={css.line}>{say('subscription.product', { name: productName })}</span>
      )}
      {said.length > 0 && <span className={css.line}>{said.join(' · ')}</span>}
      {endsOn !== null && (
        <span className={css.line} title={say('subscription.noTransfer')}>
          {say('subscription.ends', { day: formatDay(locale, endsOn) })}
        </span>
      )}
      {siblings !== null && siblings > 1 && (
        <span className={css.line}>{say('subscription.siblings', { count: siblings })}</span>
      )}
      {codes.map((code) => (
        <Trouble key={code}>{say(`subscriptionCode.${code}`)}</Trouble>
      ))}
      <Checked {...fact} isStale={isStale} />
    </>
  )
}
