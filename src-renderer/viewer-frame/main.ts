import { openAppChannel } from './appChannel.ts'
import { keyUse } from './keyUse.ts'
import type { AppMessage } from './messages.ts'
import { listenToPointer, listenToWheel } from './pointer.ts'
import { type FrameParts, type SendToApp, ViewerFrame } from './viewerFrame.ts'

function part(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (!element) throw new Error(`The frame's page has no #${id}`)
  return element
}

function div(id: string): HTMLDivElement {
  const element = part(id)
  if (!(element instanceof HTMLDivElement)) throw new Error(`#${id} is no div`)
  return element
}

const parts: FrameParts = {
  scroller: div('scroller'),
  pages: div('pages'),
  picture: div('picture'),
  laid: div('laid'),
  marks: div('marks'),
  thumbs: part('thumbs'),
  print: div('print'),
}

async function obey(frame: ViewerFrame, message: AppMessage): Promise<void> {
  switch (message.type) {
    case 'open':
      return frame.open(message)
    case 'close':
      return frame.close()
    case 'setMarks':
      return frame.isOpen(message.documentId) ? frame.setMarks(message.marks) : undefined
    case 'activate':
      return frame.isOpen(message.documentId) ? frame.activate(message.id) : undefined
    case 'goToPage':
      return frame.goToPage(message.page)
    case 'zoom':
      return frame.surface?.zoom(message.zoom)
    case 'rotate':
      return frame.rotate(message.by)
    case 'find':
      return frame.surface?.find(message)
    case 'findNext':
      return frame.surface?.findAgain('next')
    case 'findPrevious':
      return frame.surface?.findAgain('previous')
    case 'theme':
      document.documentElement.dataset['theme'] = message.theme
      return undefined
    case 'locale':
      document.documentElement.lang = message.language
      document.documentElement.dir = message.direction
      return frame.setStrings(message.strings)
    case 'paintAhead':
      return frame.paintAhead(message.sha256, message.bytes)
    case 'pick':
      return message.wanted ? frame.picker.start() : frame.picker.stop()
    case 'thumbnails':
      return frame.thumbs.show(message.shown)
    case 'beside':
      return frame.showBeside(message.shown)
    case 'print':
      return frame.isOpen(message.documentId) ? frame.print() : undefined
    case 'watchScroll':
      return frame.follower.watch(message.wanted)
    case 'scrollTo':
      return frame.isOpen(message.documentId) ? frame.follower.scrollTo(message.place) : undefined
    case 'paintPage':
      return frame.isOpen(message.documentId) ? frame.paintPage(message.page, message.widthPx) : undefined
    case 'overlay':
      return frame.isOpen(message.documentId) ? frame.overlay(message.older) : undefined
    case 'focus':
      return parts.scroller.focus({ preventScroll: true })
  }
}

function listenToKeys(send: SendToApp): void {
  document.addEventListener('keydown', (event) => {
    if (frame.picker.takes(event)) return
    const onButton = event.target instanceof Element && event.target.closest('#marks, #thumbs') !== null
    if (keyUse(event, onButton) !== 'app') return
    event.preventDefault()
    const { key, code, repeat, ctrlKey, altKey, shiftKey, metaKey } = event
    const modifiers = { ctrl: ctrlKey, alt: altKey, shift: shiftKey, meta: metaKey }
    send({ type: 'key', press: { key, code, modifiers, repeat } })
  })
}

const channel = openAppChannel((message) => {
  obey(frame, message).catch((error: unknown) => reportError(error))
})
// Outside an app there is nobody to show anything to, and the frame stays blank.
const send: SendToApp = (message) => channel?.send(message)
const frame = new ViewerFrame(parts, send)

listenToPointer(parts.scroller, frame)
listenToWheel(parts.scroller, frame)
listenToKeys(send)
new ResizeObserver(() => {
  frame.surface?.refit()
  frame.layOut()
}).observe(parts.scroller)
// A page whose true size became known moves all pages below it.
for (const pages of [parts.pages, parts.laid]) new ResizeObserver(() => frame.layOut()).observe(pages)
send({ type: 'ready' })
