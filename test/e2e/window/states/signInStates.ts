import type { Page } from '@playwright/test'
import { expect } from './expect.ts'
import type { State } from './state.ts'
import { words, within } from './words.ts'

const isAskedIn = (page: Page) =>
  expect(
    page.getByRole('heading', { level: 1, name: words('Sign in to Proofdesk', 'Accedere a Proofdesk') }),
  ).toBeFocused()

const says = (page: Page, english: string, italian: string) =>
  expect(page.getByText(within(english, italian)).first()).toBeVisible()

async function openMenu(page: Page): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: within('People and settings', 'Persone e impostazioni') })
    .click()
  await expect(page.getByText(within('Signed in as', 'Accesso eseguito come'))).toBeVisible()
}

/** Who has to sign in, is about to, may work no longer without the hub, or goes. */
export const signInStates: readonly State[] = [
  { scene: 'signedOut', shows: 'nobody signed in', reach: isAskedIn },
  {
    scene: 'signInWaiting',
    shows: 'the browser being waited for',
    reach: (page) => says(page, 'Finish signing in', 'Completi l’accesso'),
  },
  {
    scene: 'signInFailed',
    shows: 'a sign-in that did not come about',
    reach: async (page) => {
      await isAskedIn(page)
      await page.getByRole('button', { name: words('Sign in', 'Accedi') }).click()
      await says(page, 'The directory cannot be reached', 'Impossibile raggiungere la directory')
    },
  },
  { scene: 'signedIn', shows: 'who is signed in, and until when', reach: openMenu },
  {
    scene: 'signInSoon',
    shows: 'work without the hub that ends soon',
    reach: (page) => says(page, 'The hub has not been reached', 'L’hub non è raggiungibile'),
  },
  {
    scene: 'signInLapsed',
    shows: 'a directory that asks again',
    reach: (page) => says(page, 'The directory wants you', 'La directory chiede di accedere'),
  },
  {
    scene: 'signInOver',
    shows: 'nothing but reading',
    reach: (page) => says(page, 'For seven days nobody', 'Per sette giorni nessuno'),
  },
  {
    scene: 'signedIn',
    shows: 'signing out with something unsent',
    reach: async (page) => {
      await openMenu(page)
      await page.getByRole('menuitem', { name: words('Sign out', 'Esci') }).click()
      await expect(page.getByRole('alertdialog')).toBeVisible()
    },
  },
]
