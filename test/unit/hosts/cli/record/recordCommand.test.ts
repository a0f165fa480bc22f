import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runRecord } from '../../../../../src-main/hosts/cli/record/recordCommand.ts'
import { aTempFolder } from '../../../../builders/tempFolder.ts'
import { aDecidedClaim } from '../../../../fakes/aDecisionRecord.ts'

/** Exit code and what was printed. */
async function run(...args: readonly string[]) {
  const lines: string[] = []
  const code = await runRecord(args, { out: (text) => void lines.push(text) })
  return { code, text: lines.join('') }
}

async function aFile(spoil: (bytes: Buffer) => void = () => undefined): Promise<string> {
  const { decide, saved } = await aDecidedClaim()
  await decide()
  const bytes = Buffer.from(await saved())
  spoil(bytes)
  const path = join(aTempFolder(), 'record.zip')
  writeFileSync(path, bytes)
  return path
}

it('says that a record is as it was saved, and what it records', async () => {
  const path = await aFile()
  const { code, text } = await run('verify', path)
  expect(code).toBe(0)
  expect(text).toContain('is as it was saved.')
  expect(text).toContain('reject by Marta Ginevri')
  const { code: again, text: json } = await run('verify', '--json', path)
  expect(again).toBe(0)
  expect(JSON.parse(json)).toMatchObject({ outcome: 'verified', kind: 'reject', papers: 1 })
})

it('names the entry in which one byte was changed, and ends with 1', async () => {
  const path = await aFile((bytes) => {
    bytes[bytes.indexOf('name the product')] = 0x6d
  })
  expect(await run('verify', path)).toMatchObject({
    code: 1,
    text: expect.stringContaining('decision.json changed'),
  })
})

it('says of another file that it is no record, and asks for a file where none was named', async () => {
  const path = join(aTempFolder(), 'x.zip')
  writeFileSync(path, 'no archive')
  expect(await run('verify', path)).toMatchObject({
    code: 1,
    text: expect.stringContaining('is no decision record'),
  })
  await expect(run('look', path)).rejects.toThrow('Say what to verify.')
  await expect(run('verify')).rejects.toThrow('Say what to verify.')
  await expect(run('verify', join(path, 'none'))).rejects.toThrow('cannot be read')
})
