import type { Finding } from '../audit/findings.ts'
import { type Anchor, anchorFrom, isSound } from './anchor.ts'
import type { AnchorPlace } from './anchorPlace.ts'

export interface ReadAnchors {
  readonly anchors: readonly Anchor[]
  readonly findings: readonly Finding[]
}

/** All anchors of a place, each held against itself and against the one before. What cannot be believed is told and left out. */
export async function readAnchors(place: AnchorPlace): Promise<ReadAnchors> {
  const anchors: Anchor[] = []
  const findings: Finding[] = []
  let before: Anchor | null = null
  let expected = 1
  for (const number of await place.numbers()) {
    for (let missing = expected; missing < number; missing += 1)
      findings.push(anchorFinding('anchor_missing', missing))
    const bytes = await place.read(number)
    const anchor = bytes === null ? null : anchorFrom(bytes)
    if (anchor !== null && anchor.number === number && isSound(anchor) && follows(anchor, before, expected))
      anchors.push(anchor)
    else findings.push(anchorFinding('anchor_changed', number))
    before = anchor
    expected = number + 1
  }
  return { anchors, findings }
}

/** Behind one that is missing nothing can be said. */
function follows(anchor: Anchor, before: Anchor | null, expected: number): boolean {
  if (anchor.number !== expected) return true
  if (before === null) return anchor.number > 1 || anchor.previous === null
  return anchor.previous === before.hash && anchor.series === before.series
}

export const anchorFinding = (kind: 'anchor_missing' | 'anchor_changed', number: number): Finding => ({
  kind,
  tenantId: null,
  subject: null,
  subjectId: null,
  entry: number,
  row: null,
})
