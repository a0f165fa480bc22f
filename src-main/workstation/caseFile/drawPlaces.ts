import type { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Core } from '../core.ts'
import type { PageCut } from '../ports.ts'
import { type FileParty, type FilePlace, pictureKey, type PlacePicture } from './caseFileFacts.ts'

/** What a file takes: it is to be sent by mail, and made while somebody waits. */
export interface DrawingBounds {
  readonly pictures: number
  readonly pixels: number
  readonly ms: number
}
export const DRAWING_BOUNDS: DrawingBounds = { pictures: 60, pixels: 24_000_000, ms: 60_000 }

interface Wanted {
  readonly key: string
  readonly place: FilePlace
  readonly sha256: Sha256
  readonly inside: readonly number[]
  readonly page: number
}

/** The pictures of all places, every one of them answered for. Papers are drawn by the reader's throw-away process, from their bytes. */
export async function drawPlaces(
  core: Pick<Core, 'files' | 'ports'>,
  parties: readonly FileParty[],
  bounds: DrawingBounds = DRAWING_BOUNDS,
): Promise<Map<string, PlacePicture>> {
  const pictures = new Map<string, PlacePicture>()
  const inTurn = takeTurns(parties)
  for (const { key } of inTurn) pictures.set(key, 'no_page')
  const wanted = inTurn.flatMap(wantedOf)
  for (const { key } of wanted) pictures.set(key, 'left_out')
  const giveUpAt = core.ports.clock.now() + bounds.ms
  const papers = Map.groupBy(wanted.slice(0, bounds.pictures), paperOf)
  for (const places of papers.values()) {
    if (core.ports.clock.now() > giveUpAt) break
    for (const [key, picture] of await drawnOn(core, places)) pictures.set(key, picture)
  }
  return withinPixels(pictures, bounds.pixels)
}

/** The first of each party, then the second of each: what is left out is not one party's alone. */
function takeTurns(parties: readonly FileParty[]): { readonly key: string; readonly place: FilePlace }[] {
  return parties
    .flatMap(({ party: { claimId }, claim }) =>
      (claim?.places ?? []).map((place) => ({ key: pictureKey(claimId, place.number), place })),
    )
    .toSorted((a, b) => a.place.number - b.place.number)
}

function wantedOf({ key, place }: { readonly key: string; readonly place: FilePlace }): Wanted[] {
  const { document, paper, page, quads } = place
  if (document === null || paper === null || page === null || quads.length === 0) return []
  return [{ key, place, sha256: document.sha256, inside: paper.inside, page }]
}

const paperOf = ({ sha256, inside }: Wanted): string => `${sha256} ${inside.join('.')}`

async function drawnOn(
  { files, ports }: Pick<Core, 'files' | 'ports'>,
  places: readonly Wanted[],
): Promise<(readonly [string, PlacePicture])[]> {
  const [first] = places
  if (first === undefined) return []
  const outer = await files.read(first.sha256)
  if (outer === null) return places.map(({ key }) => [key, 'not_here'])
  const cuts = await cutFrom(outer)
  return places.map(({ key }, at) => [key, cuts[at] ?? 'not_drawn'])

  async function cutFrom(bytes: Uint8Array): Promise<readonly (PageCut | null)[]> {
    try {
      const inside =
        first === undefined || first.inside.length === 0 ? bytes : await ports.poe.unpack(bytes, first.inside)
      if (inside === null) return []
      return await ports.poe.cut(
        inside,
        places.map(({ page, place }) => ({ page, quads: place.quads.map((quad) => [...quad]) })),
      )
    } catch (error) {
      // The file says that it is not drawn; all else in it is no worse for that.
      ports.log({ level: 'warn', event: 'places of a paper could not be drawn', error })
      return []
    }
  }
}

/** In the order in which they take turns, which is that of the map. */
function withinPixels(pictures: Map<string, PlacePicture>, most: number): Map<string, PlacePicture> {
  let left = most
  for (const [key, picture] of pictures) {
    if (typeof picture === 'string') continue
    left -= picture.width * picture.height
    if (left < 0) pictures.set(key, 'left_out')
  }
  return pictures
}
