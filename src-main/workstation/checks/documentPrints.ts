import type { CheckReport } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import { picturePrint, type Print, textPrint } from '../../domain/evidence/prints.ts'
import type { DocumentFacts, PageFacts } from '../../poe/facts/documentFacts.ts'

/**
 * The prints of one document. The look of a page counts where it is a picture: pages of type look alike whatever they say, and are
 * compared by their words. Of pictures on pages only what stands for the customer's signature.
 */
export function documentPrints(
  facts: DocumentFacts,
  file: string,
  { signatures }: Pick<CheckReport, 'signatures'>,
): Print[] {
  const signed = signatures.filter(({ document, party }) => document === file && party === 'customer')
  const prints = facts.pages.flatMap((page) => [
    PICTURED.has(page.textClass) && page.pictureHash !== null
      ? picturePrint('page', page.number, page.pictureHash)
      : null,
    ...signed
      .filter((one) => one.page === page.number)
      .flatMap(({ quads }) => quads.map((quad) => signaturePrint(page, quad))),
    null,
  ])
  const text = facts.pages.flatMap(({ words }) => words.map((word) => word.text)).join(' ')
  return [...prints, textPrint(text)].filter((print) => print !== null)
}

const PICTURED: ReadonlySet<PageFacts['textClass']> = new Set(['scan', 'mixed', 'drawing'])

function signaturePrint(page: PageFacts, quad: readonly number[]): Print | null {
  const image = page.images.find((one) =>
    one.quad.every((number, i) => Math.abs(number - (quad[i] ?? 0)) < 0.01),
  )
  const hash = image?.hash ?? null
  return hash === null ? null : picturePrint('signature', page.number, hash)
}
