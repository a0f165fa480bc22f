import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import type { DomainFact, PartnerFact } from '../../../../src-preload/contract/vocabulary/lookupShape.ts'
import { useText } from '../../../format/useText.ts'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { Checked } from './Checked.tsx'
import { Id, Pairs, Section, Trouble } from './factParts.tsx'
import css from './ClaimFacts.module.css'

interface FactsProps {
  readonly detail: ClaimDetail
}

export function CustomerFacts({ detail }: FactsProps) {
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
      <DomainLines detail={detail} />
    </Section>
  )
}

/** S-69, S-101: whose each domain is, as far as somebody looked. */
function DomainLines({ detail }: FactsProps) {
  const { customer } = detail.claim.form
  return detail.claim.lookups.domains.map((fact) => (
    <div key={fact.domain} className={css.lookup}>
      <DomainOwner fact={fact} tenantId={customer.tenantId} />
      <Checked {...fact} isStale={detail.staleLookups.domains.includes(fact.domain)} />
    </div>
  ))
}

function DomainOwner({ fact, tenantId }: { readonly fact: DomainFact; readonly tenantId: string }) {
  const say = useText()
  const { domain } = fact
  if (fact.tenantId === tenantId)
    return <span className={css.line}>{say('domain.ofTenant', { domain })}</span>
  return (
    <Trouble>
      {fact.tenantId === null
        ? say('domain.ofNobody', { domain })
        : say('domain.ofOther', { domain, tenant: fact.tenantId })}
      {fact.tenantId !== null && <CopyButton text={fact.tenantId} what={say('copy.tenantId')} />}
    </Trouble>
  )
}

export function PartnerFacts({ detail }: FactsProps) {
  const say = useText()
  const { locale } = useIntl()
  const { partnerCompanyName, partnerDomains, mpnId } = detail.claim.form
  const fact = detail.claim.lookups.partner
  const language = new Intl.DisplayNames(locale, { type: 'language' }).of(detail.claim.partnerLanguage)
  return (
    <Section title={say('facts.partner')}>
      <p className={css.big}>{partnerCompanyName}</p>
      <Pairs
        pairs={[
          [
            say('facts.locationId'),
            <span key="id">
              <Id text={mpnId} what={say('copy.locationId')} />
              {fact?.isOrganisation !== true && <span className={css.second}>{say('partner.location')}</span>}
            </span>,
          ],
          partnerDomains.length > 0 ? [say('facts.domain'), partnerDomains.join(', ')] : null,
          [say('facts.language'), language ?? detail.claim.partnerLanguage],
        ]}
      />
      {fact !== null && <Location fact={fact} detail={detail} isStale={detail.staleLookups.partner} />}
    </Section>
  )
}

/** S-118, S-119: whether the location is enrolled and of which type, only as far as the look-up said so. */
function Location({
  fact,
  detail,
  isStale,
}: FactsProps & { readonly fact: PartnerFact; readonly isStale: boolean }) {
  const say = useText()
  const { partnerCompanyName, program } = detail.claim.form
  const name = fact.companyName
  return (
    <div className={css.lookup}>
      {!fact.isKnown && <Trouble>{say('partner.unknown')}</Trouble>}
      {fact.isOrganisation && <Trouble>{say('partner.organisation')}</Trouble>}
      {name !== null && name !== partnerCompanyName && (
        <Trouble>{say('partner.otherName', { name })}</Trouble>
      )}
      {fact.enrollments.map((one) =>
        one.enrolled || one.program !== program ? (
          <span key={one.program} className={css.line}>
            {say(one.enrolled ? 'partner.enrolled' : 'partner.notEnrolled', {
              program: say(`program.short.${one.program}`),
            })}
          </span>
        ) : (
          <Trouble key={one.program}>
            {say('partner.notEnrolled', { program: say(`program.short.${one.program}`) })}
          </Trouble>
        ),
      )}
      {fact.partnerType !== null && (
        <span className={css.line}>{say('partner.type', { type: fact.partnerType })}</span>
      )}
      <Checked {...fact} isStale={isStale} />
    </div>
  )
}
