import { useText } from '../../../format/useText.ts'
import { useShared } from '../../../stores/Stores.tsx'
import css from './FilterProblems.module.css'

/** Parts that were not understood narrow nothing down: said in words, as long as they stand there. */
export function FilterProblems() {
  const say = useText()
  const chips = useShared('filter', (state) => state.chips)
  const problems = chips.filter((term) => term.kind === 'problem')
  if (problems.length === 0) return null
  return (
    <div className={css.problems} role="status">
      <ul>
        {problems.map(({ text, problem, word, at }) => (
          <li key={`${text} ${at.start}`}>
            {say('filter.ignored', { part: text, why: say(`filter.problem.${problem}`, { word }) })}
          </li>
        ))}
      </ul>
    </div>
  )
}
