import type { Flag } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import { isWrongType } from '../../reader/sniffType.ts'
import type { JudgedDocument } from '../text/passages.ts'
import { flagOfFile } from './flagAt.ts'

/** Two files of one name on a claim are told apart by an id in brackets behind it. */
const APART = / \([^()]*\)$/u

/** The flags that the reader gave, and the one about the file's name: facts serve every claim with the same bytes, under whatever name. */
export function flagsOfFacts(document: JudgedDocument): Flag[] {
  const { file, facts, within } = document
  // A file inside a mail goes by its own name.
  const name = within?.split(' › ').at(-1) ?? file.replace(APART, '')
  const flags = facts.flags.map((flag): Flag => ({ ...flag, document: file }))
  return isWrongType(name, facts.type)
    ? [flagOfFile('wrong_type', 'high', document, facts.type), ...flags]
    : flags
}
