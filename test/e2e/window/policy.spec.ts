import { expect, type Page, test } from '@playwright/test'
import { startWindowSite, type WindowSite } from './windowSite.ts'
import { asked } from './asked.ts'

let site: WindowSite
test.beforeAll(async () => {
  site = await startWindowSite()
})
test.afterAll(() => site.close())

const grid = (page: Page) => page.getByRole('grid')
const focused = (page: Page) => page.locator(':focus')
const bar = (page: Page) => page.getByRole('region', { name: 'Next step' })
/** What was kept last of what was typed. */
const lastKept = async (page: Page) =>
  (await asked(page, 'policy.keepDraft')).at(-1) as
    | { own: { content: { calendar: { holidays: { day: string; name: string }[] } } } | null }
    | undefined

test('by keys alone the calendar is reached and walked, and a holiday made, named and taken away', async ({
  page,
}) => {
  await page.goto(`${site.urlOf('calendarUntouched')}#/queue`)
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Team board' })).toBeVisible()
  await expect(grid(page).getByRole('row').nth(1)).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await expect(page).toHaveURL(/#\/policy$/)
  const places = page.getByRole('navigation', { name: 'The team lead’s places' })
  await expect(places.locator('[aria-current=page]')).toHaveText('Calendars and policy')
  const today = grid(page).locator('[tabindex="0"]')
  await expect(today).toHaveAttribute('aria-current', 'date')
  await today.focus()
  const first = await focused(page).getAttribute('aria-label')
  await page.keyboard.press('PageDown')
  await page.keyboard.press('PageDown')
  await expect(focused(page)).not.toHaveAttribute('aria-label', first ?? '')
  await page.keyboard.press('PageUp')
  await page.keyboard.press('PageUp')
  await expect(grid(page).locator('[tabindex="0"]')).toHaveCount(1)
  await page.keyboard.press('PageDown')
  // The first Monday of a month that has no holiday yet.
  await page.keyboard.press('Home')
  await expect(focused(page)).toHaveAttribute('role', 'gridcell')
  const monday = (await focused(page).getAttribute('aria-label')) ?? ''
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: new RegExp(`^Holiday on ${monday}`) })).toBeFocused()
  await page.keyboard.type('Bridge day')
  await page.keyboard.press('Enter')
  await expect(focused(page)).toHaveAttribute('aria-label', `${monday}, Bridge day, added in this draft`)
  await expect(page.getByText('1 change, nothing applies until it is published')).toBeVisible()
  await expect
    .poll(async () => (await lastKept(page))?.own?.content.calendar.holidays.map(({ name }) => name))
    .toContain('Bridge day')
  await page.keyboard.press('Enter')
  await expect(focused(page)).toHaveAttribute('aria-label', monday)
  await expect(page.getByText('No changes')).toBeVisible()
})

test('a holiday that is taken away stays in sight until it is published, and comes back under its name', async ({
  page,
}) => {
  await page.goto(site.urlOf('calendarUntouched'))
  const team = grid(page).getByRole('gridcell', { name: /Festa della squadra/ })
  await team.click()
  await team.press('Enter')
  await expect(
    grid(page).getByRole('gridcell', { name: /was Festa della squadra, taken away in this draft/ }),
  ).toBeVisible()
  await focused(page).press('Enter')
  await expect(page.getByText('No changes')).toBeVisible()
})

test('a draft is proposed with Ctrl+Enter, also out of the field in which one says why', async ({ page }) => {
  await page.goto(site.urlOf('calendarTyped'))
  const because = page.getByRole('textbox', { name: 'Because' })
  await because.fill('')
  await expect(bar(page)).toContainText('Say why.')
  await page.keyboard.press('Control+Enter')
  expect(await asked(page, 'policy.act')).toEqual([])
  await because.fill('The sites agreed.')
  await expect(page.getByRole('button', { name: /^Propose version 8/ })).not.toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => asked(page, 'policy.act')).toMatchObject([{ act: 'propose', revision: 4 }])
})

test('what another lead proposes is published; what one wrote oneself waits for another lead', async ({
  page,
}) => {
  await page.goto(site.urlOf('calendarProposed'))
  await expect(page.getByRole('button', { name: /^Publish version 8/ })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => asked(page, 'policy.act')).toMatchObject([{ act: 'publish', revision: 3 }])
  await page.goto(site.urlOf('calendarMine'))
  await expect(bar(page)).toContainText('Another lead has to publish it: you wrote it last.')
  await expect(page.getByRole('button', { name: /^Publish version 8/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
})

test('who was overtaken sees by whom, and nothing is merged by itself', async ({ page }) => {
  await page.goto(site.urlOf('calendarOvertaken'))
  const notice = page.getByRole('alert').filter({ hasText: 'Bastien Moreau changed the draft' })
  await expect(notice).toBeVisible()
  await notice.getByRole('button', { name: 'Put mine in its place' }).click()
  await expect
    .poll(async () => (await asked(page, 'policy.keepDraft')).at(-1))
    .toMatchObject({ own: { seen: 3 } })
  await expect(notice).toHaveCount(0)
})

test('a field of a profile says what it means; what does not fit stays out of the draft', async ({
  page,
}) => {
  await page.goto(site.urlOf('profileTyped'))
  await page.getByRole('button', { name: /^seed-2020/ }).click()
  const age = page.getByRole('spinbutton', { name: 'Max age months' })
  await expect(age).toHaveValue('18')
  await expect(age).toHaveAccessibleDescription(/How many months before the submission/)
  await age.fill('0')
  await expect(page.getByText('Not taken: whole number, 1 to 120')).toBeVisible()
  expect(await asked(page, 'policy.keepDraft')).toEqual([])
  await age.fill('24')
  await expect
    .poll(async () => (await asked(page, 'policy.keepDraft')).at(-1))
    .toMatchObject({ own: { content: { profile: { poe: { maxAgeMonths: 24 } } } } })
  await expect(page.getByText('24 of 61 judged, 3 verdicts flip so far.', { exact: false })).toBeVisible()
  await expect(page.getByRole('row', { name: /Dates.*Not met.*Met.*Rejected/ })).toBeVisible()
})
