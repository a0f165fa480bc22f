import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import { DECISION_REASONS } from '../../../src-preload/contract/vocabulary/words.ts'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import { actWords } from '../../../src-preload/words/logWords.ts'
import { statusWords } from '../../../src-preload/words/statusWords.ts'
import { useText } from '../../format/useText.ts'
import { type RecordProps, Section } from './RecordSection.tsx'
import { RecordCriteria } from './RecordCriteria.tsx'
import css from './RecordPage.module.css'

/** All that a record says, to be read and nothing else: instants as they were written, nothing leads to the claim of today. */
export function RecordView({ record }: RecordProps) {
  return (
    <article className={css.record}>
      <Decision record={record} />
      <Letter record={record} />
      <Claim record={record} />
      <RecordCriteria record={record} />
      <Papers record={record} />
      <History record={record} />
      <Log record={record} />
      <Making record={record} />
    </article>
  )
}

function Facts({ rows }: { readonly rows: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className={css.facts}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function useAt(): (instant: string) => string {
  const { locale } = useIntl()
  return (instant) => formatInstant(locale, instant, 'record', 'UTC')
}

function Decision({ record: { decision, policy, claim } }: RecordProps) {
  const say = useText()
  const at = useAt()
  const { reasons, note } = decision.action
  const said = Array.isArray(reasons) ? DECISION_REASONS.filter((reason) => reasons.includes(reason)) : []
  return (
    <Section title={say('record.decision')}>
      <Facts
        rows={[
          [say('record.act'), say(`operation.${decision.kind}`)],
          [
            say('table.by'),
            say('record.person', { name: decision.byName, role: say(`role.${decision.role}`) }),
          ],
          [say('record.at'), at(decision.madeAt)],
          [say('table.sending'), say(`record.standing.${decision.standing}`)],
          [
            say('table.reasons'),
            said.map((reason) => say(`reason.${reason}`)).join(', ') || say('record.nothing'),
          ],
          [say('record.note'), typeof note === 'string' && note !== '' ? note : say('record.nothing')],
          [say('record.policy'), policyWords(decision.policy, policy?.title ?? null)],
          [
            say('record.calendar'),
            claim.calendar === null ? say('record.nothing') : policyWords(claim.calendar, null),
          ],
          [say('table.revision'), String(decision.claimRevision)],
        ]}
      />
    </Section>
  )
}

const policyWords = ({ id, version }: { id: string; version: number }, title: string | null): string =>
  title === null ? `${id}@${version}` : `${title}, ${id}@${version}`

function Letter({ record: { decision } }: RecordProps) {
  const say = useText()
  return (
    <Section title={say('record.letter')}>
      {decision.letter === '' ? (
        <p>{say('record.letter.none')}</p>
      ) : (
        <blockquote>{decision.letter}</blockquote>
      )}
    </Section>
  )
}

function Claim({ record: { claim } }: RecordProps) {
  const say = useText()
  const at = useAt()
  const { form } = claim
  return (
    <Section title={say('page.claim')}>
      <Facts
        rows={[
          [say('table.claim'), form.claimName],
          [say('table.claimId'), form.claimId],
          [say('table.status'), statusWords(claim, say)],
          [say('table.customer'), `${form.customer.companyName} · ${form.customer.tenantId}`],
          [say('table.partner'), `${form.partnerCompanyName} · ${form.mpnId}`],
          [say('table.program'), say(`program.${form.program}`)],
          [say('table.items'), form.items.map(({ name }) => name).join(', ')],
          [say('record.submitted'), at(form.submittedAt)],
        ]}
      />
    </Section>
  )
}

function Papers({ record: { claim, papers, pagesSeen } }: RecordProps) {
  const say = useText()
  return (
    <Section title={say('record.papers')}>
      <ul className={css.list}>
        {claim.documents.map(({ documentId, fileName, sha256 }) => (
          <li key={documentId}>
            <b>{fileName}</b> {papers.includes(sha256) ? say('record.paper.here') : say('record.paper.hash')}
            <span className={`${css.mono} ${css.hash}`}>{sha256}</span>
            {pagesSeen
              .filter((seen) => seen.sha256 === sha256)
              .map((seen) => (
                <span className={css.second} key={`${seen.by} ${seen.inside}`}>
                  {seen.pages === ''
                    ? say('record.paper.opened', { who: seen.by })
                    : say('record.paper.seen', { who: seen.by, pages: seen.pages })}
                </span>
              ))}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function History({ record: { history } }: RecordProps) {
  const say = useText()
  const at = useAt()
  return (
    <Section title={say('record.history')}>
      <ul className={css.list}>
        {history.history.map((entry) => (
          <li key={entry.entryId}>
            <span className={`${css.second} pd-num`}>{at(entry.at)}</span>
            {say(`history.${entry.kind}`, { name: entry.actorName })}
          </li>
        ))}
        {history.comments.map((comment) => (
          <li key={comment.commentId}>
            <span className={`${css.second} pd-num`}>{at(comment.at)}</span>
            <b>{comment.authorName}</b> {comment.text}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Log({ record: { audit } }: RecordProps) {
  const say = useText()
  const at = useAt()
  return (
    <Section title={say('record.log')}>
      <ul className={css.list}>
        {audit.map(({ entry, at: when, actor, act, hash }) => (
          <li key={entry}>
            <span className={`${css.second} pd-num`}>{at(when)}</span>
            {actWords(act, say)}, {actor}
            <span className={`${css.mono} ${css.hash}`}>{hash}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Making({ record: { made } }: RecordProps) {
  const say = useText()
  const at = useAt()
  const { by, version, checker, reader } = made
  return (
    <Section title={say('record.made')}>
      <Facts
        rows={[
          [say('table.by'), say('record.person', { name: by.name, role: say(`role.${by.role}`) })],
          [say('record.at'), at(made.at)],
          [say('record.versions'), `Proofdesk ${version} · ${checker} · ${reader}`],
        ]}
      />
    </Section>
  )
}
