import { z } from 'zod'
import type { Finding } from '../audit/findings.ts'
import { type Anchor, anchorFrom } from './anchor.ts'
import type { AnchorPlace } from './anchorPlace.ts'
import { anchorFinding } from './readAnchors.ts'

const Said = z.object({
  anchor: z.object({ series: z.string(), number: z.int().positive(), hash: z.string() }),
})

/**
 * Anchors that the log itself says were written, and that are not in the place, or are others.
 * @param known those that were read already; later ones are looked for.
 */
export async function anchorsMissed(
  place: AnchorPlace,
  said: readonly Readonly<Record<string, unknown>>[],
  known: readonly Anchor[],
): Promise<Finding[]> {
  const hashes = new Map(known.map((anchor) => [anchor.number, anchor.hash]))
  const findings: Finding[] = []
  for (const one of said) {
    const { success, data } = Said.safeParse(one)
    if (!success) continue
    const { number, hash } = data.anchor
    if (hashes.get(number) === hash) continue
    const bytes = await place.read(number)
    if (bytes === null) findings.push(anchorFinding('anchor_missing', number))
    else if (anchorFrom(bytes)?.hash !== hash) findings.push(anchorFinding('anchor_changed', number))
  }
  return findings
}
