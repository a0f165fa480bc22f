import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { runImport } from '../../../../../src-main/hosts/cli/import/importCommand.ts'
import { runPartner } from '../../../../../src-main/hosts/cli/partner/partnerCommand.ts'
import { UsageError } from '../../../../../src-main/hosts/cli/usageError.ts'
import { anEmbeddedDatabase } from '../../../../builders/hub/embeddedDatabase.ts'
import { claimLocator } from '../../../../../src-main/hub/store/schema.ts'
import { CUSTOMER_TENANT, statedClaim } from '../../../../builders/hub/partnerSide.ts'
import { openTestHub, type TestHub } from '../../../../builders/hub/testHub.ts'
import { lineThatBreaks } from '../../../../fakes/lineThatBreaks.ts'
import { cliConsole } from '../../../../fakes/cliConsole.ts'

let hub: TestHub
let folder = ''
beforeAll(async () => {
  hub = await openTestHub(await anEmbeddedDatabase())
  folder = await mkdtemp(join(tmpdir(), 'import-'))
  await mkdir(join(folder, 'papers'))
  await writeFile(join(folder, 'papers/sow.pdf'), 'proof')
  await writeFile(join(folder, 'papers/annex.pdf'), 'annex to the proof')
})
beforeEach(() => hub.clear())
afterAll(async () => {
  await hub.close()
  await rm(folder, { recursive: true })
})

const inFolder = (name: string) => join(folder, name)

/** A run of the command on a file with this content. */
async function bring(content: string, ...args: readonly string[]) {
  const file = inFolder(args.includes('entries') ? 'claims.json' : 'claims.csv')
  await writeFile(file, content)
  const console = cliConsole({ PROOFDESK_HUB: hub.url })
  const asked = args.filter((one) => one !== 'entries')
  const code = await runImport([file, '--as', 'intake', '--documents', inFolder('papers'), ...asked], console)
  return { code, ...console.heard() }
}

const Report = z.object({
  applied: z.boolean(),
  ignored: z.array(z.string()),
  rows: z.array(
    z.object({
      line: z.int().optional(),
      entry: z.int().optional(),
      claimId: z.string().nullable(),
      outcome: z.string(),
      reasons: z.array(z.string()),
      notes: z.array(z.string()),
    }),
  ),
  counts: z.record(z.string(), z.int()),
})
const reported = async (content: string, ...args: readonly string[]) =>
  Report.parse(JSON.parse((await bring(content, '--json', ...args)).out))

const COLUMNS = {
  'Claim ID': 'P-1',
  'Claim name': 'Teams for Example',
  'Solution area': 'Microsoft 365',
  Activities: 'Usage',
  'MPN ID': '4711',
  Partner: 'Example Partner',
  Customer: 'Example Customer',
  'Directory ID': CUSTOMER_TENANT,
  Domain: 'customer.example',
  'Customer contact name': 'Carla Customer',
  'Customer contact title': 'CIO',
  'Customer contact email': 'carla@customer.example',
  'Partner contact name': 'Paolo Partner',
  'Partner contact email': 'paolo@partner.example',
  Workloads: 'Microsoft Teams',
  Submitted: '',
  Status: '',
  Documents: 'sow.pdf',
}
type Column = keyof typeof COLUMNS

/** A table with these rows, each a good claim but for what is said of it. */
const table = (...rows: readonly Partial<Record<Column, string>>[]): string =>
  [Object.keys(COLUMNS), ...rows.map((row) => Object.values({ ...COLUMNS, ...row }))]
    .map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')}\n`)
    .join('')

const countOfClaims = () => hub.ports.db.$count(claimLocator)

describe('proofdesk import', () => {
  it('says first what would come of it, and writes nothing', async () => {
    const { code, out } = await bring(table({}, { 'Claim ID': 'P-2', Workloads: 'Intune' }))
    expect(code).toBe(0)
    expect(out).toMatch(/^Directory ID +customer\.tenantId$/m)
    expect(out).toMatch(
      /Nothing was written\. 2 would come in, 0 would be finished, 0 are there already, 0 refused\./,
    )
    expect(out).toContain('--apply')
    expect(await countOfClaims()).toBe(0)
  })

  it('brings the claims in, and leaves them as they are when it is run again', async () => {
    const rows = table({ Documents: 'sow.pdf|annex.pdf' }, { 'Claim ID': 'P-2', Workloads: 'Intune' })
    const first = await bring(rows, '--apply')
    expect([first.code, first.out]).toEqual([0, expect.stringContaining('2 brought in')])
    const before = await hub.record('P-1')
    expect(before).toMatchObject({
      state: 'submitted',
      isMigrated: false,
      form: { items: [{ productId: 'm365.teams' }] },
      documents: [{ fileName: 'sow.pdf' }, { fileName: 'annex.pdf', mediaType: 'application/pdf' }],
    })
    const again = await bring(rows, '--apply')
    expect(again.out).toContain('0 brought in, 0 finished, 2 there already, 0 refused')
    expect(await hub.record('P-1')).toEqual(before)
    expect((await bring(rows)).out).toContain('2 are there already')
  })

  it('takes over when a claim was submitted first', async () => {
    await bring(table({ Submitted: '02.10.2026', Documents: '' }), '--apply')
    expect(await hub.record('P-1')).toMatchObject({
      state: 'submitted',
      isMigrated: true,
      form: { submittedAt: '2026-10-02T00:00:00.000Z' },
    })
    const future = await reported(table({ 'Claim ID': 'P-2', Workloads: 'Intune', Submitted: '2027-01-01' }))
    expect(future.rows[0]?.reasons).toEqual([expect.stringContaining('still to come')])
  })

  it('leaves drafts drafts, and decided claims where they are', async () => {
    const { rows } = await reported(
      table(
        { Status: 'Draft', Documents: '' },
        { 'Claim ID': 'P-2', Workloads: 'Intune', Status: 'Under review' },
        { 'Claim ID': 'P-3', Workloads: 'Exchange Online', Status: 'Approved' },
      ),
      '--apply',
    )
    expect(rows.map(({ outcome }) => outcome)).toEqual(['brought', 'brought', 'refused'])
    expect(rows[1]?.notes).toEqual([expect.stringContaining('joins the queue as submitted')])
    expect(await hub.record('P-1')).toMatchObject({ state: 'editing' })
    expect(await hub.record('P-2')).toMatchObject({ state: 'submitted' })
  })

  it('refuses a bad row with every reason, by its line and its claim, and brings the others', async () => {
    const bad = { 'Claim ID': 'P-2', 'MPN ID': '', 'Customer contact email': 'nobody' }
    const { code, out } = await bring(
      table(
        bad,
        {},
        { 'Claim ID': 'P-3', 'MPN ID': '9998', Workloads: 'Clippy', Documents: 'gone.pdf|../up.pdf' },
        { 'Claim ID': 'P-1' },
        { 'Claim ID': '', Workloads: 'Intune' },
        { 'Claim ID': 'P-5', 'MPN ID': '9999', Workloads: 'Intune' },
        { 'Claim ID': 'P-6' },
        { 'Claim ID': 'x'.repeat(65), Workloads: 'Intune' },
        { 'Claim ID': 'P-8', Workloads: 'Intune', 'Claim name': 'a\0b' },
        { 'Claim ID': 'P-9', Workloads: 'Intune', 'Claim name': 'long'.repeat(120_000) },
        { 'Claim ID': 'P-10', Workloads: 'Exchange Online' },
      ),
      '--apply',
    )
    expect(code).toBe(1)
    const lines = out.split('\n').filter((line) => line.startsWith('line '))
    expect(lines).toEqual([
      'line 2  P-2  refused: The field mpnId is missing.',
      'line 2  P-2  refused: The field customerContact.email is too long, or not of the form that is asked for.',
      'line 4  P-3  refused: "Clippy" is no product or workload of the catalogue.',
      'line 4  P-3  refused: "gone.pdf" is not in the folder of papers.',
      'line 4  P-3  refused: "../up.pdf" leads out of the folder of papers.',
      'line 4  P-3  refused: No partner location has the PartnerID 9998; the global admin of the company knows the right one.',
      'line 5  P-1  refused: The claim stands at 3 already.',
      'line 6  (no id)  refused: The claim has no id; give it one, so that the import can be repeated.',
      expect.stringMatching(/^line 7 {2}P-5 {2}refused: No partner location has the PartnerID 9999/),
      expect.stringMatching(
        /^line 8 {2}P-6 {2}refused: Microsoft Teams is claimed already by the same location, in claim P-1/,
      ),
      expect.stringMatching(/^line 9 {2}x{65} {2}refused: The id of a claim has at most 64/),
      'line 10  P-8  refused: It holds characters that cannot be kept.',
      'line 11  P-9  refused: It is too long to be sent.',
    ])
    expect(out).toContain('2 brought in, 0 finished, 0 there already, 9 refused.')
    expect(await countOfClaims()).toBe(2)
  })

  it('names every paper that is missing, beside everything else', async () => {
    const { rows } = await reported(table({ Documents: 'gone.pdf|../up.pdf|sow.pdf' }))
    expect(rows[0]?.reasons).toEqual([
      '"gone.pdf" is not in the folder of papers.',
      '"../up.pdf" leads out of the folder of papers.',
    ])
  })

  it('goes on where an import broke off: papers that are missing, and the submission', async () => {
    const console = cliConsole({ PROOFDESK_HUB: hub.url })
    await writeFile(inFolder('draft.json'), JSON.stringify(statedClaim()))
    const partner = (...args: string[]) => runPartner([...args, '--as', 'intake'], console)
    await partner('create', inFolder('draft.json'), '--claim-id', 'P-1')
    await partner('add-document', 'P-1', inFolder('papers/sow.pdf'))
    const rows = table({ Documents: 'sow.pdf|annex.pdf' })
    const asked = await reported(rows)
    expect(asked.rows).toMatchObject([
      {
        outcome: 'unfinished',
        notes: ['It is a draft there; still missing: annex.pdf, the submission.'],
      },
    ])
    const { rows: done } = await reported(rows, '--apply')
    expect(done).toMatchObject([{ outcome: 'finished', notes: [] }])
    const claim = await hub.record('P-1')
    expect(claim.state).toBe('submitted')
    expect(claim.documents.map(({ fileName }) => fileName)).toEqual(['sow.pdf', 'annex.pdf'])
  })

  it('does not take another customer’s claim of the same id for its own', async () => {
    await bring(table({}), '--apply')
    const tenantId = '6a1e3f60-2b7c-4f0e-9d35-8c1f5f1f7a11'
    const { rows } = await reported(table({ 'Directory ID': tenantId }), '--apply')
    expect(rows[0]?.reasons).toEqual(['There is a claim under this id already, of another customer.'])
  })

  it('does not refuse a claim that is there already for what is wrong with its row now', async () => {
    await bring(table({}), '--apply')
    const { rows } = await reported(table({ Documents: 'sow.pdf|gone.pdf' }), '--apply')
    expect(rows[0]).toMatchObject({
      outcome: 'there',
      notes: ['"gone.pdf" is not in the folder of papers.'],
    })
  })

  it('lets a row that will not come in stand in no other’s way', async () => {
    const { rows } = await reported(table({ Documents: 'gone.pdf' }, { 'Claim ID': 'P-2' }))
    expect(rows.map(({ outcome }) => outcome)).toEqual(['refused', 'new'])
  })

  it('says which papers of the file a claim does not have that is past adding', async () => {
    await bring(table({}), '--apply')
    const { rows } = await reported(table({ Documents: 'sow.pdf|annex.pdf' }), '--apply')
    expect(rows[0]).toMatchObject({
      outcome: 'there',
      notes: ['annex.pdf is not among its papers; it is submitted, queued.'],
    })
  })

  it('reckons with the rows before, however many there are of one customer', async () => {
    const many = Array.from({ length: 130 }, (_, index) => ({
      'Claim ID': `P-${index}`,
      'MPN ID': index === 128 ? '4712' : '4711',
      'Directory ID': index % 2 === 0 ? CUSTOMER_TENANT : '6a1e3f60-2b7c-4f0e-9d35-8c1f5f1f7a11',
      Domain: index % 2 === 0 ? 'customer.example' : 'nobody.example',
      Status: 'Submitted',
    }))
    const { counts, rows } = await reported(table(...many))
    expect(counts).toMatchObject({ new: 3, refused: 127 })
    expect(rows.map(({ line }) => line)).toEqual(many.map((_, index) => index + 2))
  })

  it('reads a list of stated claims as well', async () => {
    const entries = [
      { ...statedClaim(), claimId: 'P-1', documents: [{ file: 'sow.pdf', kind: 'SOW' }], colour: 'red' },
      {
        ...statedClaim({ items: [{ productId: 'm365.intune' }] }),
        claimId: 'P-2',
        documents: ['sow.pdf'],
        status: 'Draft',
      },
      { ...statedClaim(), documents: 'sow.pdf' },
      'nothing',
      { ...statedClaim({ customer: 'Contoso' }), claimId: 'P-5', submittedAt: 'soon' },
    ]
    const { rows, ignored, counts } = await reported(JSON.stringify(entries), 'entries', '--apply')
    expect(ignored).toEqual(['colour'])
    expect(counts).toMatchObject({ brought: 2, refused: 3 })
    expect(rows.map(({ entry, claimId }) => [entry, claimId])).toEqual([
      [1, 'P-1'],
      [2, 'P-2'],
      [3, null],
      [4, null],
      [5, 'P-5'],
    ])
    expect(await hub.record('P-1')).toMatchObject({ state: 'submitted', documents: [{ kind: 'SOW' }] })
    expect(await hub.record('P-2')).toMatchObject({ state: 'editing' })
  })

  it('writes the refused rows to a table that is mended and imported again', async () => {
    const evil = '=HYPERLINK("http://x")'
    const rows = table({ 'Claim name': evil, 'MPN ID': '' }, { 'Claim ID': 'P-2', Workloads: 'Intune' })
    const report = inFolder('refused.csv')
    await bring(rows, '--apply', '--report', report)
    const written = await readFile(report, 'utf8')
    expect(written).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(written).toContain('The field mpnId is missing.')
    expect(written).not.toContain('P-2')
    const again = await reported(written.replace(';;Example Partner', ';4711;Example Partner'), '--apply')
    expect(again).toMatchObject({ ignored: ['Place', 'Refused because'], counts: { brought: 1, refused: 0 } })
    expect((await hub.record('P-1')).form.claimName).toBe(evil)
  })

  it('stops with one line when the hub does not let it in', async () => {
    const console = cliConsole({ PROOFDESK_HUB: hub.url })
    await writeFile(inFolder('claims.csv'), table({}))
    expect(
      await runImport(
        [inFolder('claims.csv'), '--documents', inFolder('papers'), '--as', 'reviewer'],
        console,
      ),
    ).toBe(1)
    const { out, err } = console.heard()
    expect(out).toContain('Nothing was written. 0 would come in')
    expect(err).toContain('reviewer may not act for partners and customers there. The import broke off')
  })

  it.each(['before', 'after'] as const)(
    'can be run again after the hub went away at any moment, %s it had done what it was asked',
    async (when) => {
      const rows = table({ Documents: 'sow.pdf|annex.pdf' }, { 'Claim ID': 'P-2', Workloads: 'Intune' })
      // Sign-in, check, create, two papers, submit; create, paper, submit: a run that is not disturbed makes nine requests.
      for (let requests = 0; requests < 9; requests += 1) {
        await hub.clear()
        const line = await lineThatBreaks(hub.url, requests, when)
        const broken = await bring(rows, '--apply', '--hub', line.url)
        await line.close()
        expect([broken.code, broken.err]).toEqual([1, expect.stringContaining('cannot be reached')])
        const again = await bring(rows, '--apply')
        expect([again.code, again.out]).toEqual([0, expect.stringContaining(' 0 refused.')])
        for (const claimId of ['P-1', 'P-2'])
          expect(await hub.record(claimId)).toMatchObject({ state: 'submitted' })
        expect((await hub.record('P-1')).documents.map(({ fileName }) => fileName)).toEqual([
          'sow.pdf',
          'annex.pdf',
        ])
      }
    },
  )

  it.each([
    [[], 'Name one file'],
    [['a.csv', 'b.csv'], 'Name one file'],
    [['absent.csv'], 'absent.csv cannot be read'],
    [['claims.csv', '--documents', 'nowhere'], 'nowhere cannot be read'],
    [['claims.csv', '--dates', 'ymd'], '--dates takes dmy or mdy'],
    [['claims.csv', '--report', 'claims.csv'], 'would write over the file'],
    [['claims.csv', '--speed', '9'], '--speed'],
    [['claims.csv', '--map', 'Weather=claimId'], 'which is no column'],
    [['list.json', '--map', 'A=claimId'], '--map is for columns'],
    [['list.json'], 'should hold a list of claims'],
  ] as const)('asked wrongly with %j it says what to do', async (args, message) => {
    await writeFile(inFolder('claims.csv'), table({}))
    await writeFile(inFolder('list.json'), '{"claims":[]}')
    const here = args.map((arg) => (/\.(csv|json)$|nowhere/.test(arg) ? inFolder(arg) : arg))
    const asked = runImport([...here, '--hub', hub.url], cliConsole())
    await expect(asked).rejects.toThrow(UsageError)
    await expect(asked).rejects.toThrow(message)
  })
})
