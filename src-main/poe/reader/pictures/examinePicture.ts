import type { Sharp } from 'sharp'
import type { FactFlag } from '../../facts/documentFacts.ts'
import type { DocumentType } from '../../facts/factWords.ts'
import type { Plane } from '../recognition/pixels.ts'
import { clonedArea } from './clonedArea.ts'
import { brightnessSteps, isRoundedTwice } from './doubleQuantisation.ts'
import { readExif } from './exif.ts'
import { differingRegion, likeness, type Region } from './greyPlane.ts'
import { onlyOnBlack } from './throughAlpha.ts'

export interface PictureToExamine {
  readonly bytes: Uint8Array
  readonly type: DocumentType
  /** Pages of it; those of a TIFF are pages of a fax, those of others follow each other in time. */
  readonly pages: number
  readonly frame: (page: number) => Promise<Sharp>
  /** Any file, decoded without its colour profile where `isBare`. */
  readonly decode: (bytes: Uint8Array, isBare: boolean) => Sharp
}

/** Points of the longer side of the page that a picture is. */
const LONG_SIDE_PT = 842
const MOST_FRAMES_COMPARED = 100
const EDITORS =
  /photoshop|\bgimp\b|lightroom|affinity|pixelmator|paint\.net|corel|photopea|canva|snapseed|picsart|krita|imagemagick|acdsee|photoscape/iu

/** What a picture file tells about itself beside what it shows (trust.md rows 43 and 45). None of it is more than a hint. */
export async function examinePicture(picture: PictureToExamine): Promise<FactFlag[]> {
  const looks = [framesThatDiffer, seenOnBlackAlone, anotherWithoutProfile, edited, copied]
  const flags: FactFlag[] = []
  for (const look of looks) {
    try {
      flags.push(...(await look(picture)))
    } catch {
      // What can't be decoded for one look is no reason against the picture, nor against the next look.
    }
  }
  return flags
}

async function greyOf(picture: Sharp, longSide: number): Promise<Plane> {
  const { data, info } = await picture
    .flatten({ background: '#ffffff' })
    .toColourspace('b-w')
    .resize(longSide, longSide, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return planeOf(data, info.width, info.height, info.channels)
}

const planeOf = (data: Uint8Array, width: number, height: number, channels: number): Plane => ({
  width,
  height,
  data:
    channels === 1 ? data : Uint8Array.from({ length: width * height }, (_, i) => data[i * channels] ?? 0),
})

async function sameSize(picture: Sharp, width: number, height: number): Promise<Plane> {
  const { data, info } = await picture
    .flatten({ background: '#ffffff' })
    .toColourspace('b-w')
    .resize(width, height, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return planeOf(data, width, height, info.channels)
}

/** A flag at a part of a page, which is as long as a sheet of A4. */
function flagAt(
  kind: string,
  severity: FactFlag['severity'],
  text: string,
  at: { readonly page: number; readonly region: Region; readonly on: Pick<Plane, 'width' | 'height'> },
): FactFlag {
  const { page, region, on } = at
  const points = LONG_SIDE_PT / Math.max(on.width, on.height)
  const [x0, x1] = [region.x0 * points, region.x1 * points]
  const [top, bottom] = [(on.height - region.y0) * points, (on.height - region.y1) * points]
  return { kind, severity, text, page, quads: [[x0, bottom, x1, bottom, x1, top, x0, top]] }
}

const whole = (kind: string, severity: FactFlag['severity'], text: string): FactFlag => ({
  kind,
  severity,
  text,
  page: null,
  quads: [],
})

const COMPARED_PX = 640

/** Pictures that follow each other in time: who looks away sees another paper. The pages of a fax are pages. */
async function framesThatDiffer({ type, pages, frame }: PictureToExamine): Promise<FactFlag[]> {
  if (type === 'tiff' || pages < 2) return []
  const first = await greyOf(await frame(1), COMPARED_PX)
  for (let page = 2; page <= Math.min(pages, MOST_FRAMES_COMPARED); page += 1) {
    const next = await sameSize(await frame(page), first.width, first.height)
    const region = differingRegion(first, next, 48, 0.0005)
    if (region)
      return [
        flagAt('image_frames', 'medium', `frame ${page} of ${pages} differs`, { page, region, on: first }),
      ]
  }
  return []
}

async function seenOnBlackAlone({ frame }: PictureToExamine): Promise<FactFlag[]> {
  const picture = await frame(1)
  if (!(await picture.metadata()).hasAlpha) return []
  const { data, info } = await picture
    .autoOrient()
    .toColourspace('srgb')
    .resize(1600, 1600, { fit: 'inside', withoutEnlargement: true, kernel: 'nearest' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const region = onlyOnBlack({ ...info, data })
  return region
    ? [flagAt('image_frames', 'medium', 'shows on a dark ground alone', { page: 1, region, on: info })]
    : []
}

/** Programs that know no colour profiles show the bare pixels; an honest profile changes hues, not what can be read. */
async function anotherWithoutProfile({ bytes, type, decode }: PictureToExamine): Promise<FactFlag[]> {
  if (type === 'gif') return []
  const { icc, space } = await decode(bytes, false).metadata()
  if (!icc || space === 'cmyk') return []
  const shown = await greyOf(decode(bytes, false), COMPARED_PX)
  const bare = await sameSize(decode(bytes, true), shown.width, shown.height)
  return differingRegion(shown, bare, 96, 0.005)
    ? [whole('image_frames', 'medium', 'another picture without its colour profile')]
    : []
}

const THUMBNAIL_PX = 48
/** Less alike than a small picture and its large one, however coarse. */
const ALIKE = 0.8

async function edited({ bytes, type, decode }: PictureToExamine): Promise<FactFlag[]> {
  const { exif, width, height } = await decode(bytes, false).metadata()
  if (!exif) return []
  const { software, thumbnail } = readExif(exif)
  const flags = EDITORS.test(software ?? '') ? [whole('image_edited', 'low', `edited with ${software}`)] : []
  if (thumbnail === null || type !== 'jpeg') return flags
  // Cameras fill their small picture up with black where its shape is another.
  const small = await decode(thumbnail, true)
    .resize(width, height, { fit: 'cover', withoutEnlargement: false })
    .resize(THUMBNAIL_PX, THUMBNAIL_PX, { fit: 'fill' })
    .toBuffer()
  const [own, of] = await Promise.all([
    sameSize(decode(small, true), THUMBNAIL_PX, THUMBNAIL_PX),
    sameSize(decode(bytes, true), THUMBNAIL_PX, THUMBNAIL_PX),
  ])
  const isOther = likeness(own, of) < ALIKE || differingRegion(own, of, 80, 0.004) !== null
  return isOther ? [...flags, whole('image_edited', 'low', 'its small picture shows something else')] : flags
}

/** Parts that stand twice, and waves that were rounded twice. */
async function copied({ bytes, type, decode }: PictureToExamine): Promise<FactFlag[]> {
  if (type === 'gif') return []
  const { data, info } = await decode(bytes, true)
    .flatten({ background: '#ffffff' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const plane = planeOf(data, info.width, info.height, info.channels)
  const region = clonedArea(plane)
  const steps = type === 'jpeg' ? brightnessSteps(bytes) : null
  return [
    ...(region
      ? [flagAt('image_edited', 'low', 'stands twice, noise and all', { page: 1, region, on: plane })]
      : []),
    ...(steps && isRoundedTwice(plane, steps)
      ? [whole('image_edited', 'low', 'saved twice as JPEG, coarser before')]
      : []),
  ]
}
