/** What every packed text begins with in the packer's memory (MS-OXRTFCP 2.1.2.1). */
const KNOWN =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx'
const MEMORY = 4096
const PACKED = 0x75465a4c
const PLAIN = 0x414c454d
const HEAD = 16
/** More text than this stands in no message. */
const MOST_BYTES = 20 * 1024 * 1024

/** Outlook's packed RTF unpacked. Throws when it is none. */
export function unpackRtf(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kind = view.getUint32(8, true)
  if (kind === PLAIN) return bytes.subarray(HEAD)
  if (kind !== PACKED) throw new Error('Not a packed RTF')
  const memory = new Uint8Array(MEMORY)
  memory.set(Buffer.from(KNOWN, 'latin1'))
  const out: number[] = []
  let at = KNOWN.length
  const write = (byte: number): void => {
    out.push(byte)
    memory[at] = byte
    at = (at + 1) % MEMORY
  }
  for (let i = HEAD; i < bytes.length && out.length < MOST_BYTES; ) {
    const control = bytes[i] ?? 0
    i += 1
    for (let bit = 0; bit < 8 && i < bytes.length; bit += 1) {
      if ((control & (1 << bit)) === 0) {
        write(bytes[i] ?? 0)
        i += 1
        continue
      }
      const pair = ((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0)
      i += 2
      const from = pair >> 4
      if (from === at) return Uint8Array.from(out)
      for (let k = 0; k < (pair & 15) + 2; k += 1) write(memory[(from + k) % MEMORY] ?? 0)
    }
  }
  return Uint8Array.from(out)
}
