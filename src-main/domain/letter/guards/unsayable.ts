import type { Block } from '../../../../src-preload/contract/vocabulary/blockShape.ts'
import type { ClaimComment, ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { blocksWhere } from '../../claim/block.ts'
import type { ClaimCommand } from '../../claim/commands.ts'
import { findInternalWords } from './internalWords.ts'
import { type Claimant, findRivals, rivalsAmong } from './rivals.ts'
import type { Span } from './spans.ts'

/** What the partner of a claim may not be told, and what it knows anyway. */
export interface Unsayable {
  readonly own: ClaimForm
  /** All other claims of the same customer, whosever they are. */
  readonly others: readonly Claimant[]
  readonly comments: readonly Pick<ClaimComment, 'text' | 'visibility'>[]
}

export interface Leak extends Span {
  readonly kind: 'names_rival' | 'repeats_internal_note'
}

/** What of a text must not leave, and where it stands. `note`: what the same act says to the lead alone. */
export function leaksIn(text: string, { own, others, comments }: Unsayable, note = ''): Leak[] {
  const of = (visibility: ClaimComment['visibility']) =>
    comments.filter((comment) => comment.visibility === visibility).map((comment) => comment.text)
  const repeated = findInternalWords(text, [...of('internal'), note], of('partner_visible'))
  return [
    ...findRivals(text, own, rivalsAmong(own, others)).map(
      (span): Leak => ({ kind: 'names_rival', ...span }),
    ),
    ...repeated.map((span): Leak => ({ kind: 'repeats_internal_note', ...span })),
  ].toSorted((a, b) => a.start - b.start)
}

/** Nobody may wave a leak through: what is said to a partner cannot be taken back. */
export function leakBlocks(command: ClaimCommand, unsayable: Unsayable): Block[] {
  const said = saidToPartner(command)
  if (said === null) return []
  const leaks = leaksIn(said.text, unsayable, said.note)
  return blocksWhere(
    [leaks.some(({ kind }) => kind === 'names_rival'), 'names_rival'],
    [leaks.some(({ kind }) => kind === 'repeats_internal_note'), 'repeats_internal_note'],
  )
}

function saidToPartner(command: ClaimCommand): { readonly text: string; readonly note: string } | null {
  switch (command.act) {
    case 'approve':
    case 'request_info':
    case 'hold_for_arbitration':
    case 'end_association':
    case 'case_ask':
    case 'case_tell':
      return { text: command.comment, note: '' }
    case 'reject':
      return { text: command.comment, note: command.note }
    case 'comment':
      return command.visibility === 'partner_visible' ? { text: command.text, note: '' } : null
    default:
      return null
  }
}
