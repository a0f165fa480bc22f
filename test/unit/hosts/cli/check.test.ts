import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../../../src-main/hosts/launcher/ensureBuilt.ts'
import { CheckReport } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import { aClaimForm } from '../../../builders/poe/claimForm.ts'
import { drawnBytes } from '../../../builders/poe/drawnPdf.ts'
import { paintWorkOrder } from '../../../builders/poe/workOrder.ts'

const root = resolve(import.meta.dirname, '../../../..')
/** As it is shipped. */
const CLI = join(root, 'out/main/cli.js')

beforeAll(() => ensureBuilt({ root, parts: ['main'], say: () => undefined }), 120_000)
let folder = ''

async function proofdesk(
  ...args: readonly string[]
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['--no-warnings', CLI, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { code, out, err }
}

const truth = (signature: string) => ({
  rightDocument: { verdict: 'met' },
  customerSignature: { verdict: signature },
  dates: { verdict: 'met' },
  products: { verdict: 'met', items: [{ item: 'i1', verdict: 'met' }] },
  serviceDescription: { verdict: 'met' },
})

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proofdesk-cli-'))
  const put = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content)
  const form = aClaimForm()
  const line = (id: string, path: string, signature: string, doubt: string | null) =>
    JSON.stringify({ id, claim: form, files: [{ path }], truth: truth(signature), doubt })
  await Promise.all([
    put('claim.json', JSON.stringify(form)),
    put('broken.json', '{'),
    put('other.json', JSON.stringify({ ...form, submittedAt: 'yesterday' })),
    put('good.pdf', await drawnBytes([paintWorkOrder()])),
    put('bad.pdf', '%PDF-1.4\nnothing'),
    put(
      'm.jsonl',
      [line('a', 'good.pdf', 'met', null), line('b', 'good.pdf', 'not_met', 'customerSignature')].join('\n'),
    ),
  ])
})
afterAll(() => rm(folder, { recursive: true }))

describe('proofdesk check', () => {
  it('prints one report as JSON and nothing else', async () => {
    const { code, out, err } = await proofdesk('check', '--claim', 'claim.json', '--json', 'good.pdf')
    const report = CheckReport.parse(JSON.parse(out))
    expect([code, err, report.caseId, report.documents[0]?.file]).toEqual([0, '', null, 'good.pdf'])
    expect(report.findings.filter(({ item }) => item === null).map(({ verdict }) => verdict)).toEqual(
      Array(5).fill('met'),
    )
  })

  it('prints a table for a person', async () => {
    const { out } = await proofdesk('check', '--claim', 'claim.json', 'good.pdf')
    expect(out).toMatch(/customerAcknowledgment +met +A handwritten signature .*good\.pdf p\. 1/u)
  })

  it('goes on when a file of the set cannot be read', async () => {
    const { code, out } = await proofdesk(
      'check',
      '--claim',
      'claim.json',
      '--json',
      'bad.pdf',
      'missing.pdf',
      'good.pdf',
    )
    const report = CheckReport.parse(JSON.parse(out))
    expect(code).toBe(0)
    expect(report.documents.map(({ file, status, reason }) => [file, status, reason])).toEqual([
      ['bad.pdf', 'could_not_check', 'corrupt'],
      ['missing.pdf', 'could_not_check', 'empty'],
      ['good.pdf', 'read', null],
    ])
    expect(report.findings.find(({ criterion }) => criterion === 'usablePoe')?.verdict).toBe('met')
  })

  it('prints a line a claim for a manifest, and the score beside it', async () => {
    const { code, out, err } = await proofdesk('check', '--manifest', 'm.jsonl', '--json', '--score')
    const ids = out
      .trim()
      .split('\n')
      .map((line) => CheckReport.parse(JSON.parse(line)).caseId)
    expect([code, ids]).toEqual([0, ['a', 'b']])
    expect(err).toContain('2 labelled claims')
    expect(err).toMatch(
      /customerAcknowledgment[\s\S]*?false met 1;[\s\S]*?without doubtful[\s\S]*?customerAcknowledgment[\s\S]*?false met 0;/u,
    )
  })

  it('prints the score alone on stdout without --json', async () => {
    const { out, err } = await proofdesk('check', '--manifest', 'm.jsonl', '--score')
    expect([out.startsWith('== 2 labelled claims'), err]).toEqual([true, ''])
  })

  it.for([
    [['nothing'], 'There is no command "nothing"'],
    [[], 'Name a command'],
    [['check'], 'Give either --claim'],
    [['check', '--claim', 'claim.json'], 'at least one document'],
    [['check', '--claim', 'absent.json', 'good.pdf'], 'absent.json cannot be read'],
    [['check', '--claim', 'broken.json', 'good.pdf'], 'broken.json is not JSON'],
    [['check', '--claim', 'other.json', 'good.pdf'], 'submittedAt'],
    [['check', '--claim', 'claim.json', '--score', 'good.pdf'], '--manifest'],
    [['check', '--speed', 'fast'], '--speed'],
  ] as const)('asked wrongly with %j it says what to do and ends with 2', async ([args, message]) => {
    const { code, out, err } = await proofdesk(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
  })
})
