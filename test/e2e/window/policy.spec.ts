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
  const age = page.getByRole('spinbutton', { name: 'Oldest acknowledgment (months)' })
  await expect(age).toHaveValue('18')
  await expect(age).toHaveAccessibleDescription(/How many months before the submission/)
  await age.fill('0')
  await expect(page.getByText('Not taken: a whole number from 1 to 120')).toBeVisible()
  expect(await asked(page, 'policy.keepDraft')).toEqual([])
  await age.fill('24')
  await expect
    .poll(async () => (await asked(page, 'policy.keepDraft')).at(-1))
    .toMatchObject({ own: { content: { profile: { poe: { maxAgeMonths: 24 } } } } })
  await expect(page.getByText('24 of 61 judged, 3 verdicts flip so far.', { exact: false })).toBeVisible()
  await expect(page.getByRole('row', { name: /Dates.*Not met.*Met.*Rejected/ })).toBeVisible()
})

/** The profile that was kept last of what was typed. */
const keptProfile = async (page: Page) =>
  ((await asked(page, 'policy.keepDraft')).at(-1) as { own: { content: { profile: unknown } } } | undefined)
    ?.own.content.profile

test('tables within a profile are changed in their places: rows come and go, and what does not fit says so in its field', async ({
  page,
}) => {
  await page.goto(site.urlOf('profileTyped'))
  await page.getByRole('button', { name: /^seed-2020/ }).click()
  await page.getByText('The profile as a whole').click()
  const names = page.getByRole('group', { name: 'Names of statuses' })
  const which = names.getByRole('combobox', { name: 'Names of statuses: Which one' })
  await which.focus()
  await which.selectOption({ label: 'Disputed' })
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(names.getByText('Not taken: 1 to 40 characters')).toBeVisible()
  await expect(focused(page)).toHaveAccessibleDescription('Not taken: 1 to 40 characters')
  expect(await asked(page, 'policy.keepDraft')).toEqual([])
  await page.keyboard.type('Objection')
  await page.keyboard.press('Enter')
  await expect.poll(() => keptProfile(page)).toMatchObject({ statusNames: { disputed: 'Objection' } })
  await expect(which.getByRole('option', { name: 'Disputed' })).toHaveCount(0)
  const typed = names.getByRole('textbox', { name: 'Names of statuses: Disputed' })
  await typed.fill('')
  await expect(names.getByText('Not taken: 1 to 40 characters')).toBeVisible()
  await typed.fill('Complaint')
  await expect.poll(() => keptProfile(page)).toMatchObject({ statusNames: { disputed: 'Complaint' } })
  await names.getByRole('button', { name: 'Take Disputed away' }).press('Enter')
  await expect.poll(() => keptProfile(page)).toMatchObject({ statusNames: {} })
  await expect(names).toBeFocused()

  const flags = page.getByRole('group', { name: 'Products to look up' })
  await flags.getByRole('textbox').fill('pp.powerpages')
  await flags.getByRole('button', { name: 'Add' }).click()
  await expect
    .poll(() => keptProfile(page))
    .toMatchObject({ catalogueFlags: { 'pp.powerpages': 'check_program_guide' } })
  await flags.getByRole('textbox').fill('pp.powerpages')
  await page.keyboard.press('Enter')
  await expect(flags.getByText('Not taken: pp.powerpages stands here already')).toBeVisible()

  await page.getByRole('heading', { name: 'Rejection' }).click()
  await page
    .getByRole('combobox', { name: 'What an unanswered request becomes: Missing All PoE' })
    .selectOption({ label: 'PoE unavailable' })
  await expect
    .poll(() => keptProfile(page))
    .toMatchObject({ rejection: { reasonsFor: { POE_MISSING_ALL: 'REJ_POE_UNAVAILABLE' } } })
})

test('by keys alone a section that was left out is stated, and its comparisons are put in another order', async ({
  page,
}) => {
  await page.goto(site.urlOf('profileTyped'))
  await page.getByRole('button', { name: /^seed-2020/ }).click()
  await page.getByRole('heading', { name: 'Arbitration' }).click()
  const section = page.locator('details').filter({ has: page.getByRole('heading', { name: 'Arbitration' }) })
  await section.getByRole('button', { name: 'State it here' }).press('Enter')
  const order = section.getByRole('group', { name: 'Order of comparisons' })
  const names = () => order.getByRole('listitem').allInnerTexts()
  await expect.poll(names).toContain('Recency')
  await order.getByRole('button', { name: 'Recency earlier' }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Enter')
  await expect
    .poll(() => keptProfile(page))
    .toMatchObject({ arbitration: { rungs: { recency: 1, validity: 2, customer_statement: 3 } } })
  await expect(order.getByRole('listitem').first()).toContainText('Recency')
  await expect(order.getByRole('button', { name: 'Recency earlier' })).toBeFocused()
  await order.getByRole('button', { name: 'Take Validity away' }).press('Enter')
  await expect
    .poll(() => keptProfile(page))
    .toMatchObject({ arbitration: { rungs: { recency: 1, validity: null, customer_statement: 2 } } })
  await order.getByRole('button', { name: 'Validity', exact: true }).press('Enter')
  await expect.poll(() => keptProfile(page)).toMatchObject({ arbitration: { rungs: { validity: 6 } } })
  await section.getByRole('button', { name: 'Leave it out' }).press('Enter')
  await expect.poll(async () => Object.keys(Object(await keptProfile(page)))).not.toContain('arbitration')
})

test('each count of what moves opens the list behind it, and closes it again', async ({ page }) => {
  await page.goto(site.urlOf('profileTyped'))
  await page.getByRole('button', { name: /^seed-2020/ }).click()
  const moves = page.getByRole('region', { name: 'What moves' })
  await expect(moves.getByRole('table')).toHaveCount(2)
  const flipped = moves.getByRole('button', { name: '1 claim with an act that flips' })
  await flipped.press('Enter')
  await expect(flipped).toHaveAttribute('aria-pressed', 'true')
  await expect(moves.getByRole('table', { name: 'Acts that flip' })).toBeVisible()
  await expect(moves.getByRole('table')).toHaveCount(1)
  const earlier = moves.getByRole('button', { name: '1 move earlier' })
  await earlier.press('Enter')
  await expect(moves.getByRole('table', { name: 'What moves' }).getByRole('row')).toHaveCount(2)
  await earlier.press('Enter')
  await expect(moves.getByRole('table')).toHaveCount(2)
  await expect(moves.getByRole('button', { name: '0 turn overdue' })).toBeDisabled()
})

test('nothing is published before what it changes is worked out, and beside the step stands what it comes to', async ({
  page,
}) => {
  await page.goto(site.urlOf('profileUnseen'))
  await page.getByRole('button', { name: /^seed-2020/ }).click()
  await expect(bar(page)).toContainText('What moves has to be worked out first.')
  await page.keyboard.press('Control+Enter')
  expect(await asked(page, 'policy.act')).toEqual([])
  await page.goto(site.urlOf('calendarProposed'))
  await expect(bar(page)).toContainText('13 due instants move, no claim flips')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => asked(page, 'policy.act')).toMatchObject([{ act: 'publish', revision: 3 }])
})

test('from which day a version judges one lead proposes with a reason, and another puts in force', async ({
  page,
}) => {
  await page.goto(site.urlOf('profileProposed'))
  await page.getByRole('button', { name: /^seed-2020/ }).click()
  const versions = page.getByRole('region', { name: 'Versions' })
  await expect(versions.getByText('Bastien Moreau proposes: judges from 1 Mar 2027')).toBeVisible()
  await expect(versions.getByText('Another lead has to put it in force: you proposed it.')).toBeVisible()
  await expect(versions.getByRole('button', { name: /^Put in force/ })).toHaveCount(1)
  await versions.getByRole('button', { name: 'Put in force from 1 Mar 2027' }).press('Enter')
  await expect(versions.getByText('It judges from that day on.')).toBeVisible()
  await versions.getByText('Judge from another day').click()
  const propose = versions.getByRole('button', { name: 'Propose', exact: true })
  await expect(propose).toHaveAttribute('aria-disabled', 'true')
  await versions.getByLabel('Judges from').fill('2026-01-01')
  await versions.getByLabel('Because').fill('The new articles.')
  await propose.press('Enter')
  await expect(versions.getByText('The day must lie ahead', { exact: false })).toBeVisible()
  await expect(versions.getByLabel('Because')).toHaveValue('The new articles.')
  await versions.getByLabel('Judges from').fill('2027-05-01')
  await propose.press('Enter')
  await expect(versions.getByText('Proposed. Another lead puts it in force.')).toBeVisible()
  await expect(versions.getByLabel('Because')).toHaveValue('')
  const wish = { rule: { kind: 'profile', id: 'seed-2020' }, version: 1 }
  expect(await asked(page, 'policy.assign')).toMatchObject([
    { ...wish, act: 'put_in_force', fromDay: '2027-03-01' },
    { ...wish, act: 'propose', fromDay: '2026-01-01' },
    { ...wish, act: 'propose', fromDay: '2027-05-01', because: 'The new articles.' },
  ])
})
