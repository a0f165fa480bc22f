import type { Page } from '@playwright/test'
import type { RecordReply } from '../../../../src-preload/contract/recordShape.ts'
import { anAlteredRecord, aVerifiedRecord } from '../../../builders/decisionRecord.ts'
import { expect } from './expect.ts'
import type { State } from './state.ts'
import { words } from './words.ts'

/** Opens a file as a person does; what the core makes of it is the test's. */
export async function openRecord(page: Page, reply: RecordReply): Promise<void> {
  await page.route('**/records', (route) => route.fulfill({ json: reply }))
  const choosing = page.waitForEvent('filechooser')
  await page
    .getByRole('button', { name: words('Open a decision record', 'Apri un verbale di decisione') })
    .click()
  const chooser = await choosing
  await chooser.setFiles({
    name: 'Decision 42880131.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from('PK'),
  })
}

/** Tables, records of decisions and the log. */
export const reportStates: readonly State[] = [
  {
    scene: 'audit',
    shows: 'the log of the workstation',
    reach: (page) => expect(page.getByRole('row').nth(4)).toBeVisible(),
  },
  {
    scene: 'audit',
    shows: 'a log in which nothing fits',
    reach: async (page) => {
      await page.getByLabel(words('Text', 'Testo')).fill('nobody did this')
      await expect(
        page.getByText(words('Nothing in the log fits', 'Niente nel registro corrisponde')),
      ).toBeVisible()
    },
  },
  {
    scene: 'othersLog',
    shows: 'that the log is not for everybody',
    reach: (page) =>
      expect(
        page.getByText(words('The log is not yours to read', 'Il registro non è leggibile da te')),
      ).toBeVisible(),
  },
  {
    scene: 'savedTable',
    shows: 'where a table was saved',
    reach: async (page) => {
      await page.getByRole('button', { name: words('Save as a table', 'Salva come tabella') }).click()
      await page.getByRole('menuitem', { name: words('As CSV', 'Come CSV') }).click()
      await expect(page.getByText('/home/marta/Downloads')).toBeVisible()
    },
  },
  {
    scene: 'record',
    shows: 'that no record is open',
    reach: (page) =>
      expect(page.getByText(words('No record is open', 'Nessun verbale è aperto'))).toBeVisible(),
  },
  {
    scene: 'record',
    shows: 'a verified record',
    reach: async (page) => {
      await openRecord(page, aVerifiedRecord())
      await expect(page.getByText(words('Verified', 'Verificato'))).toBeVisible()
    },
  },
  {
    scene: 'record',
    shows: 'a record of which a byte was changed',
    reach: async (page) => {
      await openRecord(page, anAlteredRecord())
      await expect(page.getByText('decision.json')).toBeVisible()
    },
  },
]
