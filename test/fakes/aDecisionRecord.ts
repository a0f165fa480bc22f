import type { Input } from '../../src-preload/contract/index.ts'
import { aClaimRecord } from '../builders/claimRecord.ts'
import { createManualClock } from './manualClock.ts'
import { aSyncedStation, PAPER, THE_CLAIM } from './syncedStation.ts'
import { sha256Of } from '../builders/claimRecord.ts'

/** A workstation on which a claim was looked at, page 1 to 2, and rejected with a letter. */
export async function aDecidedClaim(wishes: { readonly user?: string } = {}) {
  const clock = createManualClock()
  const written: Uint8Array[] = []
  const names: string[] = []
  const claim = aClaimRecord({ documents: [{ documentId: 'd1', bytes: PAPER }] })
  const desk = await aSyncedStation([claim], {
    clock,
    ...wishes,
    chooseCopyPlace: async (name) => {
      names.push(name)
      return { where: '/home/x/record.zip', write: async (bytes) => void written.push(bytes) }
    },
  })
  const { call } = desk.station
  const paper = { sha256: sha256Of(PAPER), inside: [] as number[] }
  const decide = async () => {
    await call('seen.papers', { claimId: THE_CLAIM, papers: [{ ...paper, pages: [1, 2] }] })
    const outcome = await desk.decide({
      decision: 'reject',
      reasons: ['REJ_INSUFFICIENT_POE'],
      note: 'Asked twice, nothing came.',
      comment: 'The proof does not name the product. You may dispute this.',
    })
    if (outcome.outcome !== 'accepted') throw new Error(JSON.stringify(outcome))
    return outcome.operationId
  }
  const save = async (over: Partial<Input<'record.save'>> = {}) =>
    call('record.save', { claimId: THE_CLAIM, withPapers: true, locale: 'en', ...over })
  /** The file itself. */
  const saved = async (over: Partial<Input<'record.save'>> = {}): Promise<Uint8Array> => {
    const answer = await save(over)
    const file = written.at(-1)
    if (answer.outcome !== 'saved' || file === undefined) throw new Error(answer.outcome)
    return file
  }
  return { ...desk, clock, claim, paper, decide, save, saved, names }
}
