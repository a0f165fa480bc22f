import type { ClaimDetail } from '../../src-preload/contract/claims.ts'
import type {
  CheckReport,
  Evidence,
  Flag,
  LaidPlace,
} from '../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimCheckName, Criterion, Verdict } from '../../src-preload/contract/vocabulary/words.ts'

/** Whose proof a place is. */
export interface EvidenceOwner {
  readonly criterion: Criterion | null
  /** The item's id for products; null = the whole claim. */
  readonly item: string | null
  /** Set instead of `criterion` for a check of the claim form. */
  readonly claimCheck: ClaimCheckName | null
  readonly verdict: Verdict
}

/** A place with the number that it carries in the checks and in the page margin. */
export interface NumberedEvidence {
  /** Counts from 1 and stays the same while the report does. */
  readonly number: number
  /** `nearest`: came closest to what was looked for and does not count. `own`: a reviewer found it. */
  readonly tone: 'evidence' | 'nearest' | 'own'
  readonly evidence: Evidence
  /** Null when the document left the claim after the check. A file inside another has a name of its own, see `innerDocumentId`. */
  readonly documentId: string | null
  /** Where the viewer shows it; null = in the document as a whole. */
  readonly shown: Pick<LaidPlace, 'page' | 'quads'> | null
  /** The first that uses it; two findings may share a place and then share its number. */
  readonly owner: EvidenceOwner
}

export interface EvidenceIndex {
  readonly all: readonly NumberedEvidence[]
  /** Undefined for evidence of another report. */
  numberOf(evidence: Evidence): number | undefined
  /** Of a reviewer's own evidence, by its id. */
  numberOfOwn(evidenceId: string): number | undefined
}

/** Numbers every place once, in the order in which the panel shows its findings. */
export function indexEvidence(detail: ClaimDetail): EvidenceIndex {
  const documentIds = documentIdsByFile(detail)
  const byPlace = new Map<string, NumberedEvidence>()
  const add = (evidence: Evidence, tone: NumberedEvidence['tone'], owner: EvidenceOwner) => {
    const place = placeOf(evidence)
    if (byPlace.has(place)) return
    const outer = documentIds.get(evidence.document)
    const documentId = outer === undefined ? null : innerDocumentId(outer, evidence.laid?.inside ?? [])
    byPlace.set(place, {
      number: byPlace.size + 1,
      tone,
      evidence,
      documentId,
      shown: shownPlaceOf(evidence),
      owner,
    })
  }
  for (const { criterion, item, machine } of detail.criteria) {
    if (machine === null) continue
    const owner = { criterion, item, claimCheck: null, verdict: machine.verdict }
    for (const evidence of machine.evidence) add(evidence, 'evidence', owner)
    for (const evidence of machine.absence?.nearest ?? []) add(evidence, 'nearest', owner)
  }
  for (const { check, verdict, evidence: places } of detail.report?.claimChecks ?? []) {
    for (const evidence of places)
      add(evidence, 'evidence', { criterion: null, item: null, claimCheck: check, verdict })
  }
  // Last, so that the numbers of the others stay when one is added.
  const own = ownPlaces(detail, byPlace.size)
  return {
    all: [...byPlace.values(), ...own.values()],
    numberOf: (evidence) => byPlace.get(placeOf(evidence))?.number,
    numberOfOwn: (evidenceId) => own.get(evidenceId)?.number,
  }
}

/** What reviewers found, by its id. A verdict is the criterion's own: a place by itself says none. */
function ownPlaces(detail: ClaimDetail, before: number): ReadonlyMap<string, NumberedEvidence> {
  const places = detail.ownEvidence.flatMap((found, at): [string, NumberedEvidence][] => {
    const { criterion, item, sha256, inside, page, quads, text, note } = found
    const document = detail.documents.find((each) => each.sha256 === sha256)
    const view = detail.criteria.find((each) => each.criterion === criterion && each.item === item)
    if (document === undefined) return []
    const evidence: Evidence = {
      document: document.fileName,
      page: inside.length === 0 ? page : null,
      rects: [],
      quads: inside.length === 0 ? quads : [],
      text: text ?? (note === '' ? null : note),
      method: 'text',
      ...(inside.length === 0 ? {} : { laid: { inside, page, quads } }),
    }
    const numbered: NumberedEvidence = {
      number: before + at + 1,
      tone: 'own',
      evidence,
      documentId: innerDocumentId(document.documentId, inside),
      shown: { page, quads },
      owner: { criterion, item, claimCheck: null, verdict: view?.effective ?? 'cannot_tell' },
    }
    return [[found.evidenceId, numbered]]
  })
  return new Map(places)
}

function shownPlaceOf({ page, quads, laid }: Evidence | Flag): NumberedEvidence['shown'] {
  if (laid !== undefined) return { page: laid.page, quads: laid.quads }
  return page === null ? null : { page, quads }
}

/** How the viewer names a file inside a document, by its place among the files in it. Empty = the document itself. */
export function innerDocumentId(documentId: string, inside: readonly number[]): string {
  return inside.length === 0 ? documentId : `${documentId}/in/${inside.join('.')}`
}

/** The place of a file inside a document, by the name that `innerDocumentId` gave it. */
export function insideOf(documentId: string): readonly number[] {
  const places = /\/in\/([\d.]+)$/u.exec(documentId)?.[1]
  return places === undefined ? [] : places.split('.').map(Number)
}

/** The checker names documents as the partner did; the claim knows them by id. Same bytes, same document. */
export function documentIdsByFile({ report, documents }: ClaimDetail): ReadonlyMap<string, string> {
  const idBySha = new Map(documents.map(({ sha256, documentId }) => [sha256, documentId]))
  const pairs = (report?.documents ?? []).flatMap(({ file, sha256 }): [string, string][] => {
    const id = idBySha.get(sha256)
    return id === undefined ? [] : [[file, id]]
  })
  return new Map(pairs)
}

export interface LocatedFlag {
  readonly flag: Flag
  readonly documentId: string | null
  /** Where the viewer shows it; null = it concerns the document as a whole. */
  readonly shown: NumberedEvidence['shown']
  /** Name of its mark on the page. */
  readonly markId: string
}

export function locateFlags(
  report: CheckReport | null,
  documentIds: ReadonlyMap<string, string>,
): readonly LocatedFlag[] {
  return (report?.flags ?? []).map((flag, at) => {
    const outer = documentIds.get(flag.document)
    return {
      flag,
      documentId: outer === undefined ? null : innerDocumentId(outer, flag.laid?.inside ?? []),
      shown: shownPlaceOf(flag),
      markId: `flag-${at}`,
    }
  })
}

/** Name of a number's mark on the page. */
export function markIdOf(number: number): string {
  return `evidence-${number}`
}

/** Null for marks that carry no number. */
export function numberOfMark(markId: string): number | null {
  const match = /^evidence-(\d+)$/.exec(markId)
  return match?.[1] === undefined ? null : Number(match[1])
}

function placeOf({ document, page, quads, rects, text, laid }: Evidence): string {
  return JSON.stringify([
    document,
    page,
    laid ?? null,
    quads.length > 0 ? quads : rects,
    quads.length + rects.length === 0 ? text : null,
  ])
}

/** Kinds of text that nobody sees: shown as hidden, never as proof (labelling rules, family hidden_text). */
const HIDDEN_KINDS: ReadonlySet<string> = new Set([
  'hidden_text',
  'invisible_text',
  'low_contrast_text',
  'off_page_text',
  'covered_text',
  'clipped_text',
  'hidden_layer',
  'tiny_text',
  'docx_hidden_text',
  'ocr_layer_mismatch',
  'html_text_mismatch',
  'tracked_changes',
])

export const isHiddenText = ({ kind }: Flag): boolean => HIDDEN_KINDS.has(kind)
