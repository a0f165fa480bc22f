import type { LaidDocument } from '../../../src-preload/contract/vocabulary/laidShape.ts'
import type { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { factsOf, type FactsRun } from '../checks/documentFacts.ts'
import { factsAt, type InnerPath } from './innerFiles.ts'
import { laidDocument, lookedDocument, paintedDocument } from './laidDocument.ts'

/** A document, or a file inside it, as its reader laid it out; null when nothing of it can be shown. */
export async function readLaid(
  run: FactsRun,
  sha256: Sha256,
  inside: InnerPath,
  outer: Uint8Array,
): Promise<LaidDocument | null> {
  const { poe } = run.core.ports
  const bytes = inside.length === 0 ? outer : await poe.unpack(outer, inside)
  // A fax stands on the screen at once: its reading takes a minute, and is shown beside it by the checks.
  const sheets = bytes === null ? [] : await poe.paint(bytes)
  if (sheets.length > 0) return paintedDocument(sheets)
  const look = bytes === null ? null : await poe.look(bytes)
  if (look !== null) return lookedDocument(look)
  const facts = await factsOf(run, sha256)
  const own = facts === null ? null : factsAt(facts, inside)
  return own === null ? null : laidDocument(own)
}
