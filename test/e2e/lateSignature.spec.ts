import { expect } from '@playwright/test'
import { drawnBytes } from '../builders/poe/drawnPdf.ts'
import { paintWorkOrder } from '../builders/poe/workOrder.ts'
import { otherSideOf } from './launch/otherSide.ts'
import { test } from './launch/proofdesk.ts'
import { screensOf } from './launch/screens.ts'

const NAME = 'Aldermere intranet and OneDrive'
const CLAIM = '35196622'

/** What the partner of this claim has its customer sign today: days after the claim was submitted. */
const signedToday = (): Promise<Uint8Array> =>
  drawnBytes([
    paintWorkOrder({
      title: 'Acceptance of services',
      customer: 'Aldermere Building Society',
      partner: 'Kestrel & Rowe Consulting Ltd',
      tenant: null,
      work: [
        'Kestrel & Rowe moved the intranet to SharePoint Online and rebuilt 312 pages,',
        'migrated 1,140 home drives to OneDrive for Business and trained forty site owners.',
      ],
      customerDate: new Date().toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
      partnerDate: null,
      partnerSigns: false,
    }),
  ])

test('a signature that was asked for, and dated after the submission, is met', async ({ page, bench }) => {
  const hub = await bench.startHub()
  const partner = await otherSideOf(hub.url)
  await bench.open({ hub: hub.url })
  const screens = screensOf(page)
  await screens.settled()
  await screens.openByKeyboard('aldermere', NAME)
  await expect(screens.criterion('Customer signature')).toContainText('Not met')

  await page.keyboard.press('i')
  await expect(page.getByRole('checkbox', { name: /Missing Customer Acknowledgment/ })).toBeChecked()
  await expect(page.getByRole('textbox', { name: /^To / })).toHaveValue(/35196622/)
  await screens.sendLetter()
  await expect(screens.state).toContainText('Outbox 0', { timeout: 30_000 })

  await partner.addDocument(CLAIM, 'acceptance signed.pdf', Buffer.from(await signedToday()))
  await partner.act(CLAIM, 'resubmit', { comment: 'Signed now.' })
  await page.goto(`${new URL(page.url()).origin}/#/claims/${CLAIM}`)
  await page.keyboard.press('Control+Alt+s')
  const heading = (name: string) => screens.criterion(name).getByRole('heading', { level: 3 })
  await expect(heading('Customer signature')).toHaveText(/Customer signature\s*Met/, { timeout: 60_000 })
  await expect(heading('Dates')).toHaveText(/Dates\s*Met/)
  await expect(
    page.getByText(/Customer signature: was Not met, now Met \(page 1 of the new document .*acceptance/),
  ).toBeVisible()
})
