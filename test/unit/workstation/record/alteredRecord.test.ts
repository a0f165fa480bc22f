import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readRecord } from '../../../../src-main/workstation/record/readRecord.ts'
import { jsonBytes, sealed } from '../../../../src-main/workstation/record/recordFile.ts'
import { aDecidedClaim } from '../../../fakes/aDecisionRecord.ts'

/** Each entry lies in the file as it is: where its bytes are, there it is. */
function placesOf(file: Uint8Array): readonly { name: string; from: number; to: number }[] {
  const whole = Buffer.from(file)
  return Object.entries(unzipSync(file)).map(([name, bytes]) => {
    const from = whole.indexOf(Buffer.from(bytes), whole.indexOf(name))
    return { name, from, to: from + bytes.byteLength }
  })
}

describe('a record that is not as it was made', () => {
  let file = new Uint8Array()
  /** Of the one file that all of these look at. */
  const made = async () => {
    const { decide, saved } = await aDecidedClaim()
    await decide()
    return new Uint8Array(await saved())
  }
  /** Made once: the workstation ends with the test that asks first. */
  const theFile = async () => {
    if (file.byteLength === 0) file = await made()
    return file
  }

  it('never passes for whole, whichever byte was changed into whatever: its entry is named, or it is no record', async () => {
    const whole = await theFile()
    const places = placesOf(whole)
    expect(readRecord(whole).outcome).toBe('verified')
    fc.assert(
      fc.property(fc.nat(whole.byteLength - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const spoilt = whole.slice()
        spoilt[at] = (spoilt[at] ?? 0) ^ flip
        const reading = readRecord(spoilt)
        expect(reading.outcome).not.toBe('verified')
        const inside = places.find(({ from, to }) => at >= from && at < to)
        if (inside === undefined || inside.name === 'manifest.json') return
        expect(reading).toEqual({ outcome: 'altered', entries: [{ name: inside.name, problem: 'changed' }] })
      }),
      { numRuns: 600 },
    )
  })

  it('never passes for whole where bytes are gone or were added', async () => {
    const whole = await theFile()
    fc.assert(
      fc.property(
        fc.nat(whole.byteLength - 1),
        fc.uint8Array({ maxLength: 20 }),
        fc.nat(40),
        (at, more, gone) => {
          fc.pre(more.byteLength > 0 || gone > 0)
          const spoilt = Buffer.concat([whole.subarray(0, at), more, whole.subarray(at + gone)])
          fc.pre(!spoilt.equals(Buffer.from(whole)))
          expect(readRecord(spoilt).outcome).not.toBe('verified')
        },
      ),
      { numRuns: 200 },
    )
  })

  it('names what was taken out, put in, or said otherwise by somebody who mended the rest', async () => {
    const entries = unzipSync(await theFile())
    const { 'findings.json': _, ...without } = entries
    expect(readRecord(zipSync(without, { level: 0 }))).toEqual({
      outcome: 'altered',
      entries: [{ name: 'findings.json', problem: 'missing' }],
    })
    const more = { ...entries, 'more-words.json': jsonBytes({}) }
    expect(readRecord(zipSync(more, { level: 0 }))).toEqual({
      outcome: 'altered',
      entries: [{ name: 'more-words.json', problem: 'added' }],
    })
    const { 'manifest.json': manifest = new Uint8Array(), ...rest } = entries
    const named = JSON.parse(new TextDecoder().decode(manifest))
    const nonsense = sealed({ ...rest, 'claim.json': jsonBytes({ state: 'approved' }) }, named)
    expect(readRecord(nonsense)).toEqual({
      outcome: 'altered',
      entries: [{ name: 'claim.json', problem: 'unreadable' }],
    })
    const newer = sealed(rest, { ...named, version: 2 })
    expect(readRecord(newer)).toEqual({ outcome: 'no_record', why: 'newer' })
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['a text', new TextEncoder().encode('PK is no archive')],
    ['an archive of something else', zipSync({ 'a.txt': new Uint8Array([1]) })],
    [
      'a packed archive, which is never unpacked',
      zipSync({ 'manifest.json': [new Uint8Array(10_000_000), { level: 9 }] }),
    ],
    ['a path that leads out', zipSync({ '../manifest.json': new Uint8Array([1]) }, { level: 0 })],
    ['packed bytes alone', new Uint8Array(deflateRawSync(Buffer.alloc(1_000)))],
  ])('is no record where it is %s', (_, bytes) => {
    expect(readRecord(bytes)).toEqual({ outcome: 'no_record', why: 'not_ours' })
  })
})
