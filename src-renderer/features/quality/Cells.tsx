import type { SampleCell } from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import { useText } from '../../format/useText.ts'
import { valueOf } from '../../stores/load.ts'
import { useShared } from '../../stores/Stores.tsx'
import css from './QualityPage.module.css'

interface CellsProps {
  readonly cells: readonly SampleCell[]
}

/** Of what a sample was drawn: every kind of decision with how many there were and how many were drawn, so that figures can be weighed. */
export function Cells({ cells }: CellsProps) {
  const say = useText()
  const nameOf = useNames()
  const rows = cells
    .map((cell) => ({ ...cell, name: nameOf(cell.deciderId) }))
    .toSorted((a, b) => a.name.localeCompare(b.name) || b.of - a.of)
  const sum = (of: 'of' | 'drawn') => rows.reduce((whole, cell) => whole + cell[of], 0)
  return (
    <details className={css.cells} data-cells={rows.length}>
      <summary>{say('cells.title', { cells: rows.length, drawn: sum('drawn'), of: sum('of') })}</summary>
      <p className={css.hint}>{say('cells.hint')}</p>
      <div className={css.tall} role="group" aria-label={say('cells.name')} tabIndex={0}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{say('cells.decider')}</th>
              <th scope="col">{say('cells.outcome')}</th>
              <th scope="col">{say('cells.criterion')}</th>
              <th scope="col">{say('cells.risk')}</th>
              <th scope="col">{say('cells.of')}</th>
              <th scope="col">{say('cells.drawn')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ deciderId, name, outcome, criterion, risk, of, drawn }) => (
              <tr key={`${deciderId} ${outcome} ${criterion} ${risk}`}>
                <th scope="row">{name}</th>
                <td>{say(`quality.outcome.${outcome}`)}</td>
                <td>{criterion === null ? say('cells.noCriterion') : say(`criterion.${criterion}`)}</td>
                <td>{say(`cells.risk.${risk}`)}</td>
                <td className="pd-num">{of}</td>
                <td className="pd-num">{drawn}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

/** People by their names; whoever left the team by the id that their decisions bear. */
function useNames(): (userId: string) => string {
  const session = useShared('session', (state) => valueOf(state.session))
  const people = session === null ? [] : [session.user, ...session.others, ...session.colleagues]
  return (userId) => people.find((person) => person.userId === userId)?.name ?? userId
}
