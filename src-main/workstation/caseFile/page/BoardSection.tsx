import type { BoardParty } from '../../../../src-preload/contract/caseBoard.ts'
import type { ReadFact } from '../../../../src-preload/contract/vocabulary/handWordShape.ts'
import { CRITERIA, type Criterion, READ_FACTS } from '../../../../src-preload/contract/vocabulary/words.ts'
import { dayWords, engagementWords } from '../../../../src-preload/words/rungWords.ts'
import type { FileClaim } from '../caseFileFacts.ts'
import { Letter, onDay, partyOf, SectionHead, type SectionProps, type Sheet } from './sheet.tsx'

/** As many beside each other as a sheet of A4 has room for. */
const ABREAST = 3

/** Criteria, days and details of all between whom the case is decided, and by whom each verdict was given. */
export function BoardSection({ sheet }: SectionProps) {
  const { say, facts } = sheet
  const { parties, missing } = facts.board
  const groups = parties.flatMap((_, at) => (at % ABREAST === 0 ? [parties.slice(at, at + ABREAST)] : []))
  const heldBack = facts.parties.filter(({ claim }) => claim?.isHeldBack)
  return (
    <section>
      <SectionHead>{say('board.name')}</SectionHead>
      {missing.length > 0 && (
        <p className="warning">{say('caseFile.board.missing', { claims: missing.join(', ') })}</p>
      )}
      {heldBack.map(({ letter }) => (
        <p key={letter} className="warning">
          {say('caseFile.heldBack', { party: letter, name: facts.made.by.name })}
        </p>
      ))}
      {groups.map((group) => (
        <BoardTable key={group[0]?.claimId} parties={group} sheet={sheet} />
      ))}
    </section>
  )
}

interface BoardTableProps extends SectionProps {
  readonly parties: readonly BoardParty[]
}

function BoardTable({ parties, sheet }: BoardTableProps) {
  const { say, letterOf } = sheet
  const row = (name: string, cell: (party: BoardParty) => React.ReactNode) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      {parties.map((party) => (
        <td key={party.claimId}>{cell(party)}</td>
      ))}
    </tr>
  )
  return (
    <table className="grid board">
      <thead>
        <tr>
          <th scope="col">{say('caseFile.board.row')}</th>
          {parties.map(({ claimId, partnerName, role }) => (
            <th key={claimId} scope="col">
              <Letter>{letterOf(claimId)}</Letter> {partnerName}
              <span className="second block">{say(`case.role.${role}`)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {CRITERIA.map((criterion) =>
          row(say(`criterion.${criterion}`), (party) => (
            <CriterionCell party={party} criterion={criterion} sheet={sheet} />
          )),
        )}
        {READ_FACTS.map((fact) =>
          row(say(`board.${fact}`), (party) => <DaysCell party={party} fact={fact} sheet={sheet} />),
        )}
        {row(say('board.submitted'), ({ submittedAt }) => onDay(sheet, submittedAt))}
        {row(say('board.details'), (party) => (
          <DetailsCell party={party} sheet={sheet} />
        ))}
      </tbody>
    </table>
  )
}

interface CellProps extends SectionProps {
  readonly party: BoardParty
}

function CriterionCell({ party, criterion, sheet }: CellProps & { readonly criterion: Criterion }) {
  const { say, letterOf } = sheet
  const { claimId, criteria, checker } = party
  const verdict = criteria.find((one) => one.criterion === criterion)?.verdict ?? null
  const claim = partyOf(sheet, claimId)?.claim
  const numbers = (claim?.places ?? [])
    .filter(({ rows }) => rows.includes(criterion))
    .map(({ number }) => number)
  return (
    <>
      <b className={`verdict ${verdict ?? 'open'}`}>
        {verdict === null ? say(checker === null ? 'verdict.none' : 'board.open') : say(`verdict.${verdict}`)}
      </b>
      {numbers.length > 0 && (
        <span className="second"> {numbers.map((number) => `${letterOf(claimId)}${number}`).join(' ')}</span>
      )}
      {verdict !== null && (
        <span className="second block">
          {judgedBy(claim?.words ?? [], { criterion, item: party.item }, sheet)}
        </span>
      )}
    </>
  )
}

function judgedBy(
  words: FileClaim['words'],
  { criterion, item }: { readonly criterion: Criterion; readonly item: string },
  sheet: Sheet,
): string {
  const { say } = sheet
  const own = words.find((one) => one.criterion === criterion && (one.item === null || one.item === item))
  const reviewer = own?.reviewer ?? null
  if (reviewer === null) return say('caseFile.by.check')
  const { act, byName: name, at, reason } = reviewer
  const said = say(`caseFile.by.${act}`, { name, day: onDay(sheet, at) })
  return reason === null ? said : say('caseFile.by.reason', { said, reason })
}

function DaysCell({ party, fact, sheet }: CellProps & { readonly fact: ReadFact['what'] }) {
  const { say } = sheet
  const readers = party.readDays.filter(({ reading }) => reading.what === fact)
  return (
    <>
      {party.untold.includes(fact) ? say('board.untold') : daysFound(party, fact, sheet)}
      {readers.map(({ byName, at }) => (
        <span key={`${byName} ${at}`} className="second block">
          {say('arbitration.read.by', { name: byName, day: onDay(sheet, at) })}
        </span>
      ))}
    </>
  )
}

function daysFound(party: BoardParty, fact: ReadFact['what'], sheet: Sheet): string {
  const none = sheet.say('board.none')
  if (fact === 'engagement')
    return party.engagement === null ? none : engagementWords(party.engagement, sheet)
  const days = party[fact]
  return days === null ? none : dayWords(days, sheet)
}

function DetailsCell({ party: { details }, sheet }: CellProps) {
  const { say } = sheet
  return (
    <ul className="plain">
      {details.map(({ check, verdict, word }) => {
        const detail = say(`claimCheck.${check}`)
        return (
          <li key={check}>
            {word === null
              ? say('caseFile.detail', {
                  detail,
                  verdict: verdict === null ? say('board.open') : say(`verdict.${verdict}`),
                })
              : say(`arbitration.verify.said.${word.verdict}`, {
                  detail,
                  name: word.byName,
                  note: word.note,
                })}
          </li>
        )
      })}
    </ul>
  )
}
