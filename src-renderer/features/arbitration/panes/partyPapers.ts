import type { BoardParty } from '../../../../src-preload/contract/caseBoard.ts'
import { innerDocumentId } from '../../../stores/evidence.ts'
import type { PaneDocument } from '../../../stores/panes.ts'

/** A paper of a party, or a file inside one. */
export interface PartyPaper extends PaneDocument {
  /** Null until the checker counted them. */
  readonly pages: number | null
  /** Name of the paper that it lies in; null = it is one of the claim. */
  readonly isInside: string | null
}

type Papers = Pick<BoardParty, 'claimId' | 'documents'>

/** Two claims may call their papers by one id; beside each other no two may be taken for each other. */
export const paperIdOf = ({ claimId }: Papers, documentId: string, inside: readonly number[]): string =>
  innerDocumentId(`${claimId}/${documentId}`, inside)

/** The papers of a party as its pane shows them, files inside one behind it. */
export const papersOf = (party: Papers): readonly PartyPaper[] =>
  party.documents.flatMap(({ inner, pages, ...document }) => [
    { ...document, documentId: paperIdOf(party, document.documentId, []), pages, isInside: null },
    ...inner.map(
      ({ inside, name, pages: inPages }): PartyPaper => ({
        ...document,
        documentId: paperIdOf(party, document.documentId, inside),
        fileName: name,
        // What it says of itself is not known here; the viewer looks at the content.
        mediaType: 'application/octet-stream',
        url: innerDocumentId(document.url, inside),
        pages: inPages,
        isInside: document.fileName,
      }),
    ),
  ])

export function paperOfHash(party: Papers, sha256: string, inside: readonly number[]): string | null {
  const document = party.documents.find((each) => each.sha256 === sha256)
  return document === undefined ? null : paperIdOf(party, document.documentId, inside)
}
