import { crc32, deflateRawSync } from 'node:zlib'

/** One part as it is to stand in the archive; what is given twice may differ between its own head and the list. */
export interface ZipPart {
  readonly name: string
  readonly data: Uint8Array | string
  /** Its bytes as they are packed, where they are at hand already. */
  readonly packed?: Uint8Array
  /** 0 = as they are; others but 8 are said alone. */
  readonly method?: number
  /** Bits of the list, and those that the part's own head has besides. */
  readonly flags?: number
  readonly headFlags?: number
  /** The name in the part's own head. */
  readonly headName?: string
  /** What its head and the list say of its length. */
  readonly saysSize?: number
  readonly saysSum?: number
  /** What its head alone says. */
  readonly headSize?: number
  readonly headSum?: number
  /** What the descriptor behind it says. */
  readonly describedSize?: number
  /** Extra data behind its name in the list. */
  readonly extra?: Uint8Array
  /** Tells its lengths in 64 bits: `agreed` as they are, `differing` another one in the list, `untold` nowhere. */
  readonly wide?: 'agreed' | 'differing' | 'untold'
  /** Bytes behind it that belong to nothing. */
  readonly behind?: Uint8Array
  /** Bytes that count as packed and stand behind their end. */
  readonly slack?: Uint8Array
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
  /** An end of the list in 64 bits ahead of its usual end. */
  readonly wideEnd?: boolean
  /** The number of the file in which the archive is said to end. */
  readonly lastFile?: number
}

interface Placed {
  readonly part: ZipPart
  readonly at: number
}

const WIDE = 0xffffffff
const bytesOf = (data: Uint8Array | string): Buffer => Buffer.from(data)

function packedOf({ data, packed, method = 8, slack = Buffer.alloc(0) }: ZipPart): Buffer {
  const own = packed ?? (method === 0 ? bytesOf(data) : deflateRawSync(bytesOf(data)))
  return Buffer.concat([own, slack])
}

interface Measures {
  readonly sum: number
  readonly packed: number
  readonly size: number
}

function measuresOf(part: ZipPart): Measures {
  const raw = bytesOf(part.data)
  return {
    sum: part.saysSum ?? crc32(raw),
    packed: packedOf(part).length,
    size: part.saysSize ?? raw.length,
  }
}

function written({ sum, packed, size }: Measures): Buffer {
  const fields = Buffer.alloc(12)
  fields.writeUInt32LE(sum, 0)
  fields.writeUInt32LE(packed, 4)
  fields.writeUInt32LE(size, 8)
  return fields
}

/** Extra data that tell true and packed length in 64 bits. */
function wideExtra({ size, packed }: Measures): Buffer {
  const field = Buffer.alloc(20)
  field.writeUInt16LE(1, 0)
  field.writeUInt16LE(16, 2)
  field.writeBigUInt64LE(BigInt(size), 4)
  field.writeBigUInt64LE(BigInt(packed), 12)
  return field
}

function headOf(part: ZipPart): Buffer {
  const name = bytesOf(part.headName ?? part.name)
  const own = measuresOf(part)
  const said = { ...own, size: part.headSize ?? own.size, sum: part.headSum ?? own.sum }
  const extra = part.wide === undefined || part.wide === 'untold' ? Buffer.alloc(0) : wideExtra(said)
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE((part.described ? 8 : 0) | (part.flags ?? 0) | (part.headFlags ?? 0), 6)
  head.writeUInt16LE(part.method ?? 8, 8)
  const fields = part.wide === undefined ? said : { ...said, size: WIDE, packed: WIDE }
  if (!part.described) written(fields).copy(head, 14)
  head.writeUInt16LE(name.length, 26)
  head.writeUInt16LE(extra.length, 28)
  const mark = Buffer.from([0x50, 0x4b, 0x07, 0x08])
  const descriptor = written({ ...own, size: part.describedSize ?? own.size })
  const described = part.described ? [mark, descriptor] : []
  return Buffer.concat([head, name, extra, packedOf(part), ...described, part.behind ?? Buffer.alloc(0)])
}

function lineOf({ part, at }: Placed): Buffer {
  const own = measuresOf(part)
  const wide =
    part.wide === undefined || part.wide === 'untold'
      ? Buffer.alloc(0)
      : wideExtra({ ...own, size: part.wide === 'differing' ? own.size + 1 : own.size })
  const name = bytesOf(part.name)
  const extra = Buffer.concat([wide, part.extra ?? Buffer.alloc(0)])
  const line = Buffer.alloc(46)
  line.writeUInt32LE(0x02014b50, 0)
  line.writeUInt16LE(20, 4)
  line.writeUInt16LE(20, 6)
  line.writeUInt16LE((part.described ? 8 : 0) | (part.flags ?? 0), 8)
  line.writeUInt16LE(part.method ?? 8, 10)
  written(part.wide === undefined ? own : { ...own, size: WIDE, packed: WIDE }).copy(line, 16)
  line.writeUInt16LE(name.length, 28)
  line.writeUInt16LE(extra.length, 30)
  line.writeUInt32LE(at, 42)
  return Buffer.concat([line, name, extra])
}

/** The end of a list in 64 bits and what leads to it. */
function wideEndOf(count: number, length: number, start: number): Buffer {
  const end = Buffer.alloc(76)
  end.writeUInt32LE(0x06064b50, 0)
  end.writeBigUInt64LE(44n, 4)
  end.writeBigUInt64LE(BigInt(count), 24)
  end.writeBigUInt64LE(BigInt(count), 32)
  end.writeBigUInt64LE(BigInt(length), 40)
  end.writeBigUInt64LE(BigInt(start), 48)
  end.writeUInt32LE(0x07064b50, 56)
  end.writeBigUInt64LE(BigInt(start + length), 64)
  end.writeUInt32LE(1, 72)
  return end
}

/** An archive byte by byte, so that it can be wrong in one way and right in all others. */
export function writeZip({
  parts,
  before = Buffer.alloc(0),
  after = Buffer.alloc(0),
  movesPlaces = true,
  saysCount,
  wideEnd = false,
  lastFile = 0,
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
  end.writeUInt16LE(lastFile, 4)
  end.writeUInt16LE(saysCount ?? listed.length, 8)
  end.writeUInt16LE(listed.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(movesPlaces ? at : at - before.length, 16)
  const wide = wideEnd ? [wideEndOf(listed.length, list.length, at)] : []
  return Buffer.concat([...heads, list, ...wide, end, after])
}
