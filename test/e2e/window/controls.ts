import type { Page } from '@playwright/test'

/** What a person can point at or move the focus to. */
const CONTROLS = [
  'a[href]',
  'button',
  'input',
  'select',
  'textarea',
  'summary',
  '[role=option]',
  '[role=tab]',
  '[role^=menuitem]',
  '[role=separator][tabindex]',
].join(',')

/** WCAG 2.2, 2.5.8: targets under 24 pixels that stand closer to another one than a circle of 24 pixels allows. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate((controls) => {
    // An open menu or dialog keeps pointer and focus until it is closed.
    const scope = [...document.querySelectorAll('[role=menu], [aria-modal=true]')].at(-1) ?? document
    const SIZE = 24
    const isSeen = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.closest('[aria-hidden=true], [inert], .pd-sr') === null
    /** A word in a sentence cannot be larger than its line. */
    const isInText = (element: Element) =>
      getComputedStyle(element).display === 'inline' &&
      [...(element.parentElement?.childNodes ?? [])].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      )
    /** Some are drawn smaller than what of them can be hit. */
    const areaOf = (element: Element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      const { content, position, top, left } = getComputedStyle(element, '::after')
      if (content === 'none' || position !== 'absolute') return new DOMRect(x, y, width, height)
      const [down, across] = [Math.max(0, -Number.parseFloat(top)), Math.max(0, -Number.parseFloat(left))]
      return new DOMRect(x - across, y - down, width + 2 * across, height + 2 * down)
    }
    const targets = [...scope.querySelectorAll<HTMLElement>(controls)]
      .filter((element) => isSeen(element) && !element.matches('[disabled]'))
      .map((element) => ({ element, box: areaOf(element) }))
      .filter(({ box }) => box.width > 1 && box.height > 1)
    const isSmall = ({ box }: { box: DOMRect }) => box.width < SIZE - 0.5 || box.height < SIZE - 0.5
    const centre = (box: DOMRect) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
    const distanceTo = (from: { x: number; y: number }, box: DOMRect) =>
      Math.hypot(
        Math.max(box.left - from.x, 0, from.x - box.right),
        Math.max(box.top - from.y, 0, from.y - box.bottom),
      )
    const crowds = (one: (typeof targets)[number], other: (typeof targets)[number]) => {
      if (one === other || one.element.contains(other.element) || other.element.contains(one.element))
        return false
      const at = centre(one.box)
      if (distanceTo(at, other.box) < SIZE / 2 - 0.5) return true
      const to = centre(other.box)
      return isSmall(other) && Math.hypot(at.x - to.x, at.y - to.y) < SIZE - 0.5
    }
    return targets
      .filter((target) => isSmall(target) && !isInText(target.element))
      .filter((target) => targets.some((other) => crowds(target, other)))
      .map(({ element, box }) => {
        const name = element.getAttribute('aria-label') ?? element.textContent ?? ''
        return `${element.tagName} ${Math.round(box.width)}×${Math.round(box.height)} ${name.slice(0, 50)}`
      })
  }, CONTROLS)

/** WCAG 2.2, 2.4.11: controls of which nothing is to be seen once they have the focus. */
export const hiddenFocus = (page: Page): Promise<string[]> =>
  page.evaluate((controls) => {
    const scope = [...document.querySelectorAll('[role=menu], [aria-modal=true]')].at(-1) ?? document
    const isThere = (element: HTMLElement) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      element.closest('[aria-hidden=true], [inert]') === null &&
      element.tabIndex >= 0 &&
      !element.matches('[disabled], [data-tabster-dummy]')
    const shows = (element: HTMLElement) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      const parts = [0.1, 0.5, 0.9]
      return parts.some((across) =>
        parts.some((down) => {
          const hit = document.elementFromPoint(left + width * across, top + height * down)
          return (
            hit !== null && (element.contains(hit) || hit.contains(element) || hit.closest('label') !== null)
          )
        }),
      )
    }
    const before = document.activeElement
    const hidden = [...scope.querySelectorAll<HTMLElement>(controls)].filter(isThere).filter((element) => {
      element.focus()
      // What hands the focus on at once never has it.
      return document.activeElement === element && !shows(element)
    })
    if (before instanceof HTMLElement) before.focus()
    return hidden.map(
      (element) => `${element.tagName} ${(element.ariaLabel ?? element.textContent ?? '').slice(0, 60)}`,
    )
  }, CONTROLS)

/** Controls that look the same with the focus as without it: shadows and fills are gone in forced colours, lines stay. */
export const withoutRing = (page: Page): Promise<string[]> =>
  page.evaluate((controls) => {
    const lineOf = (style: CSSStyleDeclaration) =>
      `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor} ${style.borderStyle} ${style.borderWidth} ${style.borderColor} ${style.textDecorationLine} ${style.backgroundColor}`
    const lookOf = (element: Element) =>
      [element, element.parentElement, element.parentElement?.parentElement, element.nextElementSibling]
        .filter((each) => each !== null && each !== undefined)
        .flatMap((each) =>
          [undefined, '::before', '::after'].map((part) => lineOf(getComputedStyle(each, part))),
        )
        .join(' / ')
    const scope = [...document.querySelectorAll('[role=menu], [aria-modal=true]')].at(-1) ?? document
    const isThere = (element: HTMLElement) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      element.closest('[aria-hidden=true], [inert]') === null &&
      element.tabIndex >= 0 &&
      !element.matches('[disabled], [data-tabster-dummy]')
    const before = document.activeElement
    const without = [...scope.querySelectorAll<HTMLElement>(controls)].filter(isThere).filter((element) => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      const plain = lookOf(element)
      element.focus()
      return document.activeElement === element && lookOf(element) === plain
    })
    if (before instanceof HTMLElement) before.focus()
    return without.map(
      ({ tagName, className, textContent }) =>
        `${tagName} ${className.slice(0, 60)} ${(textContent ?? '').slice(0, 40)}`,
    )
  }, CONTROLS)

/** What still moves although no motion is wanted; what changes within a hundredth of a second does not move. */
export const moving = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    document
      .getAnimations()
      .map(({ effect }) => effect)
      .filter((effect) => effect instanceof KeyframeEffect)
      .filter((effect) => Number(effect.getComputedTiming().duration) > 10)
      .map(({ target }) => target?.outerHTML.slice(0, 200) ?? ''),
  )
