import { crc32, deflateRawSync } from 'node:zlib'

/** One part as it is to stand in the archive; what is given twice may differ between its own head and the list. */
export interface ZipPart {
  readonly name: string
  readonly data: Uint8Array | string
  /** The name in the part's own head. */
  readonly headName?: string
  /** What its head and the list say of its length. */
  readonly saysSize?: number
  readonly saysSum?: number
  /** Extra data behind its name in the list. */
  readonly extra?: Uint8Array
  /** Bytes behind it that belong to nothing. */
  readonly behind?: Uint8Array
  /** Leaves sum and sizes to a descriptor behind the part, as programs do that write as they go. */
  readonly described?: boolean
  readonly unlisted?: boolean
  /** The list leads to the place of this part instead, by its name. */
  readonly placeOf?: string
}

export interface ZipParts {
  readonly parts: readonly ZipPart[]
  readonly before?: Uint8Array
  readonly after?: Uint8Array
  /** Moves the places in the list behind what stands before the archive. */
  readonly movesPlaces?: boolean
  readonly saysCount?: number
}

interface Placed {
  readonly part: ZipPart
  readonly at: number
}

const bytesOf = (data: Uint8Array | string): Buffer => Buffer.from(data)

/** Sum, packed and true length, as both heads have them. */
function measures({ data, saysSize, saysSum }: ZipPart): Buffer {
  const raw = bytesOf(data)
  const fields = Buffer.alloc(12)
  fields.writeUInt32LE(saysSum ?? crc32(raw), 0)
  fields.writeUInt32LE(deflateRawSync(raw).length, 4)
  fields.writeUInt32LE(saysSize ?? raw.length, 8)
  return fields
}

function headOf(part: ZipPart): Buffer {
  const name = bytesOf(part.headName ?? part.name)
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(part.described ? 8 : 0, 6)
  head.writeUInt16LE(8, 8)
  if (!part.described) measures(part).copy(head, 14)
  head.writeUInt16LE(name.length, 26)
  const mark = Buffer.from([0x50, 0x4b, 0x07, 0x08])
  const described = part.described ? [mark, measures(part)] : []
  return Buffer.concat([
    head,
    name,
    deflateRawSync(bytesOf(part.data)),
    ...described,
    part.behind ?? Buffer.alloc(0),
  ])
}

function lineOf({ part, at }: Placed): Buffer {
  const [name, extra] = [bytesOf(part.name), part.extra ?? Buffer.alloc(0)]
  const line = Buffer.alloc(46)
  line.writeUInt32LE(0x02014b50, 0)
  line.writeUInt16LE(20, 4)
  line.writeUInt16LE(20, 6)
  line.writeUInt16LE(part.described ? 8 : 0, 8)
  line.writeUInt16LE(8, 10)
  measures(part).copy(line, 16)
  line.writeUInt16LE(name.length, 28)
  line.writeUInt16LE(extra.length, 30)
  line.writeUInt32LE(at, 42)
  return Buffer.concat([line, name, extra])
}

/** An archive byte by byte, so that it can be wrong in one way and right in all others. */
export function writeZip({
  parts,
  before = Buffer.alloc(0),
  after = Buffer.alloc(0),
  movesPlaces = true,
  saysCount,
}: ZipParts): Uint8Array {
  const placed: Placed[] = []
  const heads: Buffer[] = [Buffer.from(before)]
  let at = before.length
  for (const part of parts) {
    placed.push({ part, at: movesPlaces ? at : at - before.length })
    const head = headOf(part)
    heads.push(head)
    at += head.length
  }
  const placeNamed = (name: string): number => placed.find(({ part }) => part.name === name)?.at ?? 0
  const listed = placed.filter(({ part }) => !part.unlisted)
  const list = Buffer.concat(
    listed.map((one) =>
      lineOf(one.part.placeOf === undefined ? one : { ...one, at: placeNamed(one.part.placeOf) }),
    ),
  )
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(saysCount ?? listed.length, 8)
  end.writeUInt16LE(listed.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(movesPlaces ? at : at - before.length, 16)
  return Buffer.concat([...heads, list, end, after])
}
