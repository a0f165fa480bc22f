import { expect } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CLAIMANTS } from './launch/claimants.ts'
import { openContest, openTheirCase } from './launch/contest.ts'
import { test } from './launch/proofdesk.ts'

test('a lead saves the file of a case without the hub: one tagged PDF with both papers in strips, for the house alone', async ({
  page,
  bench,
}) => {
  const two = CLAIMANTS.slice(0, 2)
  const { hub, screens } = await openContest(page, bench, two)
  await openTheirCase(page)
  await expect(page.getByRole('columnheader')).toHaveCount(2)
  const ladder = page.getByRole('complementary', { name: 'Rule ladder' })
  await expect(ladder).toContainText('Recency points to', { timeout: 60_000 })
  await hub.stop()
  await expect(screens.state).toContainText('Offline', { timeout: 60_000 })

  await page.keyboard.press('f')
  await expect(page.getByText('The case file is being made.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save the case file as PDF' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await expect(page.getByText(/^Saved as .+\.pdf\./)).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('button', { name: 'Save the case file as PDF' })).not.toHaveAttribute(
    'aria-disabled',
    'true',
  )

  const [name = '', ...others] = readdirSync(bench.downloads)
  expect(others).toEqual([])
  const file = join(bench.downloads, name)
  expect(statSync(file).mode & 0o077).toBe(0)
  const read = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: 'utf8' })
  expect(read('pdfinfo', file)).toMatch(/^Tagged:\s+yes$/mu)
  const text = read('pdftotext', file, '-')
  for (const { claimId, partner } of two) {
    expect(text).toContain(claimId)
    expect(text).toContain(partner)
  }
  expect(text).toContain('Internal record, not for partners')
  // Strips of both papers, which were drawn by the reader's process.
  const strips = read('pdfimages', '-list', file)
    .split('\n')
    .filter((line) => / image /u.test(line))
  expect(strips.length).toBeGreaterThanOrEqual(4)
  // No browser that printed stays, and nothing of it.
  expect(readdirSync(join(bench.dataDir, 'printing'))).toEqual([])
})
