import { historyOf } from '../caseHistory.ts'
import { atInstant, Heads, Letter, SectionHead, type SectionProps } from './sheet.tsx'

/** Everything of the case that has an instant, in its order. */
export function HistorySection({ sheet }: SectionProps) {
  const { say, facts, letterOf } = sheet
  const heads = ['when', 'party', 'what'] as const
  return (
    <section>
      <SectionHead>{say('caseFile.history')}</SectionHead>
      <p className="second">{say('caseFile.history.clock')}</p>
      <table className="grid history">
        <Heads names={heads.map((head) => say(`caseFile.log.${head}`))} />
        <tbody>
          {historyOf(facts.one).map(({ at, claimId, what, name }, index) => (
            <tr key={`${at} ${index}`}>
              <th scope="row">{atInstant(sheet, at)}</th>
              <td>{claimId !== null && <Letter>{letterOf(claimId)}</Letter>}</td>
              <td>
                {say(`caseFile.event.${what}`)}
                {name !== null && ` · ${name}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
