import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { HubPort, PoePort } from '../../../../src-main/workstation/ports.ts'
import { createHubLink, fixedAddress } from '../../../../src-main/hosts/services/hubLink.ts'
import { inkHash } from '../../../../src-main/domain/evidence/inkHash.ts'
import type { DocumentFacts } from '../../../../src-main/poe/facts/documentFacts.ts'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aReport } from '../../../builders/checkReport.ts'
import { aClaimRecord, sha256Of } from '../../../builders/claimRecord.ts'
import { unreadFacts } from '../../../builders/documentFacts.ts'
import { anEmbeddedDatabase } from '../../../builders/hub/embeddedDatabase.ts'
import { aHubClaim, TENANT_B } from '../../../builders/hub/hubClaim.ts'
import { openTestHub, type TestHub } from '../../../builders/hub/testHub.ts'
import { factsOf } from '../../../builders/poe/factsOf.ts'
import { aHand, inkOf } from '../../../builders/poe/hands.ts'
import { randomFrom } from '../../../builders/randomFrom.ts'
import { NOTHING_TO_SHOW } from '../../../fakes/nothingToShow.ts'
import { startWorkstation } from '../../../fakes/workstation.ts'

const [MINE, THEIRS] = [ClaimId.parse('C-1'), ClaimId.parse('C-2')]
const bytes = (text: string) => new TextEncoder().encode(text)
const LINES = Array.from({ length: 60 }, (_, i) => `Step ${i} of the rollout is work number ${i * 37}.`)
const SIGNED = (width: number) => inkHash(inkOf(aHand(randomFrom(12)), { width, stroke: width / 75 })) ?? ''

interface Paper {
  readonly lines: readonly string[]
  readonly signature?: string
}

function readAs({ lines, signature }: Paper, of: Uint8Array): DocumentFacts {
  const pen = signature === undefined ? [] : [[100, 700, 120, 40] as const]
  const facts = factsOf([{ lines: lines.map((line, i) => [line, 40, 40 + i * 12] as const), pen }], {
    sha256: sha256Of(of),
  })
  const pages = facts.pages.map((page) => ({
    ...page,
    strokes: page.strokes.map((stroke) => ({ ...stroke, inkHash: signature ?? null })),
  }))
  return { ...facts, pages }
}

/** Reads these papers and no others; what is drawn on them is the customer's signature. */
function aCheckerOf(papers: Readonly<Record<string, Paper>>): PoePort {
  return {
    readerVersion: 'reader-9',
    checkerVersion: 'checks-9',
    ...NOTHING_TO_SHOW,
    async read({ bytes: of }) {
      const paper = papers[new TextDecoder().decode(of)]
      return paper === undefined ? unreadFacts(of) : readAs(paper, of)
    },
    async judge({ form, documents }) {
      const names = documents.map(({ file, facts }) => ({ fileName: file, facts }))
      const signatures = names.flatMap(({ fileName, facts }) =>
        facts.pages.flatMap(({ number, strokes }) =>
          strokes.map(({ quad }) => ({ ...CUSTOMERS, document: fileName, page: number, quads: [quad] })),
        ),
      )
      return { ...aReport(aClaimRecord({ claimId: form.claimId }), 'met'), signatures }
    },
    knowsProduct: async () => true,
  }
}

const CUSTOMERS = {
  kind: 'drawn',
  party: 'customer',
  signer: null,
  date: null,
  intact: null,
  changedAfterSigning: null,
  coversWholeDocument: null,
} as const

describe('what one workstation reads', () => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await openTestHub(await anEmbeddedDatabase())
  })
  beforeEach(() => hub.clear())
  afterAll(() => hub.close())

  /** Two claims of two families, or of one, each with a paper of its own. */
  async function bring(theirs: { readonly mpnId: string; readonly tenantId: string }) {
    const other = aHubClaim({ claimId: THEIRS, tenantId: theirs.tenantId, documents: ['theirs'] })
    const partnerCompanyName = theirs.mpnId === '4711' ? other.form.partnerCompanyName : 'Quarry Digital'
    await hub.ports.documents.put(bytes('mine'))
    await hub.ports.documents.put(bytes('theirs'))
    await hub.put(aHubClaim({ claimId: MINE, documents: ['mine'] }), {
      ...other,
      form: { ...other.form, mpnId: theirs.mpnId, partnerCompanyName },
    })
  }

  const station = async (user: string, papers: Readonly<Record<string, Paper>>) => {
    const link = createHubLink(fixedAddress(new URL(hub.url)))
    const answered: string[] = []
    const watching = new Set<() => void>()
    const port: HubPort = {
      ...link,
      async request(by, path, init) {
        const response = await link.request(by, path, init)
        answered.push(path)
        for (const look of watching) look()
        return response
      },
    }
    const started = await startWorkstation({ hub: port, poe: aCheckerOf(papers), user })
    started.clock.advance(0)
    const open = async (claimId: ClaimId) => started.workstation.dispatch('claims.open', { claimId })
    const flags = async (claimId: ClaimId) =>
      (await started.call('claims.open', { claimId })).report?.flags ?? []
    const isChecked = async (claimId: ClaimId) => {
      const reply = await open(claimId)
      return reply.ok && (await started.call('claims.open', { claimId })).checkStatus === 'ready'
    }
    /** Resolves once the hub has answered at such an address. */
    const whenAnswered = (part: string) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!answered.some((path) => path.includes(part))) return
          watching.delete(look)
          resolve()
        }
        watching.add(look)
        look()
      })
    /** Resolves when a claim changes here by what the hub said is alike. */
    const whenTold = new Promise<void>((resolve) => {
      started.workstation.onEvent((event) => {
        if (event === 'claims.changed' && answered.some((path) => path.endsWith('/alike'))) resolve()
      })
    })
    return { ...started, flags, isChecked, whenAnswered, whenTold }
  }

  /** The first workstation read both papers; the second one cannot read theirs. */
  async function learned(mine: Paper, theirs: Paper) {
    const first = await station('reviewer', { theirs })
    await first.until(() => first.isChecked(THEIRS))
    await first.whenAnswered(`${sha256Of(bytes('theirs'))}/facts/`)
    await first.workstation.stop()
    const second = await station('reviewer-2', { mine })
    await second.until(() => second.isChecked(MINE))
    return second
  }
  const STRANGERS = { mpnId: '815', tenantId: TENANT_B }
  const alone = { lines: ['One line.'] }

  it.each([
    [
      'near-same words',
      { lines: LINES },
      { lines: [...LINES.slice(0, -1), 'The last line differs a little.'] },
      { kind: 'shared_evidence', severity: 'medium', reuse: { how: 'text', page: null } },
    ],
    [
      'a signature pasted in another size',
      { ...alone, signature: SIGNED(300) },
      { ...alone, signature: SIGNED(180) },
      { kind: 'signature_reused', severity: 'medium', reuse: { how: 'signature', page: 1 } },
    ],
  ])('is known on the claim that another one looks at: %s', async (_, mine, theirs, flag) => {
    await bring(STRANGERS)
    const second = await learned(mine, theirs)
    await second.until(async () => (await second.flags(MINE)).length > 0)
    expect(await second.flags(MINE)).toEqual([
      expect.objectContaining({
        ...flag,
        reuse: expect.objectContaining({ ...flag.reuse, claimId: THEIRS, partnerName: 'Quarry Digital' }),
      }),
    ])
  })

  it.each([
    ['of the same partner and customer', aHubClaim().form.customer.tenantId],
    ['of the same partner, whose form it is, for another customer', TENANT_B],
  ])('is no news on a claim %s', async (_, tenantId) => {
    await bring({ mpnId: '4711', tenantId })
    const other = { lines: [...LINES.slice(0, -1), 'The last line differs a little.'] }
    const second = await learned({ lines: LINES }, other)
    // The hub has named the other claim, and the workstation has kept it.
    await second.whenTold
    expect(await second.flags(MINE)).toEqual([])
  })
})
