import { expect, type Page } from '@playwright/test'
import { type Bench, test } from './launch/proofdesk.ts'
import { screenReaderAt } from './treeAlone/screenReader.ts'
import { type DayClaim, dayClaims, handIn, takeWhatLiesThere } from './workingDay/dayClaims.ts'

type Reader = Awaited<ReturnType<typeof screenReaderAt>>

/** The one claim that is free lacks the customer's signature and its date. */
async function startWith(page: Page, bench: Bench) {
  const hub = await bench.startHub()
  const [claim] = dayClaims(1)
  if (claim === undefined) throw new Error('One claim was wanted.')
  await takeWhatLiesThere(hub.url)
  await handIn(hub.url, [claim])
  const reader = await screenReaderAt(page)
  await bench.open({ hub: hub.url })
  await reader.finds('link', /^Ready offline (\d+) of \1$/, 60_000)
  return { reader, claim }
}

async function takeNext(reader: Reader, { name }: DayClaim): Promise<void> {
  await reader.press('n')
  await reader.hears(`${name} is yours`)
  await reader.isAt('heading', name)
  await reader.finds('heading', /^Service description (Met|Not met|Cannot tell)$/)
}

/** All that is said under one heading, up to the next of its level. */
async function under(reader: Reader, region: string, heading: RegExp): Promise<string> {
  const lines = await reader.inside(region === 'Checks' ? 'region' : 'complementary', region)
  const at = lines.findIndex(({ role, name }) => role === 'heading' && heading.test(name))
  const level = lines[at]?.states['level']
  const rest = lines.slice(at + 1)
  const end = rest.findIndex(({ role, states }) => role === 'heading' && states['level'] === level)
  return rest
    .slice(0, end < 0 ? undefined : end)
    .map(({ name, description }) => `${name} ${description}`.trim())
    .join('\n')
}

/** To a criterion's menu of verdicts, to Met, and a reason. */
async function setMet(reader: Reader, criterion: string): Promise<void> {
  await reader.goesTo('Tab', 'button', `Override ${criterion}`)
  await reader.press('Enter')
  await reader.goesTo('ArrowDown', 'menuitem', 'Met')
  await reader.press('Enter')
  await reader.isAt('textbox', new RegExp(`^Reason for setting ${criterion} to “Met”`))
  await reader.type('Signed and dated on the back.')
  await reader.press('Control+Enter')
  await reader.hears(`${criterion}: Met`)
}

test('who hears the window alone knows the claim, its clocks, the verdicts and their evidence, and what deciding did', async ({
  page,
  bench,
}) => {
  const { reader, claim } = await startWith(page, bench)
  await takeNext(reader, claim)

  await test.step('the claim and its clocks', async () => {
    const header = (await reader.inside('main', 'Claim')).map(({ name }) => name)
    expect(header).toContain(claim.claimId)
    expect(header).toContain('Submitted · assigned')
    expect(header).toContainEqual(expect.stringMatching(/^Yours · \d+m$/))
    expect(header).toContainEqual(
      expect.stringMatching(/^\d+d( \d+h)? Pickup: due \w{3} .*, \d\d:\d\d .*\. Why$/),
    )
    expect(await under(reader, 'Facts of the claim', /^Review clock$/)).toMatch(
      /\dd( \d+h)? left[^]*Due \w{3} /,
    )
    expect(await under(reader, 'Facts of the claim', /^Customer$/)).toContain(claim.customer)
    expect(await under(reader, 'Facts of the claim', /^Claimed items/)).toContain('Microsoft Teams')
  })

  await test.step('verdicts, why, and what stands at their places', async () => {
    const signature = await under(reader, 'Checks', /^Customer signature Not met$/)
    expect(signature).toContain(`The signature block of ${claim.customer} is empty.`)
    expect(signature).toContain('High confidence.')
    expect(await under(reader, 'Checks', /^Usable PoE Met$/)).toContain(
      `Evidence 1: page 1 “${claim.customer}”`,
    )
    await reader.press('e')
    await reader.hears(new RegExp(`^1 of \\d+, page 1\\. Usable PoE\\. “${claim.customer}”$`))
  })

  await test.step('why it cannot be approved yet', async () => {
    await reader.press('s')
    await reader.hears(`The review of ${claim.name} has begun`)
    await reader.press('a')
    await reader.hears(/Customer signature and Dates/)
  })

  await test.step('the reviewer’s own word', async () => {
    // The first control of the checks.
    await reader.goesTo('F6', 'button', 'Evidence 1: page 1')
    await setMet(reader, 'Customer signature')
    await setMet(reader, 'Dates')
    await reader.finds('heading', 'Customer signature Met')
    expect(await under(reader, 'Checks', /^Dates Met$/)).toContain('Set by Marta Ginevri')
  })

  await test.step('the decision, and what it did', async () => {
    await reader.press('a')
    await reader.press('a')
    await reader.hears(`Approved: ${claim.name}. Press Z to undo.`)
    const toast = (await reader.inside('region', 'Last decision')).map(({ name }) => name).join('\n')
    expect(toast).toMatch(/Leaves in \d+ second/)
    await reader.press('z')
    await reader.hears(`Taken back. Nobody else has seen it. ${claim.name}`)
  })
})
