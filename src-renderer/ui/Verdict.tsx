import { useText } from '../format/useText.ts'
import type { Standing } from '../stores/shownVerdict.ts'
import { VerdictShape } from './glyphs.tsx'
import css from './Verdict.module.css'

const TONE = {
  met: css.met,
  not_met: css.notMet,
  cannot_tell: css.cannotTell,
  to_confirm: css.cannotTell,
  not_applicable: css.notApplicable,
} as const satisfies Record<Standing, unknown>

/** Shape with its word. Without `withWord` the word is the tooltip and the accessible name. */
export function Verdict({
  verdict,
  withWord = false,
}: {
  readonly verdict: Standing
  readonly withWord?: boolean
}) {
  const say = useText()
  const word = say(`verdict.${verdict}`)
  const className = `${css.verdict} ${TONE[verdict]}`
  return withWord ? (
    <span className={className}>
      <VerdictShape verdict={verdict} />
      <span className={css.word}>{word}</span>
    </span>
  ) : (
    <span className={className} role="img" aria-label={word} title={word}>
      <VerdictShape verdict={verdict} />
    </span>
  )
}
