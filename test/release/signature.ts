/** Whether an installer carries a signature, as far as its own bytes tell. Nobody's certificate is checked here. */
import { unzipSync } from 'fflate'

export const SIGNATURES = ['signed', 'unsigned', 'unknown'] as const
export type Signature = (typeof SIGNATURES)[number]

const found = (isThere: boolean): Signature => (isThere ? 'signed' : 'unsigned')

/** By the kind of file, which its name ends with. A file that is not what its name says is of unknown state. */
export function signatureOf(kind: string, bytes: Buffer): Signature {
  const read = READERS[kind]
  try {
    return read?.(bytes) ?? 'unknown'
  } catch (error) {
    // Too short, or another format than its name says.
    if (error instanceof RangeError || (error instanceof Error && 'code' in error)) return 'unknown'
    throw error
  }
}

/** Microsoft, "PE Format": of the directories behind the optional header the fifth is that of certificates. */
function signatureOfProgram(bytes: Buffer): Signature {
  const head = bytes.readUInt32LE(0x3c)
  if (bytes.toString('latin1', head, head + 4) !== 'PE\0\0') return 'unknown'
  const optional = head + 24
  const directories = optional + (bytes.readUInt16LE(optional) === 0x20b ? 112 : 96)
  return found(bytes.readUInt32LE(directories + 4 * 8 + 4) > 0)
}

/** An MSIX or APPX is a ZIP; its signature is a file in it. */
const signatureOfAppx = (bytes: Buffer): Signature => found(namesIn(bytes).includes('AppxSignature.p7x'))

/** What seals a bundle is there for a signature without a name as well, with which macOS lets programs run at home. */
const signatureOfMacZip = (bytes: Buffer): Signature =>
  namesIn(bytes).some((name) => /^[^/]+\.app\/Contents\/_CodeSignature\/CodeResources$/.test(name))
    ? 'unknown'
    : 'unsigned'

function namesIn(bytes: Buffer): readonly string[] {
  const names: string[] = []
  unzipSync(bytes, {
    filter: ({ name }) => {
      names.push(name)
      return false
    },
  })
  return names
}

/** A disk image ends in 512 bytes called koly, which say at 304 how long its signature is. */
function signatureOfImage(bytes: Buffer): Signature {
  const trailer = bytes.length - 512
  if (bytes.toString('latin1', trailer, trailer + 4) !== 'koly') return 'unknown'
  return found(bytes.readBigUInt64BE(trailer + 304) > 0n)
}

const AR = '!<arch>\n'
/** A Debian package is an `ar`; debsigs puts its signature into it under such a name. */
function signatureOfDeb(bytes: Buffer): Signature {
  if (bytes.toString('latin1', 0, AR.length) !== AR) return 'unknown'
  for (let at = AR.length; at + 60 <= bytes.length; ) {
    if (bytes.toString('latin1', at, at + 16).startsWith('_gpg')) return 'signed'
    const size = Number(bytes.toString('latin1', at + 48, at + 58).trim())
    if (!Number.isInteger(size) || size < 0) return 'unknown'
    // Members begin at even places.
    at += 60 + size + (size % 2)
  }
  return 'unsigned'
}

/** An AppImage is a program of Linux with a section for its signature, full of zeros where it has none. */
function signatureOfAppImage(bytes: Buffer): Signature {
  if (bytes.toString('latin1', 0, 4) !== '\x7fELF' || bytes[4] !== 2) return 'unknown'
  const [start, size, count] = [
    Number(bytes.readBigUInt64LE(0x28)),
    bytes.readUInt16LE(0x3a),
    bytes.readUInt16LE(0x3c),
  ]
  const sections = Array.from({ length: count }, (_, at) => sectionAt(bytes, start + at * size))
  const names = sections[bytes.readUInt16LE(0x3e)]
  if (names === undefined) return 'unknown'
  const nameOf = ({ name }: Section) => {
    const from = names.offset + name
    return bytes.toString('latin1', from, bytes.indexOf(0, from))
  }
  const own = sections.find((section) => nameOf(section) === '.sha256_sig')
  return found(
    own !== undefined && bytes.subarray(own.offset, own.offset + own.size).some((byte) => byte !== 0),
  )
}

interface Section {
  /** Place of its name among all names. */
  readonly name: number
  readonly offset: number
  readonly size: number
}

const sectionAt = (bytes: Buffer, at: number): Section => ({
  name: bytes.readUInt32LE(at),
  offset: Number(bytes.readBigUInt64LE(at + 24)),
  size: Number(bytes.readBigUInt64LE(at + 32)),
})

const READERS: Readonly<Record<string, (bytes: Buffer) => Signature>> = {
  exe: signatureOfProgram,
  appx: signatureOfAppx,
  msix: signatureOfAppx,
  dmg: signatureOfImage,
  zip: signatureOfMacZip,
  deb: signatureOfDeb,
  AppImage: signatureOfAppImage,
}
