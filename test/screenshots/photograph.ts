import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import type { State } from '../e2e/window/states/state.ts'
import { SCENES } from '../e2e/window/page/scenes.ts'
import type { WindowSite } from '../e2e/window/windowSite.ts'
import { routeOf } from '../../src-renderer/app/routes.ts'
import { type Look, LOOKS, type PictureLocale } from './looks.ts'

const HEIGHT = 800
/** A state that is not there by then is not coming. */
const REACH_MS = 20_000
const PAPER_MS = 3_000

const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** As `claim.a-rejection.dark.it.1280.png`: page, what it shows, how. */
export function pictureName({ scene, at, shows }: State, look: Look): string {
  const { page } = routeOf(at ?? SCENES[scene]?.hash ?? '')
  return [page, slug(shows), look.name, look.locale, look.width, 'png'].join('.')
}

/** Photographs one state in one language in every look that it has; gives back the names of the pictures. */
export async function photograph(
  browser: Browser,
  site: WindowSite,
  state: State,
  locale: PictureLocale,
  folder: string,
): Promise<string[]> {
  const looks = LOOKS.filter((look) => look.locale === locale)
  const [first] = looks
  if (first === undefined) return []
  const context = await browser.newContext({
    viewport: { width: 1280, height: HEIGHT },
    locale: locale === 'it' ? 'it-IT' : 'en-GB',
    timezoneId: 'Europe/Rome',
    reducedMotion: 'reduce',
    ...first.media,
  })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(REACH_MS)
    await page.goto(site.urlOf(state.scene, locale, state.at))
    await state.reach(page)
    if (routeOf(state.at ?? SCENES[state.scene]?.hash ?? '').page === 'claim') await frameOf(page)
    const names: string[] = []
    for (const look of looks) {
      await page.emulateMedia(look.media)
      await page.setViewportSize({ width: look.width, height: HEIGHT })
      await drawn(page)
      const name = pictureName(state, look)
      await page.screenshot({ path: join(folder, name) })
      names.push(name)
    }
    return names
  } finally {
    await context.close()
  }
}

/** The frame comes with the claim, a moment after its name. */
const frameOf = (page: Page) =>
  page
    .locator('iframe')
    .first()
    .waitFor({ state: 'attached', timeout: PAPER_MS })
    .catch(() => undefined)

/** Runs inside the frame of the documents: a page has something on it. */
function hasInk(): boolean {
  return [...document.querySelectorAll('canvas')].some((canvas) => {
    const { width, height } = canvas
    const pen = canvas.getContext('2d')
    if (pen === null || width === 0 || height === 0) return false
    return pen
      .getImageData(0, 0, width, height)
      .data.some((value, at) => at % 4 === 0 && value > 0 && value < 128)
  })
}

/** The documents have their pages, and the browser has painted what this look asks for. */
async function drawn(page: Page): Promise<void> {
  for (const frame of page.frames().slice(1))
    await frame
      .waitForFunction(hasInk, undefined, { timeout: PAPER_MS })
      // A claim may have no paper to draw; the picture shows that.
      .catch(() => undefined)
  await page.evaluate(
    () =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 120)))),
  )
}
