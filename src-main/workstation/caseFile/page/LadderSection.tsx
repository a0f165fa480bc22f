import type { RungResult } from '../../../../src-preload/contract/vocabulary/ladderShape.ts'
import { formatDay } from '../../../../src-preload/words/dates.ts'
import { outcomeWords, suggestionWords, valueWords } from '../../../../src-preload/words/rungWords.ts'
import { departureWords } from './departure.ts'
import { Heads, SectionHead, type SectionProps, type Sheet } from './sheet.tsx'

/** The ladder rung by rung: what each party has on it, what came of it, and whether the lead went by it. */
export function LadderSection({ sheet }: SectionProps) {
  const { say, locale, facts } = sheet
  const { ladder, today } = facts.board
  const rungs = ladder?.outcome === 'compared' ? ladder.rungs : []
  const decides =
    ladder?.outcome === 'compared' && ladder.suggestion.kind === 'clear' ? ladder.suggestion.rung : null
  return (
    <section>
      <SectionHead>{say('ladder.name')}</SectionHead>
      <p>
        <b>{suggestionWords(ladder, sheet)}</b> {departureWords(sheet, ladder)}
      </p>
      <p className="second">{say('caseFile.ladder.asOf', { day: formatDay(locale, today) })}</p>
      {rungs.length > 0 && (
        <table className="grid ladder">
          <Heads
            names={[say('caseFile.ladder.rung'), say('caseFile.ladder.values'), say('caseFile.ladder.comes')]}
          />
          <tbody>
            {rungs.map((rung) => (
              <Rung key={rung.rung} rung={rung} sheet={sheet} decides={rung.rung === decides} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

interface RungProps extends SectionProps {
  readonly rung: RungResult
  readonly decides: boolean
}

function Rung({ rung, sheet, decides }: RungProps) {
  const { say, letterOf } = sheet
  const inOrder = rung.parties.toSorted((a, b) => letterOf(a.claimId).localeCompare(letterOf(b.claimId)))
  return (
    <tr className={decides ? 'decides' : undefined}>
      <th scope="row">{say(`rung.name.${rung.rung}`)}</th>
      <td>
        <ul className="plain">
          {inOrder.map(({ claimId, value, isLeft }) => (
            <li key={claimId} className={isLeft ? undefined : 'second'}>
              {say('rung.value', { party: letterOf(claimId), value: valueWords(value, sheet) })}
              {!isLeft && ` · ${say('rung.out')}`}
            </li>
          ))}
        </ul>
      </td>
      <td>
        {leavesWords(rung, sheet)} {outcomeWords(rung.outcome, sheet)}{' '}
        {decides && <b>{say('rung.decides')}</b>}
      </td>
    </tr>
  )
}

function leavesWords({ leftBehind }: RungResult, { say, letterOf }: Sheet): string {
  const parties = leftBehind.map(letterOf).toSorted().join(', ')
  return leftBehind.length === 0 ? '' : say('rung.leaves', { parties, count: leftBehind.length })
}
