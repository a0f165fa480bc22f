import type { NamedDocument } from '../../../src-preload/contract/documents.ts'
import type { Output } from '../../../src-preload/contract/index.ts'
import type { AuditActName } from '../../../src-preload/contract/vocabulary/auditWords.ts'
import { block } from '../../domain/claim/block.ts'
import { mayTakeAway } from '../../domain/claim/roles.ts'
import { appendAudit } from '../../store/auditRepo.ts'
import { findDocumentName } from '../../store/documentsRepo.ts'
import { factsOf, type FactsRun } from '../checks/documentFacts.ts'
import type { Core } from '../core.ts'
import { nameAt } from './innerFiles.ts'

type Refused =
  | { readonly outcome: 'missing' }
  | Extract<Output<'documents.notePrint'>, { outcome: 'blocked' }>

/** Writes a copy where the person chose. Noted before the first byte leaves: what follows may fail, but never unnoted. */
export async function saveCopy(run: FactsRun, named: NamedDocument): Promise<Output<'documents.saveCopy'>> {
  const { core } = run
  const { bytes, refused } = await bytesFor(core, named)
  if (bytes === null) return refused
  const place = await core.ports.chooseCopyPlace(await fileNameOf(run, named))
  if (place === null) return { outcome: 'cancelled' }
  note(core, 'save_copy', named)
  try {
    await place.write(bytes)
    return { outcome: 'saved', where: place.where }
  } catch (error) {
    core.ports.log({ level: 'warn', event: 'a copy could not be written', error })
    return { outcome: 'failed' }
  }
}

export async function notePrint(core: Core, named: NamedDocument): Promise<Output<'documents.notePrint'>> {
  const { bytes, refused } = await bytesFor(core, named)
  if (bytes === null) return refused
  note(core, 'print', named)
  return { outcome: 'noted' }
}

async function bytesFor(
  core: Core,
  { claimId, sha256, inside }: NamedDocument,
): Promise<{ bytes: Uint8Array; refused: null } | { bytes: null; refused: Refused }> {
  const missing = { bytes: null, refused: { outcome: 'missing' } } as const
  if (!mayTakeAway(core.session.user().role))
    return { bytes: null, refused: { outcome: 'blocked', blocks: [block('role_may_not')] } }
  if (core.store.read((store) => findDocumentName(store, claimId, sha256)) === null) return missing
  const outer = await core.files.read(sha256)
  const bytes = outer === null || inside.length === 0 ? outer : await core.ports.poe.unpack(outer, inside)
  return bytes === null ? missing : { bytes, refused: null }
}

async function fileNameOf(run: FactsRun, { claimId, sha256, inside }: NamedDocument): Promise<string> {
  const own = run.core.store.read((store) => findDocumentName(store, claimId, sha256)) ?? sha256
  if (inside.length === 0) return own
  const facts = await factsOf(run, sha256)
  return (facts && nameAt(facts, inside)) ?? own
}

function note(core: Core, act: AuditActName, { claimId, sha256, inside }: NamedDocument): void {
  const facts = { sha256, inside: inside.join('.') }
  const actor = core.session.user().userId
  core.store.write((store) => appendAudit(store, { at: core.ports.clock.now(), actor, act, claimId, facts }))
}
