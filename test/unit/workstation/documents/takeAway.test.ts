import { describe, expect, it } from 'vitest'
import type { CopyPlace, PoePort } from '../../../../src-main/workstation/ports.ts'
import { aReport } from '../../../builders/checkReport.ts'
import { aClaimRecord, sha256Of } from '../../../builders/claimRecord.ts'
import { unreadFacts } from '../../../builders/documentFacts.ts'
import { NOTHING_TO_SHOW } from '../../../fakes/nothingToShow.ts'
import { feedOf, startScriptedHub } from '../../../fakes/scriptedHub.ts'
import { startWorkstation } from '../../../fakes/workstation.ts'
import { bareDatabase } from '../../../builders/profileKey.ts'

const PAPER = new TextEncoder().encode('a signed paper')
const record = aClaimRecord({ documents: [{ documentId: 'd1', bytes: PAPER }] })
const named = { claimId: record.form.claimId, sha256: sha256Of(PAPER), inside: [] as number[] }

interface Wishes {
  readonly user?: string
  readonly choose?: (fileName: string) => CopyPlace | null
  readonly poe?: Partial<PoePort>
}

async function station({ user = 'u-reviewer', choose = () => null, poe = {} }: Wishes = {}) {
  const hub = await startScriptedHub({ feed: feedOf(() => [record]), document: () => ({ bytes: PAPER }) })
  const reader: PoePort = {
    readerVersion: '1',
    checkerVersion: '1',
    read: () => Promise.resolve(unreadFacts(PAPER)),
    judge: async () => aReport(record),
    ...NOTHING_TO_SHOW,
    knowsProduct: async () => true,
    ...poe,
  }
  const started = await startWorkstation({
    hub: hub.port,
    poe: reader,
    user,
    chooseCopyPlace: (fileName) => Promise.resolve(choose(fileName)),
  })
  started.clock.advance(0)
  const first = () => started.call('documents.first', { claimId: named.claimId })
  await started.until(async () => (await first()).document !== null)
  /** Acts in the log, after the workstation has closed. */
  const noted = async () => {
    await started.workstation.stop()
    const database = bareDatabase(started.database, { readonly: true })
    const rows = database
      .prepare<[], Record<string, string>>("select act, facts from audit where act in ('save_copy', 'print')")
      .all()
    database.close()
    return rows.map(({ act, facts }) => [act, JSON.parse(String(facts))])
  }
  return { ...started, noted }
}

describe('a copy of a document', () => {
  it('is written where the person chose, under the name that the partner gave, and noted', async () => {
    const written: Uint8Array[] = []
    const names: string[] = []
    const { call, noted } = await station({
      choose: (fileName) => {
        names.push(fileName)
        return { where: '/home/x/sow.pdf', write: (bytes) => Promise.resolve(void written.push(bytes)) }
      },
    })
    expect(await call('documents.saveCopy', named)).toEqual({ outcome: 'saved', where: '/home/x/sow.pdf' })
    expect(names).toEqual([record.documents[0]?.fileName])
    expect(written.map((bytes) => Buffer.from(bytes).toString())).toEqual(['a signed paper'])
    expect(await noted()).toEqual([['save_copy', { sha256: named.sha256, inside: '' }]])
  })

  it('is noted even when the disk then refuses it, and not when the person thought better of it', async () => {
    let place: CopyPlace | null = null
    const { call, noted } = await station({ choose: () => place })
    expect(await call('documents.saveCopy', named)).toEqual({ outcome: 'cancelled' })
    place = { where: '/full', write: () => Promise.reject(new Error('ENOSPC')) }
    expect(await call('documents.saveCopy', named)).toEqual({ outcome: 'failed' })
    expect(await noted()).toHaveLength(1)
  })

  it('of a file inside a mail has the name that the mail gives it', async () => {
    const names: string[] = []
    const facts = { ...unreadFacts(PAPER), attachments: [{ name: 'annex.pdf', facts: null }] }
    const { call, noted } = await station({
      poe: { read: () => Promise.resolve(facts), unpack: () => Promise.resolve(new Uint8Array([1])) },
      choose: (fileName) => {
        names.push(fileName)
        return { where: fileName, write: () => Promise.resolve() }
      },
    })
    expect(await call('documents.saveCopy', { ...named, inside: [0] })).toMatchObject({ outcome: 'saved' })
    expect(names).toEqual(['annex.pdf'])
    expect(await noted()).toEqual([['save_copy', { sha256: named.sha256, inside: '0' }]])
  })
})

describe('what leaves the workstation', () => {
  it('is noted before a print', async () => {
    const { call, noted } = await station()
    expect(await call('documents.notePrint', named)).toEqual({ outcome: 'noted' })
    expect(await noted()).toEqual([['print', { sha256: named.sha256, inside: '' }]])
  })

  it('is no auditor’s matter', async () => {
    const { call, noted } = await station({ user: 'u-auditor' })
    const refused = { outcome: 'blocked', blocks: [{ reason: 'role_may_not', criterion: null, item: null }] }
    expect(await call('documents.notePrint', named)).toEqual(refused)
    expect(await call('documents.saveCopy', named)).toEqual(refused)
    expect(await noted()).toEqual([])
  })

  it('is a document of this very claim', async () => {
    const { call, noted } = await station()
    const other = { ...named, sha256: sha256Of(new Uint8Array([1])) }
    expect(await call('documents.notePrint', other)).toEqual({ outcome: 'missing' })
    expect(await call('documents.saveCopy', { ...named, inside: [3] })).toEqual({ outcome: 'missing' })
    expect(await noted()).toEqual([])
  })
})

describe('the document that a claim would be opened with', () => {
  it('is named with its address, and nothing is opened for it', async () => {
    const { call, workstation } = await station()
    const { document } = await call('documents.first', { claimId: named.claimId })
    expect(document?.sha256).toBe(named.sha256)
    const bytes = await workstation.fetch(new Request(`http://127.0.0.1:4000${document?.url}`))
    expect(await bytes.text()).toBe('a signed paper')
  })
})
