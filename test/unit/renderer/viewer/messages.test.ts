import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  readAppMessage,
  readFrameMessage,
  VIEWER_PROTOCOL,
} from '../../../../src-renderer/viewer-frame/messages.ts'

const v = VIEWER_PROTOCOL
const mark = {
  id: 'e1',
  number: 1,
  page: 1,
  quads: [[0, 0, 10, 0, 10, 5, 0, 5]],
  label: 'Customer named',
  tone: 'evidence',
}
const strings = {
  document: 'd',
  page: 'p',
  evidence: 'e',
  nearest: 'n',
  flag: 'f',
  hidden: 'i',
  hiddenTag: 'j',
  own: 'o',
  picture: 'x',
  inlay: {
    alt: 'q',
    shown: 'q',
    frames: 'q',
    elsewhere: 'q',
    missing: 'q',
    type: 'q',
    too_large: 'q',
    too_many: 'q',
    drawing: 'q',
    broken: 'q',
    link: 'q',
    linkBare: 'q',
    linkUnlike: 'q',
    via: 'q',
  },
  html: 'k',
  plain: 'l',
  thumbnails: 't',
  thumbnail: 'h',
  thumbnailSeen: 's',
  added: 'a',
  removed: 'r',
  changed: 'c',
  moved: 'm',
}
const appMessages: readonly object[] = [
  { v, type: 'open', documentId: 'd', bytes: new ArrayBuffer(4), fileName: 'a.pdf', kind: 'pdf', page: 1 },
  { v, type: 'close' },
  { v, type: 'setMarks', documentId: 'd', marks: [mark, { ...mark, id: 'e2', number: null, quads: [] }] },
  { v, type: 'activate', documentId: 'd', id: null },
  { v, type: 'goToPage', page: 2 },
  { v, type: 'zoom', zoom: { to: 'fit_width' } },
  { v, type: 'zoom', zoom: { to: 'value', scale: 1.5 } },
  { v, type: 'rotate', by: 270 },
  { v, type: 'find', query: 'perché', wholeWord: false, matchDiacritics: true, highlightAll: true },
  { v, type: 'findNext' },
  { v, type: 'findPrevious' },
  { v, type: 'theme', theme: 'forced' },
  { v, type: 'locale', language: 'it-IT', direction: 'ltr', strings },
  { v, type: 'thumbnails', shown: true },
  { v, type: 'beside', shown: true },
  { v, type: 'paintAhead', sha256: 'a'.repeat(64), bytes: new ArrayBuffer(4) },
  { v, type: 'pick', wanted: true },
  { v, type: 'print', documentId: 'd' },
  { v, type: 'watchScroll', wanted: true },
  { v, type: 'scrollTo', documentId: 'd', place: { page: 7, share: 0.5 } },
  { v, type: 'paintPage', documentId: 'd', page: 2, widthPx: 1000 },
  { v, type: 'overlay', documentId: 'd', older: null },
  { v, type: 'focus' },
]
const press = {
  key: 'k',
  code: 'KeyK',
  modifiers: { ctrl: true, alt: false, shift: false, meta: false },
  repeat: false,
}
const frameMessages: readonly object[] = [
  { v, type: 'ready' },
  { v, type: 'opened', documentId: 'd', pages: 3, hasTwoTexts: true },
  { v, type: 'scrolled', documentId: 'd', place: { page: 7, share: 0.5 }, by: 'hand' },
  { v, type: 'overlaid', documentId: 'd', page: 2, share: 0.01, places: 3 },
  { v, type: 'failed', documentId: 'd', reason: 'encrypted' },
  { v, type: 'pageChanged', documentId: 'd', page: 2 },
  { v, type: 'pageSeen', documentId: 'd', page: 2, share: 0.5 },
  { v, type: 'zoomChanged', documentId: 'd', scale: 1.18, fit: null },
  { v, type: 'findResult', documentId: 'd', current: 0, total: 0, pending: true },
  { v, type: 'drawn', documentId: 'd' },
  { v, type: 'printing', documentId: 'd', page: null },
  { v, type: 'picked', documentId: 'd', place: null },
  {
    v,
    type: 'picked',
    documentId: 'd',
    place: { page: 1, quads: [[0, 0, 1, 0, 1, 1, 0, 1]], text: null },
  },
  { v, type: 'markActivated', documentId: 'd', id: 'e1' },
  { v, type: 'key', press },
]

describe.each([
  ['the frame', readAppMessage, appMessages, frameMessages],
  ['the app', readFrameMessage, frameMessages, appMessages],
] as const)('%s', (_, read, own, others) => {
  it('understands each of its messages', () => {
    expect(own.map((message) => read(structuredClone(message)))).toEqual(own)
  })

  it('drops what is meant for the other side', () => {
    expect(others.map((message) => read(message))).toEqual(others.map(() => undefined))
  })

  it('drops other versions, extra fields and missing ones', () => {
    for (const message of own) {
      expect(read({ ...message, v: v + 1 })).toBeUndefined()
      expect(read({ ...message, v: undefined })).toBeUndefined()
      expect(read({ ...message, andMore: 1 })).toBeUndefined()
      for (const field of Object.keys(message)) {
        expect(
          read(Object.fromEntries(Object.entries(message).filter(([key]) => key !== field))),
        ).toBeUndefined()
      }
    }
  })

  it('never throws, whatever a stranger posts', () => {
    fc.assert(
      fc.property(fc.anything({ withTypedArray: true, withMap: true, withNullPrototype: true }), (data) => {
        expect(read(data)).toBeUndefined()
      }),
    )
  })
})

describe('the limits of a message', () => {
  const refused: readonly object[] = [
    { v, type: 'goToPage', page: 0 },
    { v, type: 'goToPage', page: 1.5 },
    { v, type: 'zoom', zoom: { to: 'value', scale: 100 } },
    { v, type: 'rotate', by: 45 },
    { v, type: 'setMarks', documentId: 'd', marks: [{ ...mark, quads: [[1, 2, 3]] }] },
    { v, type: 'setMarks', documentId: 'd', marks: [{ ...mark, quads: [Array(8).fill(Number.NaN)] }] },
    { v, type: 'open', documentId: 'd', bytes: 'text', fileName: 'a.pdf', kind: 'pdf', page: 1 },
  ]
  it('are the same on both sides of the line', () => {
    expect(refused.map((message) => readAppMessage(message))).toEqual(refused.map(() => undefined))
  })

  it('keep a share between nothing and all, and a reason within the list', () => {
    expect(readFrameMessage({ v, type: 'pageSeen', documentId: 'd', page: 1, share: 1.01 })).toBeUndefined()
    expect(readFrameMessage({ v, type: 'failed', documentId: 'd', reason: '<b>' })).toBeUndefined()
  })
})
