import { deflateSync } from 'node:zlib'
import type { Chances } from '../../../src-main/hub/demo/traffic/chances.ts'

/** Spoils bytes in one way. `n` numbers the file, so that every file is drawn anew and the same seed draws the same. */
export interface Mutation {
  readonly name: string
  readonly apply: (bytes: Uint8Array, chances: Chances, n: number) => Uint8Array
}

const copyOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes)
const within = (chances: Chances, most: number, ...words: readonly (string | number)[]): number =>
  Math.floor(chances.share(...words) * most)

/** Works on every type. */
export const MUTATIONS: readonly Mutation[] = [
  {
    name: 'cut off',
    apply: (bytes, chances, n) => bytes.slice(0, within(chances, bytes.length, 'cut', n)),
  },
  {
    name: 'bits turned over',
    apply: (bytes, chances, n) => {
      const spoilt = copyOf(bytes)
      const flips = 1 + within(chances, 200, 'flips', n)
      for (let i = 0; i < flips; i += 1) {
        const at = within(chances, spoilt.length, 'at', n, i)
        spoilt[at] = (spoilt[at] ?? 0) ^ (1 << within(chances, 8, 'bit', n, i))
      }
      return spoilt
    },
  },
  {
    name: 'a piece twice',
    apply: (bytes, chances, n) => {
      const from = within(chances, bytes.length, 'from', n)
      const to = from + within(chances, bytes.length - from, 'length', n)
      return Buffer.concat([bytes.slice(0, to), bytes.slice(from, to), bytes.slice(to)])
    },
  },
  {
    name: 'a piece moved',
    apply: (bytes, chances, n) => {
      const from = within(chances, bytes.length, 'from', n)
      const to = from + within(chances, bytes.length - from, 'length', n)
      return Buffer.concat([bytes.slice(to), bytes.slice(from, to), bytes.slice(0, from)])
    },
  },
  {
    name: 'zeros inside',
    apply: (bytes, chances, n) => {
      const spoilt = copyOf(bytes)
      const from = within(chances, spoilt.length, 'from', n)
      return spoilt.fill(0, from, Math.min(spoilt.length, from + within(chances, 4096, 'length', n)))
    },
  },
  {
    name: 'figures out of all bounds',
    apply: (bytes, chances, n) => {
      const figures = ['2147483647', '-1', '4294967296', '99999999999999999999', '0']
      const text = copyOf(bytes).toString('latin1')
      const every = 2 + within(chances, 40, 'every', n)
      let seen = 0
      return Buffer.from(
        text.replaceAll(/\d+(?= )/gu, (figure) =>
          (seen += 1) % every === 0 ? chances.pick(figures, 'figure', n, seen) : figure,
        ),
        'latin1',
      )
    },
  },
  {
    name: 'words exchanged',
    apply: (bytes, chances, n) => {
      const text = copyOf(bytes).toString('latin1')
      const [a, b] = [chances.pick(KEYWORDS, 'a', n), chances.pick(KEYWORDS, 'b', n)]
      return Buffer.from(text.replaceAll(a, b), 'latin1')
    },
  },
  {
    name: 'noise before and after',
    apply: (bytes, chances, n) => {
      const noise = (word: string): Buffer =>
        Buffer.from(
          Array.from({ length: within(chances, 2000, word, n) }, (_, i) => within(chances, 256, word, n, i)),
        )
      return Buffer.concat([noise('before'), bytes, noise('after')])
    },
  },
]

const KEYWORDS = [
  '/Page',
  '/Pages',
  '/Kids',
  '/Parent',
  '/Contents',
  '/Length',
  '/Filter',
  '/FlateDecode',
  '/Type',
  '/Font',
  'endobj',
  'endstream',
  'stream',
  'xref',
  'trailer',
  '/Root',
  '/Size',
  'obj',
  'w:p',
  'w:t',
  'Content-Type',
  'boundary',
  'multipart',
  '/DCTDecode',
] as const

/** A file that was made to hurt, whatever it is named. */
export interface Trap {
  readonly name: string
  readonly bytes: () => Uint8Array
}

const pdf = (objects: readonly string[]): Buffer =>
  Buffer.from(
    `%PDF-1.7\n${objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('')}trailer\n<< /Root 1 0 R >>\n%%EOF\n`,
    'latin1',
  )
const stream = (dictionary: string, data: Buffer): string =>
  `<< ${dictionary} /Length ${data.length} >>\nstream\n${data.toString('latin1')}\nendstream`
const catalog = '<< /Type /Catalog /Pages 2 0 R >>'
const pages = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'
const pageWith = (more: string): string => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${more} >>`
const many = (text: string, times: number): string => Array.from({ length: times }, () => text).join('')

/** Loops, bombs, depth and size. Nobody may ask the address `canary`, nor open the file `secret`. */
export function traps(canary: string, secret: string): Trap[] {
  const bomb = (): Buffer => deflateSync(Buffer.alloc(256 * 1024 * 1024), { level: 9 })
  return [
    {
      name: 'pages that are their own parents',
      bytes: () => pdf([catalog, '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>']),
    },
    {
      name: 'a page tree of great depth',
      bytes: () =>
        pdf([
          catalog,
          ...Array.from({ length: 20_000 }, (_, i) => `<< /Type /Pages /Kids [${i + 3} 0 R] /Count 1 >>`),
          pageWith(''),
        ]),
    },
    {
      name: 'brackets in brackets',
      bytes: () => pdf([catalog, pages, pageWith(`/Contents 4 0 R /X ${many('[', 200_000)}`)]),
    },
    {
      name: 'a stream that unpacks without end',
      bytes: () => pdf([catalog, pages, pageWith('/Contents 4 0 R'), stream('/Filter /FlateDecode', bomb())]),
    },
    {
      name: 'packed twenty times over',
      bytes: () =>
        pdf([
          catalog,
          pages,
          pageWith('/Contents 4 0 R'),
          stream(`/Filter [${many('/FlateDecode ', 20)}]`, bomb()),
        ]),
    },
    {
      name: 'a form that draws itself',
      bytes: () =>
        pdf([
          catalog,
          pages,
          pageWith('/Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >>'),
          stream('', Buffer.from('/F Do')),
          stream(
            '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>',
            Buffer.from('/F Do /F Do'),
          ),
        ]),
    },
    {
      name: 'a picture of forty thousand pixels a side',
      bytes: () =>
        pdf([
          catalog,
          pages,
          pageWith('/Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >>'),
          stream('', Buffer.from('595 0 0 842 0 0 cm /I Do')),
          stream(
            '/Type /XObject /Subtype /Image /Width 40000 /Height 40000 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode',
            deflateSync(Buffer.alloc(1_000_000)),
          ),
        ]),
    },
    {
      name: 'a page larger than a country',
      bytes: () =>
        pdf([
          catalog,
          pages,
          '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1e12 1e12] /UserUnit 75000 /Contents 4 0 R >>',
          stream('', Buffer.from('0 0 1e12 1e12 re f')),
        ]),
    },
    {
      name: 'a function that computes for ever',
      bytes: () =>
        pdf([
          catalog,
          pages,
          pageWith(
            '/Contents 4 0 R /Resources << /Shading << /S << /ShadingType 1 /ColorSpace /DeviceGray /Function 5 0 R >> >> >>',
          ),
          stream('', Buffer.from('/S sh')),
          stream(
            '/FunctionType 4 /Domain [0 1 0 1] /Range [0 1]',
            Buffer.from(`{ ${many('dup mul exch ', 50_000)} pop }`),
          ),
        ]),
    },
    {
      name: 'everything that could start something',
      bytes: () =>
        pdf([
          `<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /URI /URI (${canary}) >> /AA << /WC << /S /JavaScript /JS (this.submitForm("${canary}")) >> >> >>`,
          pages,
          pageWith(
            `/AA << /O << /S /Launch /F (${secret}) >> >> /Contents << /F (${canary}) /FS /URL /Length 0 >>`,
          ),
        ]),
    },
    {
      name: 'a mail of mails',
      bytes: () =>
        Buffer.from(many('Content-Type: message/rfc822\r\nSubject: x\r\nFrom: a@b.example\r\n\r\n', 5000)),
    },
    {
      name: 'a mail of ten thousand parts',
      bytes: () =>
        Buffer.from(
          `From: a@b.example\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${many('--b\r\nContent-Type: text/plain\r\n\r\nx\r\n', 10_000)}--b--`,
        ),
    },
    {
      name: 'markup in markup',
      bytes: () => Buffer.from(`<html><body>${many('<div>', 200_000)}<img src="${canary}">`),
    },
    { name: 'brackets of RTF', bytes: () => Buffer.from(`{\\rtf1 ${many('{\\b ', 200_000)}`) },
    { name: 'a PNG of a billion pixels', bytes: () => pngOf(60_000, 20_000) },
    {
      name: 'four hundred megabytes of one letter',
      bytes: () => Buffer.alloc(90 * 1024 * 1024, 65),
    },
  ]
}

/** A picture's head with this size, and next to nothing behind it. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const head = Buffer.alloc(8)
    head.writeUInt32BE(data.length, 0)
    head.write(type, 4, 'latin1')
    return Buffer.concat([head, data, Buffer.alloc(4)])
  }
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  size[8] = 8
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(Buffer.alloc(5_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
