import { useIntl } from 'react-intl'
import type { CaseDetail } from '../../../../src-preload/contract/arbitration.ts'
import type { OutreachEntry } from '../../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { formatDue, formatInstant } from '../../../../src-preload/words/dates.ts'
import { type Say, useText } from '../../../format/useText.ts'
import { useShared, useStores } from '../../../stores/Stores.tsx'
import { Button } from '../../../ui/Button.tsx'
import css from './OutreachCell.module.css'

interface OutreachCellProps {
  readonly detail: CaseDetail
  readonly claimId: ClaimId
}

/** The log of one party: what it was asked and told, when, by when it is to answer, and what it did (S-128). */
export function OutreachCell({ detail, claimId }: OutreachCellProps) {
  const say = useText()
  const { approach } = useStores()
  const party = detail.case.parties.find((one) => one.claimId === claimId)
  const actions = detail.claims.find((one) => one.claimId === claimId)?.actions ?? []
  const blocks = actions.find(({ action }) => action === 'case_ask')?.blocks ?? []
  const isWaiting = blocks.some(({ reason }) => reason === 'operation_pending')
  const mayAsk = actions.length > 0 && blocks.length === 0
  if (party === undefined) return null
  return (
    <div className={css.log}>
      {party.outreach.length === 0 && !isWaiting && (
        <span className={css.second}>{say('arbitration.ask.log.none')}</span>
      )}
      <ul>
        {party.outreach.map((entry) => (
          <li key={entry.entryId}>
            <Entry entry={entry} />
          </li>
        ))}
      </ul>
      {isWaiting && <span className={css.second}>{say('block.operation_pending')}</span>}
      {mayAsk && (
        <Button
          density="small"
          aria-label={say('arbitration.ask.one.long', { partner: party.partnerName })}
          onClick={() => approach.getState().open(detail.case.caseId, 'ask', [claimId])}
        >
          {say('arbitration.ask.one')}
        </Button>
      )}
    </div>
  )
}

function Entry({ entry }: { readonly entry: OutreachEntry }) {
  const say = useText()
  const { locale } = useIntl()
  const nowMs = useShared('now', (state) => state.minuteMs)
  const { kind, asks, at, byName } = entry
  const day = formatInstant(locale, at, 'shortDay')
  return (
    <>
      <b>{say(`arbitration.ask.log.${kind}`, { day, name: byName })}</b>
      {asks.length > 0 && <span>{asks.map((ask) => say(`arbitration.ask.what.${ask}`)).join(', ')}</span>}
      {kind === 'ask' && <span className={css.second}>{answerWords(entry, { say, locale, nowMs })}</span>}
    </>
  )
}

function answerWords(
  { dueAt, answeredAt, answer }: OutreachEntry,
  { say, locale, nowMs }: { readonly say: Say; readonly locale: string; readonly nowMs: number },
): string {
  if (answeredAt !== null && answer !== null)
    return say(`arbitration.ask.log.answered.${answer}`, {
      day: formatInstant(locale, answeredAt, 'shortDay'),
    })
  if (dueAt === null) return ''
  const due = formatDue(locale, dueAt, 'moment')
  return say(Date.parse(dueAt) <= nowMs ? 'arbitration.ask.log.over' : 'arbitration.ask.log.due', { due })
}
