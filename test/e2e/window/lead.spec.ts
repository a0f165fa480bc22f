import { expect, type Page, test } from '@playwright/test'
import { asked } from './asked.ts'
import { startWindowSite, type WindowSite } from './windowSite.ts'

let site: WindowSite
test.beforeAll(async () => {
  site = await startWindowSite()
})
test.afterAll(() => site.close())

const list = (page: Page) => page.getByRole('tabpanel')
const lines = (page: Page) => list(page).getByRole('listitem')

test('a team lead reaches the board by keys, walks its list, sees why a clock says so and opens the claim', async ({
  page,
}) => {
  await page.goto(`${site.urlOf('leadBoard')}#/queue`)
  await expect(page.getByRole('link', { name: 'Team board' })).toBeVisible()
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('l')
  await expect(page.getByRole('tab', { selected: true })).toHaveAccessibleName(/^At risk, 75 %/)
  await expect(lines(page)).toHaveCount(5)
  await page.keyboard.press('j')
  await expect(lines(page).nth(0).getByRole('button')).toBeFocused()
  await page.keyboard.press('j')
  await expect(lines(page).nth(1).getByRole('button')).toBeFocused()
  await page.keyboard.press('w')
  const why = page.getByRole('complementary', { name: /^Why this clock says/ })
  await expect(why).toContainText('Holiday: Ognissanti')
  await page.keyboard.press('Escape')
  await expect(why).toHaveCount(0)
  await page.keyboard.press('o')
  await expect(page).toHaveURL(/#\/claims\/42880101$/)
})

test('claims of a list are picked by keys and go to one person, with who holds what shown before', async ({
  page,
}) => {
  await page.goto(site.urlOf('leadBoard'))
  await expect(lines(page)).toHaveCount(5)
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+J')
  await expect(list(page).getByRole('checkbox', { checked: true })).toHaveCount(2)
  const bar = page.getByRole('toolbar', { name: 'Picked claims of the list' })
  await expect(bar).toContainText('2 claims picked')
  await page.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
  await list(page).getByRole('checkbox', { name: 'Pick Harrow Point Teams Phone' }).click()
  await expect(bar).toContainText('1 claim picked')
  await page.keyboard.press('Shift+H')
  const step = page.getByRole('dialog', { name: 'Hand over this claim' })
  await step.getByRole('combobox', { name: 'To' }).click()
  await page.getByRole('option', { name: /^Idris Bello/ }).click()
  await expect(step.getByText('Nothing stands in the way.')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(step).toHaveCount(0)
  await expect(bar).toHaveCount(0)
  await expect
    .poll(() => asked(page, 'team.act'))
    .toMatchObject([
      { act: 'hand_over', claims: [{ claimId: '42880101', revision: 3, toUserId: 'u-idris' }] },
    ])
})

test('every number of the board is a button that opens what it counts', async ({ page }) => {
  await page.goto(site.urlOf('leadBoard'))
  await page.getByRole('button', { name: 'Review, past due: 4' }).click()
  await page.getByRole('button', { name: 'Pickup, due Thu 26 Nov: 13' }).click()
  await page.getByRole('button', { name: /^Breached in the week from Mon 5 Oct: every clock/ }).click()
  await page.getByRole('button', { name: 'Open for 3 to 5 business days: 96' }).click()
  await page.getByRole('button', { name: 'Open with Idris Bello: 50' }).click()
  await page.getByRole('tab', { name: 'Pauses to check: 1' }).click()
  const figures = (await asked(page, 'lead.claims')).map((input) => Reflect.get(input as object, 'figure'))
  expect(figures.slice(1)).toEqual([
    { of: 'due', timer: 'review', when: 'overdue' },
    { of: 'due', timer: 'pickup', when: '2026-11-26' },
    { of: 'week', monday: '2026-10-05', timer: null },
    { of: 'age', from: 3 },
    { of: 'holder', userId: 'u-idris' },
    { of: 'late_pauses' },
  ])
  await expect(list(page).getByRole('heading')).toContainText(
    'Pauses that began after the partner had answered',
  )
})

test('lists are asked for as of the moment of the numbers', async ({ page }) => {
  await page.goto(site.urlOf('leadBoard'))
  await expect(lines(page)).toHaveCount(5)
  const moments = (await asked(page, 'lead.claims')).map((input) => Reflect.get(input as object, 'asOf'))
  expect(new Set(moments)).toEqual(new Set(['2026-11-21T12:00:00.000Z']))
})

test('each group is one stop of the Tab key, with arrows inside', async ({ page }) => {
  await page.goto(site.urlOf('leadBoard'))
  await expect(lines(page)).toHaveCount(5)
  await page.getByRole('tab').first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: /^Due today/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: /^Due today/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Pickup, past due: 2' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: 'Review, past due: 4' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('button', { name: /^Review, due Mon 23 Nov/ })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Table', exact: true })).toBeFocused()
})

test('a number narrows to one of its parts and widens again by Escape', async ({ page }) => {
  await page.goto(site.urlOf('leadBoard'))
  await list(page).getByRole('button', { name: 'Review 2' }).click()
  await expect(lines(page)).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(lines(page)).toHaveCount(5)
  await list(page).getByRole('button', { name: 'Reviewer', exact: true }).click()
  await expect(list(page).getByRole('button', { name: 'Idris Bello 1' })).toBeVisible()
})

test('the list that was looked at is there again after one of its claims', async ({ page }) => {
  await page.goto(site.urlOf('leadBoard'))
  await page.getByRole('tab', { name: /^Breached/ }).click()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/claims\//)
  await page.goBack()
  await expect(page.getByRole('tab', { name: /^Breached/ })).toHaveAttribute('aria-selected', 'true')
})

test('nobody but a team lead has a way to the board', async ({ page }) => {
  await page.goto(site.urlOf('notALead'))
  await expect(page.getByRole('heading', { name: 'The board is for team leads' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Team board' })).toHaveCount(0)
})
