import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle'
import type { RefObject } from 'react'
import type { TextFinding } from '../../src-preload/contract/claims.ts'
import { useText } from '../format/useText.ts'
import { Button } from './Button.tsx'
import css from './FindingList.module.css'

interface Mend {
  readonly fits: (finding: TextFinding) => boolean
  readonly name: string
  readonly run: (finding: TextFinding) => void
}

interface FindingListProps {
  readonly findings: readonly TextFinding[]
  /** The field that holds the text in which they stand. */
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly wordsOf: (finding: TextFinding) => string
  /** What can be done at once about some of them; left out = each is reworded by hand. */
  readonly mend?: Mend
}

/** Why a text may not leave, each with its place in it. */
export function FindingList({ findings, field, wordsOf, mend }: FindingListProps) {
  const say = useText()
  const show = ({ start, end }: TextFinding) => {
    field.current?.focus()
    field.current?.setSelectionRange(start, end)
  }
  return (
    <ul
      className={css.findings}
      aria-label={say('guard.label')}
      aria-live="polite"
      hidden={findings.length === 0}
    >
      {findings.map((finding) => (
        <li key={`${finding.kind} ${finding.start}`} className={css.finding}>
          <ErrorCircle16Filled className={`${css.icon}`} />
          <span className={css.words}>
            {wordsOf(finding)} <q className={css.quote}>{shortened(finding.quote)}</q>
          </span>
          <span className={css.ways}>
            <Button density="small" appearance="subtle" onClick={() => show(finding)}>
              {say('guard.show')}
            </Button>
            {mend?.fits(finding) === true && (
              <Button density="small" onClick={() => mend.run(finding)}>
                {mend.name}
              </Button>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

const MOST_QUOTED = 120
const shortened = (quote: string): string =>
  quote.length <= MOST_QUOTED ? quote : `${quote.slice(0, MOST_QUOTED).trimEnd()}…`
