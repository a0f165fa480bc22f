import { useIntl } from 'react-intl'
import type { CaseDetail } from '../../../src-preload/contract/arbitration.ts'
import type { BoardParty } from '../../../src-preload/contract/caseBoard.ts'
import type { DayRange } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ReadFact } from '../../../src-preload/contract/vocabulary/handWordShape.ts'
import { CRITERIA, type Criterion } from '../../../src-preload/contract/vocabulary/words.ts'
import { hashOf } from '../../app/routes.ts'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import { dayWords, engagementWords } from '../../../src-preload/words/rungWords.ts'
import { statusWords } from '../../../src-preload/words/statusWords.ts'
import { type Say, useText } from '../../format/useText.ts'
import { Tag } from '../../ui/Tag.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { letterIn } from '../../../src-preload/words/letters.ts'
import type { CasePanesModel } from './panes/useCasePanes.ts'
import type { PlacedRow } from './panes/partyPlaces.ts'
import { Places } from './Places.tsx'
import { RowName } from './RowName.tsx'
import { DaysCell } from './verify/DaysCell.tsx'
import { DetailsCell } from './verify/DetailsCell.tsx'
import css from './BoardTable.module.css'

interface BoardTableProps {
  /** Left to right. */
  readonly parties: readonly BoardParty[]
  readonly onlyDifferences: boolean
  /** Null = there are no papers below. */
  readonly model: CasePanesModel | null
  readonly detail: CaseDetail
  readonly mayVerify: boolean
  /** Rows below the compared ones. */
  readonly more: readonly BoardRow[]
}

/** Criteria and dates as rows, parties as columns. Rows that say the same of all may be put away. */
export function BoardTable({ parties, onlyDifferences, model, detail, mayVerify, more }: BoardTableProps) {
  const say = useText()
  const { locale } = useIntl()
  const rows = [...rowsOf({ say, locale, detail, mayVerify }), ...more]
  const shown = onlyDifferences ? rows.filter(({ word }) => differs(parties, word)) : rows
  const hidden = rows.length - shown.length
  return (
    // A browser leaves what it can see an edge of where it is.
    <div
      className={css.scroll}
      onFocus={({ target }) => target.scrollIntoView({ block: 'nearest', inline: 'nearest' })}
    >
      <table className={css.table}>
        <caption className="pd-sr">{say('board.name')}</caption>
        <thead>
          <tr>
            <td className={css.corner}>{hidden > 0 && say('board.hidden', { count: hidden })}</td>
            {parties.map((party) => (
              <PartyHead key={party.claimId} party={party} letter={letterIn(parties, party.claimId)} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.name}>
              <th scope="row">
                <RowName name={row.name} row={row.placed} model={model} />
              </th>
              {parties.map((party) => (
                <td key={party.claimId}>
                  <span className={css.verdict}>
                    {row.cell(party)}
                    {row.placed !== null && model !== null && (
                      <Places
                        party={party}
                        letter={letterIn(parties, party.claimId)}
                        row={row.placed}
                        model={model}
                      />
                    )}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PartyHead({ party, letter }: { readonly party: BoardParty; readonly letter: string }) {
  const say = useText()
  const { claimId, partnerName, role } = party
  const state = `${claimId} · ${statusWords(party, say)}`
  return (
    <th scope="col" className={css.party}>
      <span className={css.partyLine}>
        <b className={css.letter}>{letter}</b>
        <a className={`${css.partner} pd-cut`} href={hashOf({ page: 'claim', claimId })} title={partnerName}>
          {partnerName}
        </a>
        <Tag>{say(`case.role.${role}`)}</Tag>
      </span>
      <span className={`${css.partyState} pd-cut`} title={state}>
        {state}
      </span>
    </th>
  )
}

export interface BoardRow {
  readonly name: string
  /** What two parties must share to be the same here. */
  readonly word: (party: BoardParty) => string
  readonly cell: (party: BoardParty) => React.ReactNode
  /** Null = it rests on no paper. */
  readonly placed: PlacedRow | null
}

const differs = (parties: readonly BoardParty[], word: BoardRow['word']): boolean =>
  new Set(parties.map(word)).size > 1

interface RowsWish extends Pick<BoardTableProps, 'detail' | 'mayVerify'> {
  readonly say: Say
  readonly locale: string
}

function rowsOf({ say, locale, ...by }: RowsWish): BoardRow[] {
  const daysRow = (
    what: ReadFact['what'],
    name: string,
    found: BoardRow['word'],
    placed: PlacedRow | null,
  ): BoardRow => {
    const word = (party: BoardParty) => (party.untold.includes(what) ? say('board.untold') : found(party))
    return {
      name,
      word,
      cell: (party) => (
        <DaysCell what={what} party={party} {...by}>
          {word(party)}
        </DaysCell>
      ),
      placed,
    }
  }
  const words = (days: DayRange | null) =>
    days === null ? say('board.none') : dayWords(days, { say, locale })
  return [
    ...CRITERIA.map(
      (criterion): BoardRow => ({
        name: say(`criterion.${criterion}`),
        word: (party) => judged(party, criterion)?.verdict ?? '',
        cell: (party) => <CriterionCell party={party} criterion={criterion} />,
        placed: criterion,
      }),
    ),
    daysRow(
      'acknowledged',
      say('board.acknowledged'),
      ({ acknowledged }) => words(acknowledged),
      'acknowledged',
    ),
    daysRow('statement', say('board.statement'), ({ statement }) => words(statement), null),
    daysRow(
      'engagement',
      say('board.engagement'),
      ({ engagement }) =>
        engagement === null ? say('board.none') : engagementWords(engagement, { say, locale }),
      'engagement',
    ),
    submittedRow(say, locale),
    {
      name: say('board.details'),
      word: ({ details }) => JSON.stringify(details.map(({ check, verdict }) => [check, verdict])),
      cell: (party) => <DetailsCell party={party} {...by} />,
      placed: null,
    },
  ]
}

function submittedRow(say: Say, locale: string): BoardRow {
  const word = ({ submittedAt }: BoardParty) => formatInstant(locale, submittedAt, 'day')
  return { name: say('board.submitted'), word, cell: word, placed: null }
}

const judged = ({ criteria }: BoardParty, criterion: Criterion) =>
  criteria.find((one) => one.criterion === criterion)

interface CriterionCellProps {
  readonly party: BoardParty
  readonly criterion: Criterion
}

function CriterionCell({ party, criterion }: CriterionCellProps) {
  const say = useText()
  const verdict = judged(party, criterion)?.verdict ?? null
  return verdict === null ? (
    <span className={css.second}>{say(party.checker === null ? 'verdict.none' : 'board.open')}</span>
  ) : (
    <Verdict verdict={verdict} withWord />
  )
}
