import { createHash } from 'node:crypto'
import { z } from 'zod'
import { describe, expect, it } from 'vitest'
import { events } from '../../src-preload/contract/events.ts'
import { CONTRACT_VERSION, methods } from '../../src-preload/contract/index.ts'
import { listSources, readSource } from './sourceFiles.ts'

/** The contract as it stood when its version was last raised. */
const FINGERPRINTS: Readonly<Record<number, string>> = {
  1: '5734bbb51e8ce53c',
  2: '6b1648057ba1ba00',
  3: '4d041e77b46ee3ab',
  4: '24bb6f1b01d22a0e',
  5: '4a98b447ed6ce926',
  6: '45164b167e0d7ed3',
  7: 'e1a6f3c2af9eee66',
  8: '0d4059d954a0eff8',
  9: '0f64df09f1b5ab64',
  10: '0a49bd1d2aea16ce',
  11: 'd614747e8eb20f9c',
  12: '73e97358018f0967',
  13: '63c18c3ba9de4969',
  14: '33a2145f6ea9cc5f',
  15: '80269b483f3d4e99',
  16: 'e39dcd8a2b765d7f',
  17: 'bf7f55e84500330f',
  18: 'bc45e5e99ea7a6da',
  19: '6678b3393d966032',
  20: '959f1465f930906c',
  21: '6b859f571dc32fcf',
  22: 'e0b74a941474706e',
  23: 'fddb2866891576fb',
  24: '593f190cf3451b2d',
  25: '6676f1a40aa3478b',
  26: 'b795956b3c12ef19',
  27: '289ba5d3bb5429e7',
}

function fingerprint(): string {
  const schema = (of: z.ZodType) => z.toJSONSchema(of, { unrepresentable: 'any', io: 'input' })
  const said = {
    methods: Object.entries(methods).map(([name, { kind, input, output }]) => [
      name,
      kind,
      schema(input),
      schema(output),
    ]),
    events: Object.entries(events).map(([name, payload]) => [name, schema(payload)]),
  }
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16)
}

describe('the contract', () => {
  it('does not change without a new version: raise CONTRACT_VERSION and note its fingerprint here', () => {
    expect(fingerprint()).toBe(FINGERPRINTS[CONTRACT_VERSION])
  })

  it('has a test that calls each of its methods', () => {
    const tests = listSources('test/unit', 'test/conformance', 'test/e2e').map(readSource).join('\n')
    expect(Object.keys(methods).filter((name) => !tests.includes(`'${name}'`))).toEqual([])
  })

  it('takes strict input: a field too many is refused by every method', () => {
    const lenient = Object.entries(methods).filter(([, { input }]) => {
      const result = input.safeParse({ '\u0000 no such field': 1 })
      return result.success || !result.error.issues.some(({ code }) => code === 'unrecognized_keys')
    })
    expect(lenient.map(([name]) => name)).toEqual([])
  })
})
