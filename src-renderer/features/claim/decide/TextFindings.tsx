import type { ClaimDetail, TextFinding } from '../../../../src-preload/contract/claims.ts'
import { type Say, useText } from '../../../format/useText.ts'
import { FindingList } from '../../../ui/FindingList.tsx'
import { withItem, withReason } from './decisionRules.ts'
import { withText } from './draftedLetter.ts'
import type { ChoicesProps } from './Letter.tsx'
import { useGuarded } from './useTextGuard.ts'

interface TextFindingsProps extends ChoicesProps {
  readonly field: React.RefObject<HTMLTextAreaElement | null>
}

/** Why the letter may not leave. A complaint about what holds can be taken out; a leak is reworded by hand. */
export function TextFindings({ field, ...props }: TextFindingsProps) {
  const say = useText()
  const { act, detail, draft, onChange } = props
  const findings = useGuarded(act, draft)?.findings ?? []
  const takeOut = (finding: TextFinding) => {
    onChange(without(props, finding))
    field.current?.focus()
  }
  return (
    <FindingList
      findings={findings}
      field={field}
      wordsOf={(finding) => wordsOf(finding, detail, say)}
      mend={{
        fits: ({ kind }) => kind === 'cites_held_criterion',
        name: say('guard.takeOut'),
        run: takeOut,
      }}
    />
  )
}

function wordsOf({ kind, criterion, item }: TextFinding, { claim }: ClaimDetail, say: Say): string {
  if (kind !== 'cites_held_criterion' || criterion === null)
    return say(`guard.${kind === 'names_rival' ? 'rival' : 'internal'}`)
  const name = claim.form.items.find(({ id }) => id === item)?.name ?? say(`criterion.${criterion}`)
  return say('guard.held', { criterion: name })
}

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
