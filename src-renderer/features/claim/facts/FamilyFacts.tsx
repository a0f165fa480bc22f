import { useEffect, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import type { FamilyMember } from '../../../../src-preload/contract/related.ts'
import { type Kinship, KINSHIPS } from '../../../../src-preload/contract/vocabulary/words.ts'
import { hashOf } from '../../../app/routes.ts'
import { useCommand } from '../../../app/useCommand.ts'
import { formatInstant } from '../../../../src-preload/words/dates.ts'
import { statusWords } from '../../../../src-preload/words/statusWords.ts'
import { useText } from '../../../format/useText.ts'
import { useStores } from '../../../stores/Stores.tsx'
import { useRead } from '../../../stores/useRead.ts'
import { Button } from '../../../ui/Button.tsx'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { Section } from './factParts.tsx'
import css from './ClaimFacts.module.css'

/** The other claims of this customer: who competes, what came before, what else there is (A4 of the peers' list). */
export function FamilyFacts({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const { client } = useStores()
  const { claimId } = detail.claim.form
  const [changes, setChanges] = useState(0)
  const [read, again] = useRead('claims.family', { claimId }, changes)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => client.events.on('claims.changed', () => setChanges((count) => count + 1)), [client])
  useCommand('claim.family', () => {
    focusFirst(list.current)
    list.current?.scrollIntoView({ block: 'nearest' })
  })
  // Whoever came before the list was read stands at its place, and goes on to the first as soon as it is there.
  useEffect(() => {
    if (read.status === 'ready' && document.activeElement === list.current) focusFirst(list.current)
  }, [read.status])
  const count = read.status === 'ready' ? read.value.total : null
  return (
    <div ref={list} tabIndex={-1} className={css.family}>
      <Section title={say('family.title')} {...(count !== null && { aside: count })}>
        {read.status === 'failed' ? (
          <p className={css.second}>
            {say('family.failed')} <Button onClick={again}>{say('state.again')}</Button>
          </p>
        ) : (
          read.status === 'ready' && <Members {...read.value} />
        )}
      </Section>
    </div>
  )
}

/** The first link of the list, or the list while it has none. */
function focusFirst(list: HTMLElement | null): void {
  const first = list?.querySelector('a') ?? list
  first?.focus()
}

function Members({ members, total }: { readonly members: readonly FamilyMember[]; readonly total: number }) {
  const say = useText()
  if (members.length === 0) return <p className={css.second}>{say('family.none')}</p>
  return (
    <>
      {KINSHIPS.map((kinship) => (
        <Kin key={kinship} kinship={kinship} members={members.filter((one) => one.kinship === kinship)} />
      ))}
      {total > members.length && (
        <p className={css.second}>{say('family.more', { count: total - members.length })}</p>
      )}
    </>
  )
}

function Kin({ kinship, members }: { readonly kinship: Kinship; readonly members: readonly FamilyMember[] }) {
  const say = useText()
  if (members.length === 0) return null
  return (
    <>
      <h3>{say(`kinship.${kinship}`)}</h3>
      <ul className={css.papers}>
        {members.map((member) => (
          <Member key={member.claimId} member={member} />
        ))}
      </ul>
    </>
  )
}

function Member({ member }: { readonly member: FamilyMember }) {
  const say = useText()
  const { locale } = useIntl()
  const { claimId, claimName, partnerName, items, shared, submittedAt, stateChangedAt, kinship } = member
  const day = (instant: string) => formatInstant(locale, instant, 'day')
  return (
    <li>
      <a className={css.link} href={hashOf({ page: 'claim', claimId })}>
        {claimName}
      </a>
      <span className={css.line}>{statusWords(member, say)}</span>
      <span className={css.second}>
        {say('family.of', { partner: partnerName, id: claimId })}{' '}
        <CopyButton text={claimId} what={say('copy.claimId')} />
      </span>
      <span className={css.second}>{items.join(', ')}</span>
      {shared.length > 0 && kinship !== 'same_partner' && (
        <span className={css.line}>{say('family.shared', { items: shared.join(', ') })}</span>
      )}
      <span className={css.second}>
        {say('family.days', { submitted: day(submittedAt), changed: day(stateChangedAt) })}
      </span>
    </li>
  )
}
