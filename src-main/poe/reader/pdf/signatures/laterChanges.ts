import { type Change, compareStates } from '../objects/compareStates.ts'
import { FileState } from '../objects/fileState.ts'
import type { RawFile } from '../objects/rawFile.ts'

export interface LaterChanges {
  /** Null = something was added, and what it does is not settled. */
  readonly changed: boolean | null
  /** Bytes that are more than white space follow what was signed. */
  readonly isFollowed: boolean
  readonly changes: readonly Change[]
  /** The signer certified the document, and somebody put something of his own upon it. */
  readonly onCertified: readonly Change[]
}

const CONTENT: ReadonlySet<Change['kind']> = new Set(['form', 'annotation', 'content', 'structure'])

/** What became of a document after its first `end` bytes were signed. `certifies` as in `SignatureEntry`. */
export function laterChanges(
  file: RawFile,
  now: FileState,
  end: number,
  certifies: number | null,
): LaterChanges {
  const rest = file.text.slice(end)
  if (/^[\s\0]*$/u.test(rest)) return { changed: false, isFollowed: false, changes: [], onCertified: [] }
  const signed = new FileState(file, end)
  const { changes, isSure } = compareStates(signed, now)
  const onCertified = certifies === null ? [] : changes.filter((change) => isForeign(change))
  const certain = isSure && !now.isEncrypted && /startxref\s+\d+\s+%%EOF\s*$/u.test(rest)
  if (!certain) return { changed: null, isFollowed: true, changes, onCertified }
  const isChanged =
    changes.some(({ kind }) => CONTENT.has(kind)) ||
    onCertified.length > 0 ||
    (certifies === 1 && changes.some(({ kind }) => kind === 'signature'))
  const isOpen = changes.some(({ kind }) => kind === 'unclear')
  return { changed: isChanged ? true : isOpen ? null : false, isFollowed: true, changes, onCertified }
}

/** What another hand put onto a certified page: any of these can cover what was certified and show something else. */
function isForeign({ kind, newBox }: Change): boolean {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = newBox ?? []
  const isSeen = Math.abs(x1 - x0) > 1 && Math.abs(y1 - y0) > 1
  return kind === 'annotation' || (isSeen && (kind === 'signature' || kind === 'form'))
}
