import { expect, type Page, test } from '@playwright/test'
import { asked } from './asked.ts'
import { startWindowSite, type WindowSite } from './windowSite.ts'

let site: WindowSite
test.beforeAll(async () => {
  site = await startWindowSite()
})
test.afterAll(() => site.close())

const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name })
const atTeam = async (page: Page, scene = 'busyTeam') => {
  await page.goto(`${site.urlOf(scene)}#/team`)
  await expect(region(page, 'Load and capacity')).toBeVisible()
}

test('by keys alone a lead gets to the team, has moves proposed, takes one away, and sends the others', async ({
  page,
}) => {
  await page.goto(`${site.urlOf('busyTeam')}#/queue`)
  await expect(page.getByRole('link', { name: 'Team board' })).toBeVisible()
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('w')
  await expect(page.getByRole('heading', { name: /^11 breach by/ })).toBeVisible()
  await page.keyboard.press('b')
  const moves = region(page, 'Moves')
  await expect(moves.getByRole('checkbox', { checked: true })).toHaveCount(4)
  await expect(moves.getByText(/^Move 4: 4 fewer by/)).toBeVisible()
  await expect(
    moves.getByText('from Anna Kovač: has too much; makes 24 before it is due, has 14'),
  ).toBeVisible()
  await moves.getByRole('checkbox', { name: 'Move Finance and SCM go-live' }).press('Space')
  await expect(moves.getByText(/^Move 3: 3 fewer by/)).toBeVisible()
  await expect(region(page, 'Load and capacity').getByText('31 → 28 of 25')).toBeVisible()
  // Before anything is sent: what goes, what does not and why, and what each person holds then.
  await page.keyboard.press('Control+Enter')
  const step = page.getByRole('dialog', { name: 'Hand over 3 claims' })
  await expect(step.getByText('2 of 3 can be done now.')).toBeVisible()
  await expect(step.getByRole('list', { name: '1 left out:' })).toContainText(
    /^Distribuzione Teams e Intune.*A decision of yours is on its way/,
  )
  const loads = step.getByRole('table', { name: 'What each person holds' })
  await expect(loads.getByRole('row', { name: 'Anna Kovač 31 29' })).toBeVisible()
  await expect(loads.getByRole('row', { name: 'Idris Bello 14 15' })).toBeVisible()
  expect(await asked(page, 'team.act')).toEqual([])
  await step.getByRole('textbox').fill('You know this customer.')
  await page.keyboard.press('Control+Enter')
  await expect
    .poll(() => asked(page, 'team.act'))
    .toMatchObject([
      {
        act: 'hand_over',
        reason: 'You know this customer.',
        claims: [
          { claimId: '42080', toUserId: 'u-bello' },
          { claimId: '42082', toUserId: 'u-reviewer' },
        ],
      },
    ])
  await expect(moves.getByRole('checkbox')).toHaveCount(0)
  await expect(page.locator('[data-pane="undo"]')).toContainText('Handed over')
})

test('a lead asks what moving claims or more reviewers would change, and how right it was before', async ({
  page,
}) => {
  await atTeam(page)
  const box = page.getByRole('complementary', { name: /^Forecast to/ })
  await expect(box.getByText('11 breach', { exact: true })).toBeVisible()
  await expect(box.getByText(/four of five times 7 to 13/)).toBeVisible()
  await box.getByRole('spinbutton', { name: 'How many reviewers more' }).press('ArrowUp')
  await expect(box.getByText('5 breach', { exact: true })).toBeVisible()
  await expect(box.getByText(/^6 fewer by/)).toBeVisible()
  await box.getByRole('button', { name: 'How right was it before?' }).click()
  await expect(box.getByText('On 9 past days it was wrong by 1.4 breaches on average.')).toBeVisible()
})

test('a lead sets how much somebody takes on and when they are away', async ({ page }) => {
  await atTeam(page)
  await page.getByRole('button', { name: 'How much Anna Kovač takes on' }).click()
  const form = page.getByRole('form', { name: 'How much Anna Kovač takes on' })
  await form.getByRole('spinbutton', { name: 'Decisions a day' }).fill('3')
  await form.getByLabel('First day away').fill('2026-12-01')
  await form.getByLabel('Last day away').fill('2026-12-04')
  await form.getByRole('button', { name: 'Add' }).click()
  await form.getByRole('checkbox', { name: 'Revenue association' }).uncheck()
  await form.getByRole('button', { name: 'Save' }).click()
  await expect
    .poll(() => asked(page, 'team.setRoom'))
    .toMatchObject([
      {
        userId: 'u-kovac',
        revision: 0,
        room: {
          claimsADay: 3,
          absences: [{ from: '2026-12-01', to: '2026-12-04' }],
          programs: ['OSA_SELL', 'OSU_M365', 'OSU_BIZAPPS'],
        },
      },
    ])
  await expect(form).toHaveCount(0)
})

test('a decision that waits at a workstation is named, with how long it waits', async ({ page }) => {
  await atTeam(page)
  const stations = region(page, 'Workstations')
  await expect(
    stations.getByText(/^2 acts unsent, the oldest 3 hr? 35 min old$|^2 acts unsent/),
  ).toBeVisible()
  await expect(stations.getByText('Decided there, not sent yet:')).toBeVisible()
  await expect(stations.getByRole('link', { name: 'SharePoint-Migration Nord' })).toHaveAttribute(
    'href',
    '#/claims/42085',
  )
})

test('what is raised shows with its reason, and goes with the lead’s word', async ({ page }) => {
  await atTeam(page)
  await region(page, 'Raised to you')
    .getByRole('button', { name: 'Attended to Finance and SCM go-live' })
    .click()
  await expect
    .poll(() => asked(page, 'team.act'))
    .toMatchObject([{ act: 'settle_escalation', claims: [{ claimId: '42083' }] }])
})

test('a claim that was raised says who, when and why, and a lead attends to it or reminds its holder by keys', async ({
  page,
}) => {
  await page.goto(site.urlOf('raisedClaim'))
  await expect(page.getByText(/^Marta Ginevri asked for the lead on .*rung twice/)).toBeVisible()
  await expect(page.getByText(/^Ingrid Solvang reminded Anna Kovač on .*begin today/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.keyboard.press('Shift+N')
  const step = page.getByRole('dialog', { name: 'Remind who holds this claim' })
  await expect(step.getByText('Nothing stands in the way.')).toBeVisible()
  // Nothing is said without a reason.
  await page.keyboard.press('Control+Enter')
  await step.getByRole('textbox').fill('It is due today.')
  await page.keyboard.press('Control+Enter')
  await expect(step).toHaveCount(0)
  await page.getByRole('button', { name: 'Attended' }).click()
  await expect
    .poll(() => asked(page, 'team.act'))
    .toMatchObject([
      { act: 'nudge', reason: 'It is due today.', claims: [{ toUserId: null }] },
      { act: 'settle_escalation' },
    ])
})

test('a reviewer raises a claim from its page, and reminds nobody', async ({ page }) => {
  await page.goto(site.urlOf('mine'))
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.keyboard.press('Shift+N')
  await page.keyboard.press('Shift+R')
  const step = page.getByRole('dialog')
  await expect(step).toHaveAccessibleName('Raise this claim to the team lead')
  await step.getByRole('textbox').fill('Their director has rung.')
  await page.keyboard.press('Control+Enter')
  await expect
    .poll(() => asked(page, 'team.act'))
    .toMatchObject([{ act: 'escalate', reason: 'Their director has rung.' }])
  await page.keyboard.press('Shift+R')
  await page.keyboard.press('Escape')
  await expect(step).toHaveCount(0)
  await expect(page).toHaveURL(/#\/claims\//)
})

test('the bell counts what is new, lists it, leads to its claims, and what was seen is read', async ({
  page,
}) => {
  await page.goto(`${site.urlOf('messages')}#/queue`)
  const bell = page.getByRole('button', { name: 'Messages, 2 new' })
  await expect(bell).toBeVisible()
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  const list = page.getByRole('dialog', { name: 'Messages' })
  await expect(list.getByText('6 claims reached a mark')).toBeVisible()
  await expect(
    list.getByText('Ingrid Solvang reminds you of Neukundenvertrieb Dynamics 365 Sales'),
  ).toBeVisible()
  await expect(list.getByText('and 3 more claims')).toBeVisible()
  await list.getByRole('link', { name: 'Adopción de Teams Phone' }).click()
  await expect(page).toHaveURL(/#\/claims\/42082$/)
  await expect.poll(() => asked(page, 'notices.read')).toEqual([{ upTo: 3 }])
})

test('a reviewer who comes by an address is told whose page it is', async ({ page }) => {
  await page.goto(`${site.urlOf('messages')}#/team`)
  await expect(page.getByRole('heading', { name: 'This page is the team lead’s' })).toBeVisible()
  await expect(page.getByRole('navigation').getByRole('link', { name: /^Team/ })).toHaveCount(0)
})
