import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentType, pictureSize } from '../../../../src-renderer/viewer-frame/documentType.ts'

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)),
  )

const png = bytes([0x89], 'PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 2, 0, 0, 0, 1, 0])
const jpeg = bytes([
  0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc4, 0, 3, 9, 0xff, 0xc2, 0, 11, 8, 0, 99, 1, 2,
])
const vp8 = bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 ', [0, 0, 0, 0, 1, 2, 3, 0x9d, 1, 0x2a, 0x40, 0x41, 0x20, 0])
const vp8l = bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8L', [0, 0, 0, 0, 0x2f, 0x3f, 0xc0, 0x07, 0])
const vp8x = bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0, 0xff, 1, 0, 0x0f, 0, 1])

describe('what a file is', () => {
  it('is read off its bytes', () => {
    expect([png, jpeg, vp8, vp8l, vp8x, bytes('%PDF-1.7')].map(documentType)).toEqual([
      'png',
      'jpeg',
      'webp',
      'webp',
      'webp',
      'pdf',
    ])
  })

  it('is a PDF also when something stands before the header, but not too much', () => {
    expect(documentType(bytes(' '.repeat(900), '%PDF-1.4'))).toBe('pdf')
    expect(documentType(bytes(' '.repeat(2000), '%PDF-1.4'))).toBe('unknown')
  })

  it('is unknown for mail, archives, text and nothing', () => {
    expect(
      ['PK\x03\x04', 'From: a@b.example', '\xd0\xcf\x11\xe0', ''].map((text) => documentType(bytes(text))),
    ).toEqual(Array(4).fill('unknown'))
  })
})

describe('the size of a picture', () => {
  it('is read off the header before anything is decoded', () => {
    expect([
      pictureSize(png, 'png'),
      pictureSize(jpeg, 'jpeg'),
      pictureSize(vp8, 'webp'),
      pictureSize(vp8l, 'webp'),
      pictureSize(vp8x, 'webp'),
    ]).toEqual([
      { width: 512, height: 256 },
      { width: 258, height: 99 },
      { width: 320, height: 32 },
      { width: 64, height: 32 },
      { width: 512, height: 65552 },
    ])
  })

  it('is not known when the header is cut off or makes no sense, and reading it never throws', () => {
    expect(pictureSize(png.subarray(0, 20), 'png')).toBeUndefined()
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.constantFrom('png', 'jpeg', 'webp'), (noise, type) => {
        const size = pictureSize(noise, type)
        expect(size === undefined || (size.width > 0 && size.height > 0)).toBe(true)
      }),
    )
  })
})
