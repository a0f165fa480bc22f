import type { Flag } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { PageFacts } from '../../facts/documentFacts.ts'
import { fold } from '../../../domain/names/fold.ts'
import { blocksOf, type JudgedDocument, wordsBetween } from '../text/passages.ts'
import { flagOfFile, flagOfWords } from './flagAt.ts'
import { HIDDEN_ORDER, TO_A_MACHINE } from './instructionWords.ts'

/** Text that tells a machine what to find. Nothing here obeys it; where nobody sees it, it was meant for nobody else. */
export function instructionFlags(document: JudgedDocument): Flag[] {
  return [
    ...document.facts.pages.flatMap((page) => [...visible(document, page), ...hidden(document, page)]),
    ...aside(document),
  ]
}

function visible(document: JudgedDocument, page: PageFacts): Flag[] {
  const found = blocksOf(document, page).flatMap((block) => {
    const match = TO_A_MACHINE.exec(block.folded)
    if (match === null) return []
    const words = wordsBetween(block, match.index, match.index + match[0].length)
    return [{ words, text: words.map(({ text }) => text).join(' ') }]
  })
  return found.length > 0 ? [flagOfWords('instruction_text', 'medium', document, page, found)] : []
}

function hidden(document: JudgedDocument, page: PageFacts): Flag[] {
  // Words of a picture's own text layer are its transcript: what they say is seen.
  const words = page.hiddenWords.filter((word) => word.hidden !== 'ocr_layer')
  const text = words.map((word) => word.text).join(' ')
  if (!HIDDEN_ORDER.test(fold(text))) return []
  return [flagOfWords('instruction_text', 'high', document, page, [{ words, text }])]
}

/** Places that a reader of files sees and a reader of pages does not. */
function aside(document: JudgedDocument): Flag[] {
  const { metadata, fields, annotations } = document.facts
  const unseen = [
    metadata?.title,
    metadata?.producer,
    ...annotations.map(({ author }) => author),
    ...fields.flatMap(({ name, value, shownText }) => (value === shownText ? [name] : [name, value])),
  ].filter((text) => text !== null && text !== undefined)
  const found = unseen.find((text) => HIDDEN_ORDER.test(fold(text)))
  return found === undefined ? [] : [flagOfFile('instruction_text', 'high', document, found)]
}
