import { describe, expect, it } from 'vitest'
import { inkHash } from '../../../../src-main/domain/evidence/inkHash.ts'
import type { PoePort } from '../../../../src-main/workstation/ports.ts'
import type { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { Verdict } from '../../../../src-preload/contract/vocabulary/words.ts'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aReport } from '../../../builders/checkReport.ts'
import { aClaimRecord, type ClaimWishes, sha256Of } from '../../../builders/claimRecord.ts'
import { factsOf, type PlainPage } from '../../../builders/poe/factsOf.ts'
import { aHand, inkOf, signedAgain } from '../../../builders/poe/hands.ts'
import { randomFrom } from '../../../builders/randomFrom.ts'
import { feedOf, type Script, startScriptedHub } from '../../../fakes/scriptedHub.ts'
import { startWorkstation } from '../../../fakes/workstation.ts'
import { NOTHING_TO_SHOW } from '../../../fakes/nothingToShow.ts'

const [ONE, TWO] = [ClaimId.parse('208417'), ClaimId.parse('208418')]
const bytes = (text: string) => new TextEncoder().encode(text)
const HASH = 'a5c3f00f3cc35aa5'
/** The same page, scanned once more. */
const HASH_AGAIN = 'a5c3f00f3cc35aa4'
const HAND = aHand(randomFrom(4711))
const SIGNED = inkHash(inkOf(HAND, { width: 300, stroke: 4 })) ?? ''
const SIGNED_SMALLER = inkHash(inkOf(HAND, { width: 180, stroke: 2 })) ?? ''
const SIGNED_ANEW = inkHash(inkOf(signedAgain(HAND, 0.2, randomFrom(5)), { width: 300, stroke: 4 })) ?? ''
const WORK = Array.from({ length: 60 }, (_, i) => `Step ${i} of the rollout is work number ${i * 37}.`)
const OTHER_WORK = Array.from(
  { length: 60 },
  (_, i) => `Day ${i} of the migration moved box ${i * 53} there.`,
)
const SIGNING_PLACE: readonly [number, number, number, number] = [100, 600, 120, 40]

interface Paper {
  readonly text?: readonly string[]
  /** Hash of the page as it is shown; then it is a scan. */
  readonly look?: string
  /** Look of the ink of the picture in the customer's block. */
  readonly signature?: string
  /** What the checker says of the customer's acknowledgment on it. */
  readonly acknowledged?: Verdict
}

function readAs({ text = [], look, signature }: Paper, sha: Uint8Array) {
  const page: PlainPage = {
    lines: text.map((line, i) => [line, 40, 40 + i * 12] as const),
    images: signature === undefined ? [] : [SIGNING_PLACE],
    textClass: look === undefined ? 'text' : 'scan',
  }
  const facts = factsOf([page], { sha256: sha256Of(sha) })
  const pages = facts.pages.map((one) => ({
    ...one,
    pictureHash: look ?? null,
    images: one.images.map((image) => ({ ...image, inkHash: signature ?? null })),
  }))
  return { ...facts, pages }
}

/** Reads papers as the test wants them; a picture in the signing place is the customer's. */
function aChecker(papers: Record<string, Paper>): PoePort {
  const saidOf = (sha256: string | undefined) => {
    const paper = Object.keys(papers).find((text) => sha256Of(bytes(text)) === sha256)
    return { customerAcknowledgment: papers[paper ?? '']?.acknowledged ?? 'met' } as const
  }
  return {
    readerVersion: 'reader 1',
    checkerVersion: 'checker 1',
    read: async ({ bytes: of }) => readAs(papers[new TextDecoder().decode(of)] ?? {}, of),
    judge: async ({ form, documents }) => ({
      ...aReport(aClaimRecord({ claimId: form.claimId }), 'met', saidOf(documents[0]?.facts.sha256)),
      documents: documents.map(({ file, facts }) => ({
        file,
        sha256: facts.sha256,
        type: 'pdf',
        pages: 1,
        status: 'read' as const,
        kind: null,
        reason: null,
      })),
      signatures: documents.flatMap(({ file, facts }) =>
        facts.pages.flatMap(({ number, images }) =>
          images.map(({ quad }) => ({
            document: file,
            page: number,
            quads: [quad],
            kind: 'image' as const,
            party: 'customer' as const,
            signer: null,
            date: null,
            intact: null,
            changedAfterSigning: null,
            coversWholeDocument: null,
          })),
        ),
      ),
    }),
    ...NOTHING_TO_SHOW,
    knowsProduct: async () => true,
  }
}

const STRANGER: ClaimWishes = {
  claimId: TWO,
  customerName: 'Eastmoor Foods plc',
  partnerName: 'Quarry Digital Ltd',
}
const claimWith = (paper: string, wishes: ClaimWishes = {}) =>
  aClaimRecord({ ...wishes, documents: [{ documentId: `d-${paper}`, bytes: bytes(paper) }] })

function ofOthers(record: ClaimRecord): ClaimRecord {
  const customer = { ...record.form.customer, tenantId: '9c1e40a2-51d8-4f0e-9a67-0c2f3ed1b9f3' }
  return withForm(record, { mpnId: '5550001', customer: customer as typeof record.form.customer })
}
const withForm = (record: ClaimRecord, form: Partial<ClaimRecord['form']>): ClaimRecord => ({
  ...record,
  form: { ...record.form, ...form },
})

/** Two claims, the second coming later or first, and the flags of each. */
async function flagsOfTwo(
  records: readonly ClaimRecord[],
  papers: Record<string, Paper>,
  script: Partial<Script> = {},
) {
  const byHash = new Map(Object.keys(papers).map((paper) => [sha256Of(bytes(paper)), bytes(paper)]))
  const hub = await startScriptedHub({
    feed: feedOf(() => records.slice(0, 1)),
    document: (sha256) => ({
      bytes: [...byHash].find(([one]) => one === sha256)?.[1] ?? bytes(''),
    }),
    ...script,
  })
  const station = await startWorkstation({ hub: hub.port, poe: aChecker(papers) })
  const open = (record: ClaimRecord | undefined) =>
    station.call('claims.open', { claimId: record?.form.claimId ?? ONE })
  const isChecked = async (record: ClaimRecord) => {
    const reply = await station.workstation.dispatch('claims.open', { claimId: record.form.claimId })
    return reply.ok && (await open(record)).checkStatus === 'ready'
  }
  const changed: unknown[] = []
  station.workstation.onEvent((event, payload) => event === 'claims.changed' && changed.push(payload))
  station.clock.advance(0)
  const [first, second] = records
  if (first !== undefined) await station.until(() => isChecked(first))
  hub.script.feed = () => ({ body: { value: records.slice(1), '@odata.deltaLink': 'seen' } })
  station.clock.advance(60_000)
  if (second !== undefined) await station.until(() => isChecked(second))
  const flagsOf = async (claimId: ClaimId) =>
    ((await station.call('claims.open', { claimId })).report?.flags ?? []).map(
      ({ kind, text, severity, reuse }) => [
        kind,
        severity,
        ...(reuse === undefined ? [text] : [reuse.claimId, reuse.how, reuse.share < 1 ? 'nearly' : 'wholly']),
      ],
    )
  return { station, flagsOf, changed }
}

describe('evidence that stands on another claim too', () => {
  const cases: readonly (readonly [string, Record<string, Paper>, string, string, readonly unknown[]])[] = [
    ['the same bytes', { p: {} }, 'p', 'p', ['shared_evidence', 'high', 'bytes', 'wholly']],
    [
      'the same page scanned again',
      { p: { look: HASH }, q: { look: HASH_AGAIN } },
      'p',
      'q',
      ['shared_evidence', 'high', 'page', 'nearly'],
    ],
    [
      'nearly the same words',
      { p: { text: WORK }, q: { text: [...WORK.slice(0, -1), 'The last line differs a little.'] } },
      'p',
      'q',
      ['shared_evidence', 'medium', 'text', 'nearly'],
    ],
    [
      'the same picture of a signature',
      { p: { signature: SIGNED }, q: { signature: SIGNED } },
      'p',
      'q',
      ['signature_reused', 'high', 'signature', 'wholly'],
    ],
    [
      'the same picture of a signature, saved smaller',
      { p: { signature: SIGNED }, q: { signature: SIGNED_SMALLER } },
      'p',
      'q',
      ['signature_reused', 'high', 'signature', 'nearly'],
    ],
    [
      'the same picture of a signature under other work',
      {
        p: { text: WORK.slice(0, 40), signature: SIGNED },
        q: { text: OTHER_WORK.slice(0, 40), signature: SIGNED },
      },
      'p',
      'q',
      ['signature_reused', 'high', 'signature', 'wholly'],
    ],
  ]

  it.each(cases)(
    'is flagged on both claims, whichever came first: %s',
    async (_, papers, p, q, [kind, severity, how, much]) => {
      const [mine, theirs] = [claimWith(p), ofOthers(claimWith(q, STRANGER))]
      for (const records of [
        [mine, theirs],
        [theirs, mine],
      ]) {
        const { flagsOf, changed } = await flagsOfTwo(records, papers)
        expect(await flagsOf(ONE)).toEqual([[kind, severity, TWO, how, much]])
        expect(await flagsOf(TWO)).toEqual([[kind, severity, ONE, how, much]])
        // The claim that was there is shown anew when the other one brings it.
        expect(JSON.stringify(changed.slice(-4))).toContain(records[0]?.form.claimId)
      }
    },
  )

  it('is nothing where one partner claims twice for one customer', async () => {
    const papers = { p: { text: WORK, signature: SIGNED } }
    const { flagsOf } = await flagsOfTwo([claimWith('p'), claimWith('p', { claimId: TWO })], papers)
    expect([await flagsOf(ONE), await flagsOf(TWO)]).toEqual([[], []])
  })

  it('is nothing where papers only look like each other in type, or share a form', async () => {
    const own = (from: number) =>
      Array.from({ length: 40 }, (_, i) => `Line ${from + i * 7919} tells of own work ${from * i}.`)
    const papers = {
      p: { text: [...WORK.slice(0, 10), ...own(3)], look: undefined },
      q: { text: [...WORK.slice(0, 10), ...own(50_021)], look: undefined },
    }
    const plain = { p: { text: papers.p.text }, q: { text: papers.q.text } }
    const { flagsOf } = await flagsOfTwo([claimWith('p'), ofOthers(claimWith('q', STRANGER))], plain)
    expect([await flagsOf(ONE), await flagsOf(TWO)]).toEqual([[], []])
  })

  it('is nothing where the same hand signed two papers', async () => {
    const papers = { p: { signature: SIGNED }, q: { signature: SIGNED_ANEW } }
    const { flagsOf } = await flagsOfTwo([claimWith('p'), ofOthers(claimWith('q', STRANGER))], papers)
    expect([await flagsOf(ONE), await flagsOf(TWO)]).toEqual([[], []])
  })

  it('is nothing where one partner filled its form in for two customers', async () => {
    const other = [...WORK.slice(0, -1), 'The last line differs a little.']
    const papers = { p: { text: WORK, look: HASH }, q: { text: other, look: HASH_AGAIN } }
    const theirs = claimWith('q', STRANGER)
    const customer = { ...ofOthers(theirs).form.customer }
    const ownPartner = { partnerCompanyName: claimWith('p').form.partnerCompanyName, customer }
    const { flagsOf } = await flagsOfTwo([claimWith('p'), withForm(theirs, ownPartner)], papers)
    expect([await flagsOf(ONE), await flagsOf(TWO)]).toEqual([[], []])
  })

  it('is known from the hub where the other claim is not here', async () => {
    const sighting = {
      claimId: '999001',
      partnerName: 'Quarry Digital Ltd',
      customerName: 'Eastmoor Foods plc',
      fileName: 'sow.pdf',
      addedAt: '2026-10-01T09:00:00.000Z',
    }
    const { station, flagsOf } = await flagsOfTwo(
      [claimWith('p')],
      { p: {} },
      {
        sightings: () => ({ body: { claims: [sighting] } }),
      },
    )
    await station.until(async () => (await flagsOf(ONE)).length > 0)
    expect(await flagsOf(ONE)).toEqual([['shared_evidence', 'high', '999001', 'bytes', 'wholly']])
    // The team sees which claim; the partner is told nothing of it.
    for (const decision of ['approve', 'request_info', 'reject'] as const) {
      const letter = await station.call('claims.draftLetter', {
        claimId: ONE,
        decision,
        reasons: [],
        items: [],
        mayRemoveItems: false,
        partnerRequestReason: null,
      })
      expect(letter.text).not.toBe('')
      for (const word of ['999001', 'Quarry', 'Eastmoor']) expect(letter.text).not.toContain(word)
    }
  })
})

describe('a document that was replaced', () => {
  const act: ClaimRecord['history'][number] = {
    entryId: 'h1',
    at: aClaimRecord().stateChangedAt,
    side: 'reviewer',
    kind: 'review_started',
    actorName: 'Marta',
    fromState: null,
    toState: null,
    fromSubState: null,
    toSubState: null,
    reasons: [],
    changes: [],
    detail: null,
  }
  type Documents = NonNullable<ClaimWishes['documents']>
  const upload = (paper: string, documentId = 'd1', fileName = 'sow.pdf'): Documents[number] => ({
    documentId,
    bytes: bytes(paper),
    fileName,
  })
  async function replaced(history: ClaimRecord['history'], documents: Documents = [upload('q')]) {
    const before = aClaimRecord({ revision: 3, history: [], documents: [upload('p')] })
    const { station, flagsOf } = await flagsOfTwo(
      [before, aClaimRecord({ revision: 4, history, documents })],
      {
        p: { acknowledged: 'not_met' },
        q: {},
        r: {},
      },
    )
    await station.until(async () => {
      const { claim, checkStatus } = await station.call('claims.open', { claimId: ONE })
      return claim.revision === 4 && checkStatus === 'ready'
    })
    return { station, flags: await flagsOf(ONE) }
  }

  it.for([
    ['under the same number', [upload('q')]],
    ['as an upload of its own', [upload('q', 'd9')]],
    ['together with one that is new', [upload('r', 'd2', 'annex.pdf'), upload('q')]],
  ] as const)('under its name after a review is flagged: %s', async ([, documents]) => {
    const { flags } = await replaced([act], documents)
    expect(flags).toEqual([['document_replaced', 'high', expect.stringMatching(/^2026-11-20 .* → /u)]])
  })

  it('before anybody looked, or not at all, is not', async () => {
    expect((await replaced([])).flags).toEqual([])
    expect((await replaced([act], [upload('p')])).flags).toEqual([])
  })

  it('leaves word of what the new check says otherwise', async () => {
    const { station } = await replaced([act])
    const { recheck } = await station.call('claims.open', { claimId: ONE })
    expect(recheck).toMatchObject({
      added: ['sow.pdf'],
      removed: ['sow.pdf'],
      changes: [{ criterion: 'customerAcknowledgment', before: 'not_met', after: 'met' }],
    })
  })
})
