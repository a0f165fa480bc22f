import type { OutreachEntry } from '../../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import { statusWords } from '../../../../src-preload/words/statusWords.ts'
import type { FileParty } from '../caseFileFacts.ts'
import {
  atInstant,
  Heads,
  Letter,
  onDay,
  PartHead,
  SectionHead,
  type SectionProps,
  type Sheet,
} from './sheet.tsx'

/** Who is and was in the case, since when, and what each was asked and told. */
export function PartiesSection({ sheet }: SectionProps) {
  const { say, facts } = sheet
  const logged = facts.parties.filter(({ party }) => party.outreach.length > 0)
  const heads = ['party', 'role', 'since', 'told', 'reviewed', 'left'] as const
  return (
    <section>
      <SectionHead>{say('caseFile.parties')}</SectionHead>
      <table className="grid">
        <Heads names={heads.map((head) => say(`caseFile.parties.${head}`))} />
        <tbody>
          {facts.parties.map((one) => (
            <Party key={one.party.claimId} one={one} sheet={sheet} />
          ))}
        </tbody>
      </table>
      <PartHead>{say('caseFile.log')}</PartHead>
      {logged.length === 0 ? <p>{say('caseFile.log.none')}</p> : <Log sheet={sheet} parties={logged} />}
    </section>
  )
}

interface PartyProps extends SectionProps {
  readonly one: FileParty
}

function Party({ one: { letter, party, claim }, sheet }: PartyProps) {
  const { say } = sheet
  const { claimId, mpnId, partnerName, role, since, toldAt, firstReviewedAt, left } = party
  const day = (at: string | null): string => (at === null ? say('caseFile.parties.never') : onDay(sheet, at))
  return (
    <tr>
      <th scope="row">
        <Letter>{letter}</Letter> {partnerName}
        <span className="second block">
          {say('caseFile.parties.ids', { claim: claimId, location: mpnId })}
        </span>
        <span className="second block">
          {claim === null
            ? say('caseFile.notHere')
            : say('caseFile.parties.claim', {
                name: claim.record.form.claimName,
                status: statusWords(claim.record, say),
              })}
        </span>
      </th>
      <td>{say(`case.role.${role}`)}</td>
      <td>{onDay(sheet, since)}</td>
      <td>{day(toldAt)}</td>
      <td>{role === 'challenger' ? day(firstReviewedAt) : firstReviewedAt && day(firstReviewedAt)}</td>
      <td>{left !== null && `${onDay(sheet, left.at)}: ${say(`caseFile.left.${left.reason}`)}`}</td>
    </tr>
  )
}

interface LogProps extends SectionProps {
  readonly parties: readonly FileParty[]
}

function Log({ sheet, parties }: LogProps) {
  const { say } = sheet
  const heads = ['party', 'when', 'what', 'by', 'due', 'answer'] as const
  return (
    <table className="grid">
      <Heads names={heads.map((head) => say(`caseFile.log.${head}`))} />
      <tbody>
        {parties.flatMap(({ letter, party }) =>
          party.outreach.map((entry) => (
            <tr key={entry.entryId}>
              <th scope="row">
                <Letter>{letter}</Letter>
              </th>
              <td>{atInstant(sheet, entry.at)}</td>
              <td>{askedWords(entry, sheet)}</td>
              <td>{entry.byName}</td>
              <td>{entry.dueAt !== null && atInstant(sheet, entry.dueAt)}</td>
              <td>{answerWords(entry, sheet)}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}

function askedWords({ kind, asks }: OutreachEntry, { say }: Sheet): string {
  if (kind === 'tell') return say('caseFile.log.told')
  return say('caseFile.log.asked', { what: asks.map((ask) => say(`arbitration.ask.what.${ask}`)).join(', ') })
}

function answerWords({ kind, answer, answeredAt }: OutreachEntry, sheet: Sheet): string | null {
  if (kind === 'tell') return null
  return answer === null || answeredAt === null
    ? sheet.say('caseFile.log.unanswered')
    : sheet.say(`arbitration.ask.log.answered.${answer}`, { day: atInstant(sheet, answeredAt) })
}
