import type { CaseOutcome } from '../../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import { rungName } from './departure.ts'
import {
  atInstant,
  fact,
  FactRows,
  partnerWords,
  SectionHead,
  type SectionProps,
  type Sheet,
} from './sheet.tsx'

/** What was decided, by whom and why; or that it was not. */
export function OutcomeSection({ sheet }: SectionProps) {
  const { say, facts } = sheet
  const { outcome } = facts.one
  return (
    <section>
      <SectionHead>{say('outcome.label')}</SectionHead>
      {outcome === null ? <p>{undecidedWords(sheet)}</p> : <Decided sheet={sheet} outcome={outcome} />}
    </section>
  )
}

function undecidedWords({ say, facts: { one, isOnItsWay } }: Sheet): string {
  if (isOnItsWay) return say('caseFile.outcome.onItsWay')
  return one.dissolved === null
    ? say('caseFile.outcome.none', { state: say(`case.state.${one.state}`) })
    : say(`outcome.dissolved.${one.dissolved}`)
}

interface DecidedProps extends SectionProps {
  readonly outcome: CaseOutcome
}

function Decided({ sheet, outcome }: DecidedProps) {
  const { say } = sheet
  const { winner, at, by, rung, reason, pendingEnds } = outcome
  return (
    <FactRows
      rows={[
        fact(
          say('caseFile.outcome.winner'),
          <b>{winner === null ? say('caseFile.outcome.nobody') : partnerWords(sheet, winner)}</b>,
        ),
        fact(say('caseFile.outcome.by'), by.name),
        fact(say('caseFile.outcome.at'), atInstant(sheet, at)),
        fact(say('caseFile.outcome.rung'), rung === null ? say('rung.name.discretion') : rungName(rung, say)),
        fact(say('caseFile.outcome.reason'), <span className="said">{reason}</span>),
        fact(
          say('caseFile.outcome.pendingEnds'),
          pendingEnds.length === 0 ? null : (
            <ul>
              {pendingEnds.map(({ claimId, items }) => (
                <li key={claimId}>
                  {say('caseFile.outcome.pendingEnd', {
                    party: partnerWords(sheet, claimId),
                    items: itemNames(sheet, claimId, items),
                  })}
                </li>
              ))}
            </ul>
          ),
        ),
      ]}
    />
  )
}

/** As the claim calls them; their ids where the claim is not here. */
function itemNames({ facts }: Sheet, claimId: string, items: readonly string[]): string {
  const claim = facts.parties.find(({ party }) => party.claimId === claimId)?.claim
  return items.map((id) => claim?.record.form.items.find((item) => item.id === id)?.name ?? id).join(', ')
}
