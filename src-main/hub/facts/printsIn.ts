import { z } from 'zod'
import type { Print } from '../../domain/evidence/prints.ts'
import { printsOfFacts } from '../../domain/evidence/printsOfFacts.ts'

/** What the hub reads of facts, which are the reader's: that by which evidence is known again, and no more. */
const Mark = z.object({ inkHash: z.string().nullish() })
const Pages = z.array(
  z.object({
    number: z.int().min(1).max(100_000),
    textClass: z.string(),
    pictureHash: z.string().nullable(),
    words: z.array(z.object({ text: z.string() })),
    strokes: z.array(Mark),
    images: z.array(Mark),
  }),
)
const withFiles = <Inner extends z.ZodType>(inner: Inner) =>
  z.object({ pages: Pages, attachments: z.array(z.object({ facts: inner.nullable() })) })
/** A paper in a mail in a mail. What lies deeper is passed over. */
const Innermost = z.object({ pages: Pages }).transform(({ pages }) => ({ pages, attachments: [] }))
const ReadFacts = withFiles(withFiles(Innermost))

/**
 * The prints of facts that a workstation sent; none where a reader's facts have a shape that this hub does not know. Every mark that may
 * be a signature counts: whose it is only a claim's own check can say, and that is asked of the claim which looks.
 */
export function printsIn(facts: unknown): Print[] {
  const read = ReadFacts.safeParse(facts)
  return read.success ? printsOfFacts(read.data, () => true) : []
}
