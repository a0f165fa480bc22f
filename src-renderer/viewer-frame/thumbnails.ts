import { fillIn } from './frameStrings.ts'
import type { FrameStrings } from './messages.ts'
import type { PageSurface } from './pageSurface.ts'

/** CSS pixels of a small picture. */
const WIDTH_PX = 96
const USUAL_HEIGHT_PX = 136

interface Thumb {
  readonly page: number
  readonly item: HTMLLIElement
  readonly button: HTMLButtonElement
  /** Drawn, or under way. */
  isDrawn: boolean
  isSeen: boolean
}

/** Small pictures of the pages beside them. Drawn only while they are in sight, and when the page has nothing else to do. */
export class Thumbnails {
  readonly #host: HTMLElement
  readonly #go: (page: number) => void
  readonly #inSight = new Set<Thumb>()
  readonly #watcher: IntersectionObserver
  #surface: PageSurface | undefined
  #thumbs: readonly Thumb[] = []
  #strings: FrameStrings | undefined
  #current = 1
  #isShown = false
  #isDrawing = false

  constructor(host: HTMLElement, go: (page: number) => void) {
    this.#host = host
    this.#go = go
    this.#watcher = new IntersectionObserver((entries) => this.#noteSight(entries), { root: host })
    host.addEventListener('click', (event) => this.#choose(event))
    host.addEventListener('keydown', (event) => this.#walk(event))
  }

  show(isShown: boolean): void {
    this.#isShown = isShown
    this.#host.hidden = !isShown
    document.documentElement.toggleAttribute('data-thumbs', isShown)
    if (isShown) this.#build()
    else this.#clear()
  }

  open(surface: PageSurface, pages: number): void {
    this.close()
    this.#surface = surface
    this.#thumbs = Array.from({ length: pages }, (_, at) => thumbOf(at + 1))
    if (this.#isShown) this.#build()
  }

  close(): void {
    this.#clear()
    this.#surface = undefined
    this.#thumbs = []
    this.#current = 1
  }

  setCurrent(page: number): void {
    this.#current = page
    for (const thumb of this.#thumbs) markCurrent(thumb, thumb.page === page)
    if (!this.#isShown) return
    this.#thumbs[page - 1]?.item.scrollIntoView({ block: 'nearest' })
  }

  /** The page was read as a whole. */
  setSeen(page: number): void {
    const thumb = this.#thumbs[page - 1]
    if (!thumb || thumb.isSeen) return
    thumb.isSeen = true
    thumb.item.classList.add('seen')
    this.#name(thumb)
  }

  /** The view was turned: what is drawn lies wrong. */
  redraw(): void {
    for (const thumb of this.#thumbs) thumb.isDrawn = false
    this.#drawNext()
  }

  setStrings(strings: FrameStrings): void {
    this.#strings = strings
    this.#host.ariaLabel = strings.thumbnails
    for (const thumb of this.#thumbs) this.#name(thumb)
  }

  #build(): void {
    this.#host.replaceChildren(...this.#thumbs.map(({ item }) => item))
    for (const thumb of this.#thumbs) {
      this.#name(thumb)
      this.#watcher.observe(thumb.item)
    }
    this.setCurrent(this.#current)
  }

  #clear(): void {
    this.#watcher.disconnect()
    this.#inSight.clear()
    this.#host.replaceChildren()
  }

  #name({ page, button, isSeen }: Thumb): void {
    const said = isSeen ? this.#strings?.thumbnailSeen : this.#strings?.thumbnail
    button.ariaLabel = fillIn(said ?? '', { page, pages: this.#thumbs.length })
  }

  #noteSight(entries: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      const thumb = this.#thumbs.find(({ item }) => item === target)
      if (!thumb) continue
      if (isIntersecting) this.#inSight.add(thumb)
      else this.#inSight.delete(thumb)
    }
    this.#drawNext()
  }

  #drawNext(): void {
    if (this.#isDrawing) return
    const next = [...this.#inSight].filter(({ isDrawn }) => !isDrawn).toSorted((a, b) => a.page - b.page)[0]
    if (!next || !this.#isShown) return
    this.#isDrawing = true
    requestIdleCallback(() => {
      void this.#draw(next).finally(() => {
        this.#isDrawing = false
        this.#drawNext()
      })
    })
  }

  async #draw(thumb: Thumb): Promise<void> {
    thumb.isDrawn = true
    const surface = this.#surface
    const canvas = await surface?.paint(thumb.page, Math.round(WIDTH_PX * devicePixelRatio))
    if (!canvas || this.#surface !== surface) return
    canvas.ariaHidden = 'true'
    thumb.button.querySelector('canvas, .blank')?.replaceWith(canvas)
  }

  #choose({ target }: Event): void {
    const item = target instanceof Element ? target.closest('li') : null
    const thumb = this.#thumbs.find((each) => each.item === item)
    if (thumb) this.#go(thumb.page)
  }

  /** Arrows and ends walk from picture to picture, as in every list of choices. */
  #walk(event: KeyboardEvent): void {
    const last = this.#thumbs.length
    const to = {
      ArrowDown: this.#current + 1,
      ArrowUp: this.#current - 1,
      Home: 1,
      End: last,
    }[event.key]
    if (to === undefined || to < 1 || to > last) return
    event.preventDefault()
    this.#go(to)
    this.setCurrent(to)
    this.#thumbs[to - 1]?.button.focus({ preventScroll: true })
  }
}

function thumbOf(page: number): Thumb {
  const item = document.createElement('li')
  const button = document.createElement('button')
  button.type = 'button'
  button.tabIndex = -1
  const blank = document.createElement('span')
  blank.className = 'blank'
  blank.style.height = `${USUAL_HEIGHT_PX}px`
  const number = document.createElement('span')
  number.className = 'number'
  number.ariaHidden = 'true'
  number.textContent = String(page)
  button.append(blank, number)
  item.append(button)
  return { page, item, button, isDrawn: false, isSeen: false }
}

function markCurrent({ button }: Thumb, isCurrent: boolean): void {
  button.tabIndex = isCurrent ? 0 : -1
  button.ariaCurrent = isCurrent ? 'page' : null
}
