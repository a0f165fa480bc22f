import { describe, expect, it } from 'vitest'
import { readRecord } from '../../../../src-main/workstation/record/readRecord.ts'
import { RecordReply } from '../../../../src-preload/contract/recordShape.ts'
import { PAPER, THE_CLAIM } from '../../../fakes/syncedStation.ts'
import { aDecidedClaim } from '../../../fakes/aDecisionRecord.ts'
import { sha256Of } from '../../../builders/claimRecord.ts'
import { bareDatabase } from '../../../builders/profileKey.ts'

const verified = (bytes: Uint8Array) => {
  const reading = readRecord(bytes)
  if (reading.outcome !== 'verified') throw new Error(JSON.stringify(reading))
  return reading
}

describe('the record of a decision', () => {
  it('opens again with all that was seen and said', async () => {
    const { decide, saved, names, claim, paper } = await aDecidedClaim()
    const operationId = await decide()
    const { record } = verified(await saved())
    expect(names).toEqual([`Decision ${THE_CLAIM}.zip`])
    expect(record.decision).toMatchObject({
      operationId,
      kind: 'reject',
      byName: 'Marta Ginevri',
      role: 'reviewer',
      standing: 'held',
      letter: 'The proof does not name the product. You may dispute this.',
      documentHashes: [paper.sha256],
      policy: { id: 'seed-2020', version: 1 },
    })
    expect(record.claim.form).toEqual(claim.form)
    expect(record.findings.report?.checker).toBeDefined()
    expect(record.findings.criteria.length).toBeGreaterThan(4)
    expect(record.policy).toMatchObject({ id: 'seed-2020', version: 1 })
    expect(record.pagesSeen).toEqual([{ sha256: paper.sha256, inside: '', by: 'u-reviewer', pages: '1-2' }])
    expect(record.audit.map(({ act }) => act)).toEqual([
      'document_opened',
      'pages_seen',
      'claim_opened',
      'reject',
    ])
    expect(record.made.by).toMatchObject({ name: 'Marta Ginevri' })
    expect(record.papers).toEqual([sha256Of(PAPER)])
  })

  it('says what stood there when it was decided, though the claim has changed since', async () => {
    const { decide, saved, clock, station, hub, claim, drain } = await aDecidedClaim()
    await decide()
    await drain()
    const edited = { ...claim, revision: 9, form: { ...claim.form, claimName: 'Another name' } }
    hub.script.feed = () => ({ body: { value: [edited], '@odata.deltaLink': 'seen' } })
    await station.call('sync.now', {})
    clock.advance(0)
    await station.until(async () => {
      const { claim: now } = await station.call('claims.open', { claimId: THE_CLAIM })
      return now.form.claimName === 'Another name'
    })
    const { record } = verified(await saved())
    expect(record.claim.form.claimName).toBe(claim.form.claimName)
    expect(record.decision.standing).toBe('applied')
  })

  it('says the same each time, and is smaller without its papers', async () => {
    const { decide, saved } = await aDecidedClaim()
    await decide()
    const alone = await saved({ withPapers: false })
    expect(verified(alone).record.papers).toEqual([])
    const whole = await saved()
    expect(whole.byteLength).toBeGreaterThan(alone.byteLength)
    // But for its own line in the log, which the second one has and the first has not.
    const again = await saved()
    expect(verified(again).record.claim).toEqual(verified(whole).record.claim)
  })

  it('is none where nobody decided, or the decision was taken back, and no auditor’s to take', async () => {
    const { decide, save, station } = await aDecidedClaim()
    expect(await save()).toEqual({ outcome: 'no_decision' })
    const operationId = await decide()
    await station.call('sync.undo', { operationId })
    expect(await save()).toEqual({ outcome: 'no_decision' })
    const auditor = await aDecidedClaim({ user: 'u-auditor' })
    expect(await auditor.save()).toMatchObject({ outcome: 'blocked' })
  })

  it('is noted with its hash, by which the workstation knows its own when it is opened', async () => {
    const { decide, saved, station } = await aDecidedClaim()
    await decide()
    const file = await saved()
    const answer = await station.workstation.fetch(
      new Request('http://127.0.0.1:4000/records', { method: 'PUT', body: Buffer.from(file) }),
    )
    const reply = RecordReply.parse(await answer.json())
    expect(reply.reading).toMatchObject({ outcome: 'verified', sha256: sha256Of(file) })
    expect(reply.madeHereAt).not.toBeNull()
    const spoilt = Buffer.from(file)
    spoilt[spoilt.indexOf('Marta')] = 0x4e
    const other = await station.workstation.fetch(
      new Request('http://127.0.0.1:4000/records', { method: 'PUT', body: spoilt }),
    )
    expect(RecordReply.parse(await other.json())).toMatchObject({
      reading: { outcome: 'altered' },
      madeHereAt: null,
    })
    await station.workstation.stop()
    const database = bareDatabase(station.database, { readonly: true })
    const acts = database
      .prepare<[], Record<string, string>>(
        "select act, facts ->> '$.sha256' as sha256 from audit where act like '%record%'",
      )
      .all()
    database.close()
    expect(acts.map(({ act, sha256 }) => [act, sha256])).toEqual([
      ['decision_record', sha256Of(file)],
      ['record_opened', sha256Of(file)],
    ])
  })
})
