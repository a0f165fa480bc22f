import type { Input, Output } from '../../../src-preload/contract/index.ts'
import { CONTRACT_VERSION } from '../../../src-preload/contract/version.ts'
import type { CaseId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { block } from '../../domain/claim/block.ts'
import { mayTakeAway } from '../../domain/claim/roles.ts'
import { appendAudit } from '../../store/auditRepo.ts'
import { toInstant } from '../../store/instants.ts'
import { getCase } from '../arbitration/getCase.ts'
import { waitingDecision } from '../arbitration/ownDecision.ts'
import { actingNow } from '../claims/guards.ts'
import type { Core } from '../core.ts'
import { hashOf } from '../documents/documentFiles.ts'
import type { CopyPlace, Printer } from '../ports.ts'
import type { CaseFileFacts, FileMaking } from './caseFileFacts.ts'
import { drawPlaces } from './drawPlaces.ts'
import { gatherCaseFile } from './gatherCaseFile.ts'
import { loadSayings, type Sayings } from './sayings.ts'
import { writeCaseFile } from './writeCaseFile.ts'

type Answer = Output<'arbitration.file'>

/** One PDF of all that this person may see of a case, written where they chose. Works without the hub. */
export async function makeCaseFile(
  core: Core,
  { caseId, locale }: Input<'arbitration.file'>,
): Promise<Answer> {
  if (!mayTakeAway(core.session.user().role)) return { outcome: 'blocked', blocks: [block('role_may_not')] }
  // Parts of a case would be taken for all of it.
  const { userId } = core.session.user()
  if (!core.store.read((store) => getCase(store, caseId, userId)).isWhole) return { outcome: 'not_whole' }
  const { printer } = core.ports
  if (printer === undefined || !(await printer.isThere())) return { outcome: 'no_printer' }
  const sayings = await loadSayings(locale)
  const place = await core.ports.chooseCopyPlace(sayings.say('caseFile.save.name', { caseId }))
  if (place === null) return { outcome: 'cancelled' }
  const pdf = await printed(core, printer, caseId, sayings)
  return pdf === null ? { outcome: 'not_printed' } : handOut(core, caseId, pdf, place)
}

async function printed(
  core: Core,
  printer: Printer,
  caseId: CaseId,
  sayings: Sayings,
): Promise<Uint8Array | null> {
  const facts = factsNow(core, caseId)
  const html = writeCaseFile(facts, await drawPlaces(core, facts.parties), sayings)
  try {
    return await printer.print(html)
  } catch (error) {
    core.ports.log({ level: 'warn', event: 'a case file could not be printed', facts: { caseId }, error })
    return null
  }
}

function factsNow(core: Core, caseId: CaseId): CaseFileFacts {
  const made = makingNow(core)
  const acting = actingNow(core)
  return core.store.read((store) => ({
    ...gatherCaseFile(store, getCase(store, caseId, acting.actor.userId), acting),
    isOnItsWay: waitingDecision(core, store, caseId) !== null,
    made,
  }))
}

function makingNow({ session, ports }: Core): FileMaking {
  const { name, role } = session.user()
  return {
    at: toInstant(ports.clock.now()),
    by: { name, role },
    version: ports.host.version,
    contract: CONTRACT_VERSION,
    checker: ports.poe.checkerVersion,
    reader: ports.poe.readerVersion,
  }
}

/** Noted before the first byte leaves: what follows may fail, but never unnoted. */
async function handOut(core: Core, caseId: CaseId, pdf: Uint8Array, place: CopyPlace): Promise<Answer> {
  const facts = { caseId, sha256: hashOf(pdf), bytes: pdf.byteLength }
  const actor = core.session.user().userId
  const at = core.ports.clock.now()
  core.store.write((store) => appendAudit(store, { at, actor, act: 'case_file', claimId: null, facts }))
  try {
    await place.write(pdf)
    return { outcome: 'saved', where: place.where }
  } catch (error) {
    core.ports.log({ level: 'warn', event: 'a case file could not be written', error })
    return { outcome: 'failed' }
  }
}
