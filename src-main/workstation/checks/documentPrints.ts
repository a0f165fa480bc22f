import type { CheckReport, Quad } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import type { Print } from '../../domain/evidence/prints.ts'
import { printsOfFacts } from '../../domain/evidence/printsOfFacts.ts'
import type { DocumentFacts, ImageBox, StrokeGroup } from '../../poe/facts/documentFacts.ts'

/** The prints of one document; of what may be a signature only what stands for the customer's in this report. */
export function documentPrints(
  facts: DocumentFacts,
  file: string,
  { signatures }: Pick<CheckReport, 'signatures'>,
): Print[] {
  const signed = signatures.filter(({ document, party }) => document === file && party === 'customer')
  const isSigned = ({ quad }: StrokeGroup | ImageBox, page: number): boolean =>
    signed.some((one) => one.page === page && one.quads.some((other) => isSamePlace(quad, other)))
  return printsOfFacts(facts, isSigned)
}

const isSamePlace = (a: Quad, b: Quad): boolean =>
  a.every((number, i) => Math.abs(number - (b[i] ?? 0)) < 0.01)
