import type { CaseVote } from '../../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import { atInstant, Heads, partnerWords, SectionHead, type SectionProps, type Sheet } from './sheet.tsx'

/** What leads voted before it was decided, as far as it is open to whoever made this file. Nothing where nobody voted. */
export function VotesSection({ sheet }: SectionProps) {
  const { say, facts } = sheet
  const { votes, resolver } = facts.one
  if (votes.length === 0) return null
  const names = (['who', 'at', 'winner', 'reason'] as const).map((name) => say(`caseFile.votes.${name}`))
  return (
    <section>
      <SectionHead>{say('vote.label')}</SectionHead>
      {resolver !== null && <p>{say('vote.resolver.named', { name: resolver.name })}</p>}
      <table>
        <Heads names={names} />
        <tbody>
          {votes.map((vote) => (
            <VoteRow key={`${vote.userId} ${vote.at}`} sheet={sheet} vote={vote} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface VoteRowProps {
  readonly sheet: Sheet
  readonly vote: CaseVote
}

function VoteRow({ sheet, vote: { name, at, said } }: VoteRowProps) {
  const { say } = sheet
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{atInstant(sheet, at)}</td>
      {said === null ? (
        <td colSpan={2}>{say('caseFile.votes.sealed')}</td>
      ) : (
        <>
          <td>{said.winner === null ? say('caseFile.outcome.nobody') : partnerWords(sheet, said.winner)}</td>
          <td className="said">{said.reason}</td>
        </>
      )}
    </tr>
  )
}
