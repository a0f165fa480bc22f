import { Fragment, type ReactNode } from 'react'
import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import type { ClaimItem, Clock, Contact } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { clockStageAt, timeLeftMs } from '../../format/clockStage.ts'
import { formatInstant } from '../../format/dates.ts'
import { useText } from '../../format/useText.ts'
import { shownVerdict } from '../../stores/shownVerdict.ts'
import { useShared } from '../../stores/Stores.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { clockWords } from '../../ui/DueClock.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { leadingClock } from './claimClocks.ts'
import css from './ClaimFacts.module.css'

/** What the partner states, and the clocks that run on it. */
export function ClaimFacts({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const { form } = detail.claim
  return (
    <aside className={css.facts} aria-label={say('facts.label')} data-pane="facts" tabIndex={-1}>
      <Clocks detail={detail} />
      <CustomerFacts detail={detail} />
      <PartnerFacts detail={detail} />
      <Items detail={detail} />
      <Section title={say('facts.contacts')}>
        <Person contact={form.customerContact} role={say('contact.customer')} />
        {form.technicalContact && <Person contact={form.technicalContact} role={say('contact.technical')} />}
        <Person contact={form.partnerContact} role={say('contact.partner')} />
      </Section>
      {form.revenue && (
        <Section title={say('facts.revenue')}>
          <Pairs
            pairs={[
              [say('facts.seller'), form.revenue.dynamicsSolutionSellerName],
              [say('facts.customer'), form.revenue.customerName],
              [say('facts.isvProduct'), form.revenue.isvProductName],
            ]}
          />
        </Section>
      )}
      <SubmissionFacts detail={detail} />
    </aside>
  )
}

function Section({ title, aside, children }: { title: string; aside?: string; children: ReactNode }) {
  return (
    <section className={css.section}>
      <h2>
        <span>{title}</span>
        {aside !== undefined && <span>{aside}</span>}
      </h2>
      {children}
    </section>
  )
}

function Pairs({ pairs }: { readonly pairs: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl>
      {pairs.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}

function CustomerFacts({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const { customer } = detail.claim.form
  const { domains, tenantId, country, isPublicSector } = customer
  return (
    <Section title={say('facts.customer')}>
      <p className={css.big}>{customer.companyName}</p>
      <Pairs
        pairs={[
          [say('facts.domain'), domains.length === 0 ? say('facts.unknown') : domains.join(', ')],
          [say('facts.tenantId'), <Id key="id" text={tenantId} what={say('copy.tenantId')} />],
          [say('facts.country'), country ?? say('facts.unknown')],
          [say('facts.sector'), say(isPublicSector ? 'facts.publicSector' : 'facts.privateSector')],
        ]}
      />
    </Section>
  )
}

function PartnerFacts({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const { locale } = useIntl()
  const { partnerCompanyName, partnerDomains, mpnId, purchaseChannel } = detail.claim.form
  const language = new Intl.DisplayNames(locale, { type: 'language' }).of(detail.claim.partnerLanguage)
  return (
    <Section title={say('facts.partner')}>
      <p className={css.big}>{partnerCompanyName}</p>
      <Pairs
        pairs={[
          [say('facts.partnerId'), <Id key="id" text={mpnId} what={say('copy.partnerId')} />],
          ...(partnerDomains.length > 0 ? [[say('facts.domain'), partnerDomains.join(', ')] as const] : []),
          [say('facts.language'), language ?? detail.claim.partnerLanguage],
          [
            say('facts.channel'),
            purchaseChannel === null ? say('facts.unknown') : say(`channel.${purchaseChannel}`),
          ],
        ]}
      />
    </Section>
  )
}

function SubmissionFacts({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const { locale } = useIntl()
  const { form, policy } = detail.claim
  return (
    <Section title={say('facts.submission')}>
      <Pairs
        pairs={[
          [say('facts.program'), say(`program.${form.program}`)],
          [
            say('facts.activities'),
            form.activities.map((activity) => say(`activity.${activity}`)).join(', '),
          ],
          [say('facts.submittedAt'), formatInstant(locale, form.submittedAt, 'moment')],
          [say('facts.policy'), say('facts.policy.value', { id: policy.id, version: policy.version })],
        ]}
      />
    </Section>
  )
}

/** A long id may break anywhere and is copied as a whole. */
function Id({ text, what }: { readonly text: string; readonly what: string }) {
  return (
    <span className="pd-num">
      {text} <CopyButton text={text} what={what} />
    </span>
  )
}

function Clocks({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const { clocks } = detail.claim
  const first = leadingClock(clocks)
  if (first === null) {
    return (
      <Section title={say('facts.clock', { timer: say('timer.review') })}>
        <p>{say('clock.none')}</p>
      </Section>
    )
  }
  const rest = clocks.filter((clock) => clock !== first)
  return (
    <>
      <OneClock clock={first} isFirst />
      {rest.map((clock) => (
        <OneClock key={clock.timer} clock={clock} />
      ))}
    </>
  )
}

function OneClock({ clock, isFirst = false }: { readonly clock: Clock; readonly isFirst?: boolean }) {
  const say = useText()
  const { locale } = useIntl()
  const nowMs = useShared('now', (state) => state.minuteMs)
  const left = timeLeftMs(clock, nowMs)
  const time = clockWords(clock, nowMs, locale, say)
  const stage = clockStageAt(clock, nowMs)
  return (
    <Section title={say('facts.clock', { timer: say(`timer.${clock.timer}`) })}>
      <p
        className={`${isFirst ? css.big : ''} ${stage === 'over' ? css.over : stage === 'late' ? css.late : ''}`}
      >
        {left !== null && left >= 0 ? say('clock.left', { time }) : time}
      </p>
      <p className={css.second}>
        {clock.dueAt === null
          ? say('clock.pausedLong')
          : say('clock.due', { due: formatInstant(locale, clock.dueAt, 'moment') })}
      </p>
    </Section>
  )
}

function Items({ detail }: { readonly detail: ClaimDetail }) {
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
  const verdict = view === undefined ? null : shownVerdict(view)
  return (
    <li>
      {verdict === null ? (
        <span className={css.noVerdict} title={say('verdict.none')} />
      ) : (
        <Verdict verdict={verdict} />
      )}
      <span>
        {item.name}
        {item.subscriptionId !== null && (
          <span className={css.second}>
            {say('facts.subscription')} <Id text={item.subscriptionId} what={say('copy.subscriptionId')} />
          </span>
        )}
      </span>
    </li>
  )
}

function Person({ contact, role }: { readonly contact: Contact; readonly role: string }) {
  const say = useText()
  return (
    <div className={css.person}>
      <p>
        <b>{contact.name}</b>, {role}
      </p>
      {contact.title !== null && <p className={css.second}>{contact.title}</p>}
      <p className={css.second}>
        {contact.email} <CopyButton text={contact.email} what={say('copy.email')} />
      </p>
    </div>
  )
}
