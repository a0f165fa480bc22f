import type { ClaimDetail } from '../../src-preload/contract/claims.ts'
import type { Say } from '../format/useText.ts'
import {
  documentIdsByFile,
  type EvidenceIndex,
  isHiddenText,
  locateFlags,
  markIdOf,
  type NumberedEvidence,
} from '../stores/evidence.ts'
import type { ViewerMark } from '../viewer-frame/messages.ts'

/** Limits of the viewer's messages. */
const MOST_LABEL_CHARS = 2000
const MOST_QUADS = 2000
const MOST_MARKS = 5000

interface Words {
  readonly say: Say
  readonly flagWords: (kind: string) => string
}

/** All marks by document: numbered evidence, nearest candidates, and flags. Places without a page have no mark. */
export function marksOf(
  detail: ClaimDetail,
  index: EvidenceIndex,
  words: Words,
): Readonly<Record<string, readonly ViewerMark[]>> {
  const marks = new Map<string, ViewerMark[]>()
  const add = (documentId: string | null, mark: ViewerMark | null) => {
    if (documentId === null || mark === null) return
    const list = marks.get(documentId) ?? []
    if (list.length < MOST_MARKS) marks.set(documentId, [...list, mark])
  }
  for (const each of index.all) add(each.documentId, evidenceMark(each, detail, words.say))
  for (const { flag, documentId, markId, shown } of locateFlags(detail.report, documentIdsByFile(detail))) {
    if (shown === null || shown.quads.length === 0) continue
    const kind = words.flagWords(flag.kind)
    const isHidden = isHiddenText(flag)
    const label = isHidden
      ? words.say('mark.hidden', { kind, text: flag.text ?? '' })
      : words.say('mark.flag', { kind })
    add(documentId, markOf(markId, null, shown.page, shown.quads, label, isHidden ? 'hidden' : 'flag'))
  }
  return Object.fromEntries(marks)
}

function evidenceMark(each: NumberedEvidence, detail: ClaimDetail, say: Say): ViewerMark | null {
  const { number, shown, tone } = each
  if (shown === null) return null
  return markOf(markIdOf(number), number, shown.page, shown.quads, labelOf(each, detail, say), tone)
}

function markOf(
  ...[id, number, page, quads, label, tone]: [
    string,
    number | null,
    number,
    readonly number[][],
    string,
    ViewerMark['tone'],
  ]
): ViewerMark {
  return {
    id,
    number,
    page,
    quads: quads.slice(0, MOST_QUADS).map((quad) => [...quad]),
    label: label.slice(0, MOST_LABEL_CHARS),
    tone,
  }
}

function labelOf({ owner, tone, evidence }: NumberedEvidence, detail: ClaimDetail, say: Say): string {
  const item = detail.claim.form.items.find(({ id }) => id === owner.item)?.name
  const name =
    owner.claimCheck === null
      ? owner.criterion === null
        ? ''
        : say(`criterion.${owner.criterion}`)
      : say(`claimCheck.${owner.claimCheck}`)
  const criterion = item === undefined ? name : say('criterion.item', { criterion: name, item })
  if (tone === 'nearest') return say('mark.nearest', { criterion })
  if (tone === 'own')
    return `${say('mark.own', { criterion })}${evidence.text === null ? '' : ` “${evidence.text}”`}`
  const verdict = say(`verdict.${owner.verdict}`)
  return evidence.text === null
    ? say('mark.label', { criterion, verdict })
    : say('mark.labelText', { criterion, verdict, text: evidence.text })
}
