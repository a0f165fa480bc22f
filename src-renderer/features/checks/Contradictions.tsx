import { useIntl } from 'react-intl'
import { useText } from '../../format/useText.ts'
import { Button } from '../../ui/Button.tsx'
import type { ChecksProps } from './ChecksPanel.tsx'
import { type Against, contradictionsIn } from './contradictions.ts'
import { EvidenceNumbers } from './EvidenceNumbers.tsx'
import { findingWords } from './findingWords.ts'
import css from './Contradictions.module.css'

interface ContradictionsProps extends ChecksProps {
  /** Shows where the form says so, by its words. */
  readonly onShowFact: (value: string) => void
}

/** Where the form says one thing and the proof another: both sides one click away. */
export function Contradictions({ detail, index, onShow, onShowFact }: ContradictionsProps) {
  const say = useText()
  const intl = useIntl()
  const found = contradictionsIn(detail, say, intl.locale)
  if (found.length === 0) return null
  return (
    <section className={css.part} aria-labelledby="contradictions">
      <h3 id="contradictions">{say('contradictions.title', { count: found.length })}</h3>
      <ul>
        {found.map(({ key, stated, value, finding }) => (
          <li key={key} className={css.line}>
            <span className={css.side}>{say(`contradictions.${stated}`)}</span>
            <Button
              density="small"
              appearance="subtle"
              className={`${css.value}`}
              onClick={() => onShowFact(value)}
            >
              {value}
            </Button>
            <span className={css.side}>{say('contradictions.proof')}</span>
            <span className={css.proof} title={findingWords(finding, intl)}>
              {readOf(finding) ?? findingWords(finding, intl)}
            </span>
            <span className={css.ends}>
              <EvidenceNumbers finding={finding} detail={detail} index={index} onShow={onShow} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const MOST_READ = 80

/** What stands on the page; null where the finding rests on what is not there. */
function readOf({ evidence }: Against): string | null {
  const read = evidence.find(({ text }) => text !== null)?.text ?? null
  if (read === null) return null
  return `“${read.length > MOST_READ ? `${read.slice(0, MOST_READ).trimEnd()}…` : read}”`
}
