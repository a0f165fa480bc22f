import { chromium, expect, type Page } from '@playwright/test'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import demo from '../../resources/demo/demo.json' with { type: 'json' }
import { CLOSED_CLAIM_DAYS } from '../../src-main/domain/claim/retention.ts'
import { test, viewerOf } from './launch/proofdesk.ts'
import { screensOf } from './launch/screens.ts'
import { watchPlaces } from './launch/watchedPlaces.ts'

const PAPERS = resolve(import.meta.dirname, '../../resources/demo/documents')
const OPENINGS = 50
/** Made by Chromium for itself: memory that its processes share and locks. Looked into all the same. */
const CHROMIUMS_OWN = /^(?:\.?org\.chromium\.|\.?com\.google\.Chrome|scoped_dir)/

/** A claim that closed long ago is on no workstation any more. */
const claims = demo.claims
  .filter(({ documents, submitted }) => documents.length > 0 && submitted.daysAgo < CLOSED_CLAIM_DAYS)
  .map(({ form }) => form.claimId)

/** Shows a claim and waits until its first paper has been painted; it may have been fetched ahead, behind the claim before it. */
async function openPaper(page: Page, claimId: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/claims/${claimId}`)
  await expect(page.getByRole('main').getByText(claimId, { exact: true }).first()).toBeVisible()
  await expect(viewerOf(page).locator('.page, .laid-page, canvas').first()).toBeVisible({
    // Papers that are laid out are shown when they were read, and all of the queue are being read just now.
    timeout: 120_000,
  })
}

test('fifty papers of all kinds are read and shown, and no copy is made outside of the data folder', async ({
  bench,
  launchOptions,
}) => {
  test.setTimeout(480_000)
  const folder = mkdtempSync(join(tmpdir(), 'proofdesk-e2e-'))
  const temporary = join(folder, 'temporary')
  mkdirSync(temporary)
  const env = { ...process.env, TMPDIR: temporary }
  // As the product starts its browser: with a profile in a folder of its own data.
  const browser = await chromium.launchPersistentContext(join(folder, 'data', 'browser'), {
    ...launchOptions,
    env,
  })
  const page = browser.pages()[0] ?? (await browser.newPage())
  const papers = readdirSync(PAPERS).map((name) => new Uint8Array(readFileSync(join(PAPERS, name))))
  const watched = watchPlaces([temporary], papers)
  try {
    await bench.open({ elsewhere: page, env: { TMPDIR: temporary } })
    await screensOf(page).settled()
    expect(claims.length).toBeGreaterThanOrEqual(OPENINGS)
    for (const claimId of claims.slice(0, OPENINGS)) await openPaper(page, claimId)
    // The watch sees what is made: a copy that somebody leaves is named.
    const left = join(temporary, 'left.pdf')
    writeFileSync(left, papers[0] ?? '')
    await expect.poll(() => [...watched.copies]).toEqual([left])
    rmSync(left)
  } finally {
    await browser.close()
    watched.end()
    rmSync(folder, { recursive: true, force: true })
  }
  expect([...watched.copies]).toEqual([join(temporary, 'left.pdf')])
  const strange = [...watched.made]
    .map((path) => path.slice(temporary.length + 1))
    .filter((name) => name !== 'left.pdf')
  expect(strange.filter((name) => !CHROMIUMS_OWN.test(name))).toEqual([])
})
