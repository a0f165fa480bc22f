import type { Page } from '@playwright/test'
import { expect } from './expect.ts'
import type { State } from './state.ts'
import { words } from './words.ts'

const isLocked = (page: Page) =>
  expect(
    page.getByRole('heading', {
      level: 1,
      name: words('Your data are locked', 'I dati sono bloccati'),
    }),
  ).toBeFocused()

const isWiped = (page: Page) =>
  expect(
    page.getByRole('heading', {
      level: 1,
      name: words('This workstation was wiped', 'Questa postazione è stata cancellata'),
    }),
  ).toBeFocused()

const press = (page: Page, english: string, italian: string) =>
  page.getByRole('button', { name: words(english, italian) }).click()

/** A profile whose key cannot be read, and what became of one. */
export const lockedStates: readonly State[] = [
  { scene: 'lockedGone', shows: 'a profile whose key is gone', reach: isLocked },
  {
    scene: 'lockedPerson',
    shows: 'a locked profile of somebody who may sign out',
    reach: (page) => expect(page.getByRole('button', { name: words('Sign out', 'Esci') })).toBeVisible(),
  },
  {
    scene: 'lockedPassphrase',
    shows: 'a wrong passphrase',
    reach: async (page) => {
      await isLocked(page)
      await page.getByLabel(words('Passphrase', 'Passphrase')).fill('not this one')
      await press(page, 'Unlock', 'Sbloccare')
      await expect(page.getByRole('status').filter({ hasText: /\S/ })).toBeVisible()
    },
  },
  {
    scene: 'lockedUnknown',
    shows: 'a new beginning that wants a passphrase',
    reach: async (page) => {
      await isLocked(page)
      await press(page, 'Set the locked data aside', 'Mettere da parte i dati bloccati')
      await press(page, 'Set aside and begin anew', 'Mettere da parte e ricominciare')
      await expect(page.locator('input[type=password]')).toBeVisible()
    },
  },
  { scene: 'wiped', shows: 'a workstation that was wiped from afar', reach: isWiped },
  {
    scene: 'wipedUntold',
    shows: 'a new beginning before the hub knows of the wipe',
    reach: async (page) => {
      await isWiped(page)
      await press(page, 'Begin anew', 'Ricominciare')
      await expect(page.getByRole('status').filter({ hasText: /\S/ })).toBeVisible()
    },
  },
  { scene: 'wipedRest', shows: 'a wipe of which files are left', reach: isWiped },
  {
    scene: 'keptAside',
    shows: 'where the key is kept',
    reach: (page) => page.locator('#settings-storage').scrollIntoViewIfNeeded(),
  },
]
