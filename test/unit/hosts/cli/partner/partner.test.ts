import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runPartner } from '../../../../../src-main/hosts/cli/partner/partnerCommand.ts'
import { UsageError } from '../../../../../src-main/hosts/cli/usageError.ts'
import { IntakeResult } from '../../../../../src-main/hub/api/intakeResult.ts'
import { OwnClaim } from '../../../../../src-main/hub/api/ownClaim.ts'
import { anEmbeddedDatabase } from '../../../../builders/hub/embeddedDatabase.ts'
import { anOperation, approve, comment, requestInfo, startReview } from '../../../../builders/hub/hubClaim.ts'
import { statedClaim } from '../../../../builders/hub/partnerSide.ts'
import { openTestHub, serveApp, type TestHub } from '../../../../builders/hub/testHub.ts'
import { cliConsole } from '../../../../fakes/cliConsole.ts'

let hub: TestHub
let folder = ''
beforeAll(async () => {
  hub = await openTestHub(await anEmbeddedDatabase())
  folder = await mkdtemp(join(tmpdir(), 'partner-'))
  const put = (name: string, content: unknown) =>
    writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  await Promise.all([
    put('claim.json', statedClaim()),
    put('bad.json', statedClaim({ mpnId: 'x', items: [] })),
    put('edit.json', { mpnId: '4712' }),
    put('list.json', [1]),
    put('sow.pdf', 'the proof'),
    put('page nine.pdf', 'signed'),
    put('empty.pdf', ''),
  ])
})
beforeEach(() => hub.clear())
afterAll(async () => {
  await hub.close()
  await rm(folder, { recursive: true })
})

const inFolder = (name: string) => join(folder, name)

/** A run of the command against the hub of the tests. */
async function partner(...args: readonly string[]) {
  const console = cliConsole({ PROOFDESK_HUB: hub.url }, hub.clock.now)
  const code = await runPartner([...args, '--as', 'intake'], console)
  return { code, ...console.heard() }
}

async function operate(action: Parameters<typeof anOperation>[1]): Promise<void> {
  expect(await hub.operate('reviewer', 'P-1', anOperation(await hub.record('P-1'), action))).toMatchObject({
    outcome: 'applied',
  })
}

async function submitted(): Promise<void> {
  await partner('create', inFolder('claim.json'), '--claim-id', 'P-1')
  await partner('add-document', 'P-1', inFolder('sow.pdf'), '--kind', 'SOW')
  expect((await partner('submit', 'P-1')).code).toBe(0)
}

describe('proofdesk partner', () => {
  it('brings a claim with its proof to the reviewers', async () => {
    const made = await partner('create', inFolder('claim.json'), '--claim-id', 'P-1')
    expect(made).toEqual({ code: 0, out: 'P-1 is editing (revision 1).\n', err: '' })
    const added = await partner('add-document', 'P-1', inFolder('sow.pdf'), '--kind', 'sow')
    expect(added.out).toContain('document P-1-document-1')
    const sent = await partner('submit', 'P-1', '--comment', 'Please look at page 2.')
    expect([sent.code, sent.out]).toEqual([0, 'P-1 is submitted, queued (revision 3).\n'])
    expect(await hub.record('P-1')).toMatchObject({
      documents: [{ fileName: 'sow.pdf', mediaType: 'application/pdf', kind: 'SOW' }],
      comments: [{ text: 'Please look at page 2.' }],
    })
  })

  it('gives a claim without an id one, and says so in JSON', async () => {
    const { out } = await partner('create', inFolder('claim.json'), '--json')
    expect(IntakeResult.parse(JSON.parse(out))).toMatchObject({
      outcome: 'done',
      claimId: expect.stringMatching(/^CPR-\d{7}$/),
    })
  })

  it('leaves a claim that is there already as it is', async () => {
    await submitted()
    const again = await partner('create', inFolder('claim.json'), '--claim-id', 'P-1')
    expect(again).toMatchObject({
      code: 0,
      out: 'P-1 is there already: submitted, queued. Nothing was changed.\n',
    })
  })

  it('says every reason of a refusal and ends with 1', async () => {
    const made = await partner('create', inFolder('bad.json'))
    expect(made.code).toBe(1)
    expect(made.out).toMatch(/^Refused:\n/)
    expect(made.out).toContain('The field mpnId is too long, or not of the form')
    expect(made.out).toContain('The claim names no product')
    await partner('create', inFolder('claim.json'), '--claim-id', 'P-1')
    const bare = await partner('submit', 'P-1')
    expect(bare).toEqual({
      code: 1,
      out: 'Refused:\n  A claim for OSU_M365 needs at least one proof of execution.\n',
      err: '',
    })
    expect((await partner('cancel', 'P-1')).out).toContain('The policy of this claim does not know this act.')
    expect((await partner('disassociate', 'P-1', 'Done')).out).toContain('in the state that the claim is in')
    const asJson = await partner('resubmit', 'P-1', '--json')
    expect([asJson.code, IntakeResult.parse(JSON.parse(asJson.out)).outcome]).toEqual([1, 'refused'])
  })

  it('edits, comments, and asks for a rejection', async () => {
    await submitted()
    expect((await partner('edit', 'P-1', inFolder('edit.json'))).code).toBe(0)
    expect((await partner('comment', 'P-1', 'Hello there.')).code).toBe(0)
    const { comments } = await hub.record('P-1')
    const first = comments[0]?.commentId ?? ''
    expect((await partner('comment', 'P-1', 'And again.', '--reply-to', first)).code).toBe(0)
    const strange = await partner('comment', 'P-1', 'To nobody.', '--reply-to', 'nothing')
    expect(strange.out).toContain('There is no such comment on the claim.')
    const asked = await partner('ask-rejection', 'P-1', '--reason', 'WRONG_MPN', 'Please reject it.')
    expect(asked.code).toBe(0)
    expect(await hub.record('P-1')).toMatchObject({
      form: { mpnId: '4712' },
      comments: [{}, { inReplyTo: first }, {}],
      matters: { partnerRequest: { reason: 'WRONG_MPN' } },
    })
  })

  it('answers a request, disputes a rejection, and lets the customer speak', async () => {
    await submitted()
    await operate(startReview)
    await operate(requestInfo())
    expect((await partner('add-document', 'P-1', inFolder('page nine.pdf'))).code).toBe(0)
    expect((await partner('resubmit', 'P-1')).out).toContain('under review, resubmitted')
    await operate({
      kind: 'reject',
      verdicts: [],
      reasons: ['REJ_INSUFFICIENT_POE'],
      partnerRequestReason: null,
      note: '',
      comment: 'Not signed.',
    })
    expect((await partner('dispute', 'P-1')).out).toContain('needs a justification, a paper, or both')
    const disputed = await partner(
      'dispute',
      'P-1',
      '--justification',
      'It is.',
      '--paper',
      inFolder('sow.pdf'),
    )
    expect(disputed.out).toContain('under review, dispute review')
    expect((await partner('customer-accepts', 'P-1')).code).toBe(0)
    expect((await partner('customer-declines', 'P-1', 'We never met.')).out).toContain('rejected, final')
  })

  it('shows a claim with its clocks in plain lines, and its record as JSON', async () => {
    await submitted()
    await operate(startReview)
    await operate(comment('Looks forged to me.'))
    await operate(requestInfo())
    const { code, out } = await partner('show', 'P-1')
    expect(code).toBe(0)
    expect(out).toMatch(/^status {4}partner action required, open, since 2026-11-19 11:00 UTC$/m)
    expect(out).toMatch(/^clock {5}the partner answers by 2026-11-\d\d \d\d:\d\d UTC \(in \d d \d+ h\)$/m)
    expect(out).toMatch(/^asked {5}POE_MISSING_CUSTOMER_ACK, 2026-11-19 11:00 UTC$/m)
    expect(out).toMatch(/^document {2}sow\.pdf \(9 bytes\)$/m)
    expect(out).toContain('Please add the signed page.')
    expect(out).not.toContain('forged')
    const asJson = await partner('show', 'P-1', '--json')
    expect(OwnClaim.parse(JSON.parse(asJson.out)).form.claimId).toBe('P-1')
  })

  it('never lets what others wrote speak to the terminal', async () => {
    await submitted()
    await partner('comment', 'P-1', 'red \u001b[31m and \u202e back')
    const { out } = await partner('show', 'P-1')
    expect(out).toContain('red \u{FFFD}[31m and \u{FFFD} back')
  })

  it('says in one line what the hub could not do, and ends with 1', async () => {
    const missing = await partner('show', 'P-9')
    expect(missing).toEqual({ code: 1, out: '', err: 'The hub has no claim P-9.\n' })
    const console = cliConsole({ PROOFDESK_HUB: hub.url })
    const as = (who: string) => runPartner(['show', 'P-1', '--as', who], console)
    expect(await as('nobody')).toBe(1)
    expect(console.heard().err).toBe('The hub refused the sign-in: it knows nobody whose id is nobody.\n')
    expect(await as('reviewer')).toBe(1)
    expect(console.heard().err).toBe('reviewer may not act for partners and customers there.\n')
    const bare = await serveApp({ ...hub.ports, hasDemo: false, signIn: 'none' })
    expect(await runPartner(['show', 'P-1', '--hub', bare.url], console)).toBe(1)
    expect(console.heard().err).toBe(
      'The hub refused the sign-in: it lets nobody in without a code (--code CODE).\n',
    )
    await bare.close()
  })

  it.each([
    [[], 'Say what is done', undefined],
    [['dance'], 'no act "dance"', undefined],
    [['create'], 'Name a file with the claim', 'partner create FILE.json'],
    [['create', 'absent.json'], 'absent.json cannot be read', 'partner create'],
    [
      ['add-document', 'P-1', 'sow.pdf', '--kind', 'NOVEL'],
      '--kind takes one of SOW',
      'partner add-document',
    ],
    [['add-document', 'P-1', 'empty.pdf'], 'is empty', 'partner add-document'],
    [['submit'], 'Name the claim', 'partner submit ID'],
    [['submit', 'P-1', '--kind', 'SOW'], '--kind says nothing here', 'partner submit ID'],
    [['submit', 'P-1', '--speed', '9'], '--speed', 'partner submit ID'],
    [['submit', ''], '1 to 64 characters', 'partner submit ID'],
    [['comment', 'P-1', 'two', 'words'], 'There is too much: words', 'partner comment'],
    [['edit', 'P-1', 'list.json'], 'the fields that change', 'partner edit'],
    [['ask-rejection', 'P-1', 'Please.'], '--reason takes one of WRONG_MPN', 'partner ask-rejection'],
    [['customer-declines', 'P-1', 'no', 'thanks'], 'in quotes', 'partner customer-declines'],
    [['show'], 'Name the claim', 'partner show ID'],
  ] as const)('asked wrongly with %j it says how it is asked', async (args, message, usage) => {
    const here = args.map((arg) => (/\.(json|pdf)$/.test(arg) ? inFolder(arg) : arg))
    const error: unknown = await partner(...here).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(UsageError)
    if (!(error instanceof UsageError)) return
    expect(error.message).toContain(message)
    expect(error.usage ?? '').toContain(usage ?? '')
  })

  it('accepts nothing while no hub is named', async () => {
    await expect(runPartner(['show', 'P-1'], cliConsole())).rejects.toThrow('Say which hub')
  })

  it('works on an approved claim as well', async () => {
    await submitted()
    await operate(startReview)
    await operate(approve(await hub.record('P-1')))
    expect((await partner('add-document', 'P-1', inFolder('page nine.pdf'))).out).toContain('consent open')
  })
})
