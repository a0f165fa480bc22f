import { describe, expect, it } from 'vitest'
import { type FileParty, pictureKey } from '../../../../src-main/workstation/caseFile/caseFileFacts.ts'
import { drawPlaces } from '../../../../src-main/workstation/caseFile/drawPlaces.ts'
import type { PageCut, PoePort } from '../../../../src-main/workstation/ports.ts'
import { aCaseFile } from '../../../builders/caseFile.ts'
import { createManualClock } from '../../../fakes/manualClock.ts'
import { portsOf } from '../../../fakes/workstation.ts'

const BYTES = new Uint8Array([1])
const A_CUT: PageCut = { png: BYTES, width: 1000, height: 100, points: [595, 60], marks: [] }

interface Desk {
  readonly cut?: PoePort['cut']
  readonly unpack?: PoePort['unpack']
  readonly isHere?: boolean
}

function aDesk({ cut, unpack, isHere = true }: Desk = {}) {
  const clock = createManualClock()
  const ports = portsOf({ clock })
  return {
    clock,
    core: {
      ports: {
        ...ports,
        poe: {
          ...ports.poe,
          cut: cut ?? (async (_, places) => places.map(() => A_CUT)),
          unpack: unpack ?? ports.poe.unpack,
        },
      },
      files: {
        partOf: () => 0,
        has: () => Promise.resolve(isHere),
        keep: () => Promise.resolve('kept' as const),
        read: () => Promise.resolve(isHere ? BYTES : null),
        remove: () => undefined,
      },
    },
  }
}

/** The two parties of the builder's case, each with so many places on its paper. */
function placed(count: number, over: object = {}): FileParty[] {
  return aCaseFile().parties.map((one) => {
    const [place] = one.claim?.places ?? []
    if (one.claim === null || place === undefined) return one
    const places = Array.from({ length: count }, (_, at) => ({ ...place, number: at + 1, ...over }))
    return { ...one, claim: { ...one.claim, places } }
  })
}

const wordsOf = (picture: unknown) => (typeof picture === 'string' ? picture : 'drawn')
const keysOf = (numbers: readonly number[]) =>
  numbers.flatMap((number) => [pictureKey('208417', number), pictureKey('208500', number)])

describe('the pictures of a case file', () => {
  it('are as many as it takes, in turns, so that no party is cut short alone; every other place is answered for', async () => {
    const bounds = { pictures: 4, pixels: 1e9, ms: 60_000 }
    const pictures = await drawPlaces(aDesk().core, placed(3), bounds)
    expect([...pictures.keys()]).toEqual(keysOf([1, 2, 3]))
    expect([...pictures.values()].map(wordsOf)).toEqual([
      'drawn',
      'drawn',
      'drawn',
      'drawn',
      'left_out',
      'left_out',
    ])
  })

  it('stay within a number of pixels', async () => {
    const bounds = { pictures: 60, pixels: 250_000, ms: 60_000 }
    const pictures = await drawPlaces(aDesk().core, placed(2), bounds)
    expect([...pictures.values()].map(wordsOf)).toEqual(['drawn', 'drawn', 'left_out', 'left_out'])
  })

  it('stop when they take too long', async () => {
    const { core, clock } = aDesk({
      cut: async (_, places) => {
        clock.advance(60_001)
        return places.map(() => A_CUT)
      },
    })
    const [one, two, ...rest] = placed(1)
    if (one === undefined || two === undefined || two.claim === null)
      throw new Error('The case has two parties.')
    const other = {
      ...two,
      claim: {
        ...two.claim,
        places: two.claim.places.map((place) => ({ ...place, paper: { documentId: 'd1', inside: [0] } })),
      },
    }
    const pictures = await drawPlaces(core, [one, other, ...rest])
    expect([...pictures.values()].map(wordsOf)).toEqual(['drawn', 'left_out'])
  })

  it('are missing with a word on why: no page, no bytes, a page that cannot be drawn, a reader that is gone', async () => {
    const only = async (desk: Desk, over: object = {}) => {
      const [first] = placed(1, over)
      const pictures = await drawPlaces(aDesk(desk).core, first === undefined ? [] : [first])
      return [...pictures.values()].map(wordsOf)
    }
    expect(await only({}, { page: null })).toEqual(['no_page'])
    expect(await only({}, { quads: [] })).toEqual(['no_page'])
    expect(await only({ isHere: false })).toEqual(['not_here'])
    expect(await only({ cut: async () => [null] })).toEqual(['not_drawn'])
    expect(await only({ cut: () => Promise.reject(new Error('The reader is closed')) })).toEqual([
      'not_drawn',
    ])
    const inside = { paper: { documentId: 'd1', inside: [0] } }
    expect(await only({ unpack: () => Promise.resolve(null) }, inside)).toEqual(['not_drawn'])
    expect(await only({ unpack: () => Promise.resolve(BYTES) }, inside)).toEqual(['drawn'])
  })
})
