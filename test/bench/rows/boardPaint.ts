import type { Page } from '@playwright/test'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { markLocal } from '../../../src-main/store/documentsRepo.ts'
import { applyPage } from '../../../src-main/workstation/sync/pull.ts'
import { aCase, aParty } from '../../builders/arbitrationCase.ts'
import { sha256Of } from '../../builders/claimRecord.ts'
import { openBenchCore } from '../measure/benchCore.ts'
import { openBrowser } from '../measure/browser.ts'
import { startHost } from '../measure/loopbackHost.ts'
import { claimNumber } from '../measure/manyClaims.ts'
import { type Bench, compare } from '../measure/row.ts'

const PARTIES = 5
const DOCUMENTS_EACH = 4
const ROUNDS = 15
/** Twenty papers are read before anything is measured; pictures among them take their time. */
const CHECKED_WITHIN_MS = 300_000
const MEDIA = 'application/pdf'

/** A case of five parties must stand there as soon as one claim does: its papers come after it. */
export const boardPaint: Bench = {
  id: 'board-paint',
  async run({ root, say, scratch }) {
    const dataDir = mkdtempSync(join(scratch, 'board-paint-'))
    const claims = await fill(root, dataDir)
    const host = await startHost(root, dataDir)
    const browser = await openBrowser()
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      await page.goto(host.launchUrl)
      say(`  reading ${PARTIES * DOCUMENTS_EACH} papers …`)
      await page.evaluate((hash) => void (location.hash = hash), boardHash(1))
      await page
        .getByRole('columnheader')
        .nth(PARTIES - 1)
        .waitFor()
      await page
        .getByText('not checked yet')
        .first()
        .waitFor({ state: 'detached', timeout: CHECKED_WITHIN_MS })
      let [opened, round] = [0, 0]
      return await compare(
        {
          id: 'board-paint',
          what: `a case of ${PARTIES} parties and ${PARTIES * DOCUMENTS_EACH} documents opened → its board painted`,
          baseline: 'one claim of them opened → its first page painted',
          must: 2,
          aim: 1,
          rounds: ROUNDS,
          ours: () => {
            opened += 1
            return timeTo(page, boardHash(opened - 1), boardPainted)
          },
          theirs: () => {
            round += 1
            return timeTo(page, `#/claims/${claims[round % PARTIES]}`, pagePainted)
          },
        },
        say,
      )
    } finally {
      await browser.close()
      await host.stop()
    }
  },
}

/** The window keeps the case that it showed last: each opening is of the other one, between the same claims. */
const CASES = ['0e6d7a0c-6f6e-4d4c-9d11-1f6f3a7b2c01', '0e6d7a0c-6f6e-4d4c-9d11-1f6f3a7b2c02'] as const
const boardHash = (round: number): string => `#/arbitration/${CASES[round % CASES.length]}`

/** A profile with the case, its claims and their papers on the disk; the ids of the claims. */
async function fill(root: string, dataDir: string): Promise<string[]> {
  const folder = join(root, 'resources/demo/documents')
  const papers = readdirSync(folder)
    .filter((name) => name.endsWith('.pdf'))
    .toSorted()
    .slice(0, PARTIES * DOCUMENTS_EACH)
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
  const records = Array.from({ length: PARTIES }, (_, n) =>
    partyClaim(n, papers.slice(n * DOCUMENTS_EACH, (n + 1) * DOCUMENTS_EACH)),
  )
  const parties = records.map(({ form: { claimId, mpnId, partnerCompanyName } }) =>
    aParty({ claimId, mpnId, partnerName: partnerCompanyName, items: ['i0'] }),
  )
  const { core, close } = openBenchCore(root, join(dataDir, 'profile'))
  const cases = CASES.map((caseId) => aCase({ caseId, parties }))
  applyPage(core, { value: [...records, ...cases], '@odata.deltaLink': 'end' }, null)
  for (const { bytes } of papers) {
    const sha256 = sha256Of(bytes)
    await core.files.keep(sha256, bytes.length, 0, chunk(bytes))
    core.store.write((store) => markLocal(store, sha256, bytes.length, Date.now()))
  }
  close()
  return records.map(({ form }) => form.claimId)
}

async function* chunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

interface Paper {
  readonly name: string
  readonly bytes: Uint8Array
}

function partyClaim(n: number, papers: readonly Paper[]): ClaimRecord {
  const record = claimNumber(n)
  return ClaimRecord.parse({
    ...record,
    state: 'under_review',
    subState: 'in_review',
    documents: papers.map(({ name, bytes }, at) => ({
      documentId: `p${n}-${at}`,
      sha256: sha256Of(bytes),
      fileName: name,
      mediaType: MEDIA,
      sizeBytes: bytes.length,
      addedAt: record.form.submittedAt,
    })),
  })
}

/** Milliseconds from the change of the address, by one clock for page and frames; the queue stands there before it. */
async function timeTo(page: Page, hash: string, done: (page: Page) => Promise<number>): Promise<number> {
  await page.evaluate(() => void (location.hash = '#/queue'))
  await page.getByRole('grid').waitFor()
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)))
  const painted = done(page)
  const from = await page.evaluate((to) => {
    const at = performance.timeOrigin + performance.now()
    location.hash = to
    return at
  }, hash)
  return (await painted) - from
}

/** When the browser has painted the frame in which the board's table came. */
const boardPainted = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new MutationObserver(() => {
          if (document.querySelector('table tbody tr') === null) return
          observer.disconnect()
          requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now())))
        })
        observer.observe(document.body, { childList: true, subtree: true })
      }),
  )

/** When the frame of the viewer, made anew with the claim, has drawn its first page. */
async function pagePainted(page: Page): Promise<number> {
  const attached = page.waitForEvent('frameattached')
  const frame = await attached
  await frame.waitForURL(/viewer\.localhost/)
  await frame.waitForFunction(() => performance.getEntriesByName('page 1 drawn').length > 0)
  return frame.evaluate(() => {
    const [mark] = performance.getEntriesByName('page 1 drawn')
    return performance.timeOrigin + (mark?.startTime ?? Number.NaN)
  })
}
