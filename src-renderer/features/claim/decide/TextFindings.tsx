import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle'
import type { ClaimDetail, TextFinding } from '../../../../src-preload/contract/claims.ts'
import { type Say, useText } from '../../../format/useText.ts'
import { Button } from '../../../ui/Button.tsx'
import { withItem, withReason } from './decisionRules.ts'
import { withText } from './draftedLetter.ts'
import type { ChoicesProps } from './Letter.tsx'
import { useGuarded } from './useTextGuard.ts'
import css from './TextFindings.module.css'

interface TextFindingsProps extends ChoicesProps {
  readonly field: React.RefObject<HTMLTextAreaElement | null>
}

/** Why the text may not leave, each with its place in it. A complaint about what holds can be taken out; a leak is reworded by hand. */
export function TextFindings({ field, ...props }: TextFindingsProps) {
  const say = useText()
  const { act, detail, draft, onChange } = props
  const findings = useGuarded(act, draft)?.findings ?? []
  const show = ({ start, end }: TextFinding) => {
    field.current?.focus()
    field.current?.setSelectionRange(start, end)
  }
  const takeOut = (finding: TextFinding) => {
    onChange(without(props, finding))
    field.current?.focus()
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
            {wordsOf(finding, detail, say)} <q className={css.quote}>{shortened(finding.quote)}</q>
          </span>
          <span className={css.ways}>
            <Button density="small" appearance="subtle" onClick={() => show(finding)}>
              {say('guard.show')}
            </Button>
            {finding.kind === 'cites_held_criterion' && (
              <Button density="small" onClick={() => takeOut(finding)}>
                {say('guard.takeOut')}
              </Button>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

function wordsOf({ kind, criterion, item }: TextFinding, { claim }: ClaimDetail, say: Say): string {
  if (kind !== 'cites_held_criterion' || criterion === null)
    return say(`guard.${kind === 'names_rival' ? 'rival' : 'internal'}`)
  const name = claim.form.items.find(({ id }) => id === item)?.name ?? say(`criterion.${criterion}`)
  return say('guard.held', { criterion: name })
}

const MOST_QUOTED = 120
const shortened = (quote: string): string =>
  quote.length <= MOST_QUOTED ? quote : `${quote.slice(0, MOST_QUOTED).trimEnd()}…`

/**
 * The draft without what was cited: the reason, or the item, is no longer chosen. A letter that is only drafted comes anew by that; of
 * the reviewer's own text the place is cut out.
 */
function without({ draft }: ChoicesProps, { reason, item, start, end }: TextFinding) {
  const chosen =
    reason !== null ? withReason(draft, reason, false) : item !== null ? withItem(draft, item, false) : draft
  const isOwn = draft.origin.kind === 'own' || chosen === draft
  if (!isOwn) return chosen
  const text = `${draft.text.slice(0, start)}${draft.text.slice(end)}`.trim()
  return withText(chosen, text)
}
