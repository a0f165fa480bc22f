import { useText } from '../../../format/useText.ts'
import type { Contact } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { ClockFacts } from '../clocks/ClockFacts.tsx'
import type { MatterProps } from '../matters/matterProps.ts'
import { Matters } from '../matters/Matters.tsx'
import { Pairs, Section } from './factParts.tsx'
import { FamilyFacts } from './FamilyFacts.tsx'
import { ItemFacts } from './ItemFacts.tsx'
import { PaperFacts } from './PaperFacts.tsx'
import { CustomerFacts, PartnerFacts } from './PartyFacts.tsx'
import { ProgramFacts } from './ProgramFacts.tsx'
import { SubmissionFacts } from './SubmissionFacts.tsx'
import css from './ClaimFacts.module.css'

/** The clocks that run, what is open between the parties, and what the partner states. */
export function ClaimFacts(props: MatterProps) {
  const say = useText()
  const { detail } = props
  const { form } = detail.claim
  return (
    <aside className={css.facts} aria-label={say('facts.label')} data-pane="facts" tabIndex={-1}>
      <ClockFacts detail={detail} />
      <Matters {...props} />
      <CustomerFacts detail={detail} />
      <PartnerFacts detail={detail} />
      <ItemFacts detail={detail} />
      <FamilyFacts detail={detail} />
      <ProgramFacts detail={detail} />
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
      <PaperFacts {...props} />
      <SubmissionFacts detail={detail} />
    </aside>
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
