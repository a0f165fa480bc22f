import { variantsOf } from './forgeries/allForgeries.ts'
import { aMail } from './mails.ts'

/** A paper that would have somebody asked who opens it. */
export interface CallingPaper {
  readonly file: string
  readonly mediaType: string
  readonly bytes: () => Uint8Array | Promise<Uint8Array>
}

/** Nobody has this name; asking for it is noticed. */
export const CANARY = 'canary.example'
const at = (path: string): string => `http://${CANARY}/${path}`

/** Everything by which markup has others asked, one piece each. */
export const CALLS: Readonly<Record<string, string>> = {
  'tracking pixel': `<img src="${at('pixel.gif')}" width="1" height="1" alt="">`,
  'picture set': `<picture><source srcset="${at('set.webp')}"><img srcset="${at('2x.png')} 2x" alt=""></picture>`,
  drawing: `<svg xmlns="http://www.w3.org/2000/svg"><image href="${at('drawing.png')}"/><use href="${at('use.svg#a')}"/></svg>`,
  'style sheet': `<link rel="stylesheet" href="${at('sheet.css')}">`,
  'imported style': `<style>@import url("${at('import.css')}"); body { background: url("${at('ground.png')}") }</style>`,
  font: `<style>@font-face { font-family: F; src: url("${at('font.woff2')}") } p { font-family: F }</style>`,
  prefetch: `<link rel="prefetch" href="${at('prefetch')}"><link rel="preload" as="image" href="${at('preload')}">`,
  'dns prefetch': `<link rel="dns-prefetch" href="//${CANARY}"><link rel="preconnect" href="//${CANARY}">`,
  refresh: `<meta http-equiv="refresh" content="0; url=${at('refresh')}">`,
  frame: `<iframe src="${at('frame')}"></iframe><object data="${at('object')}"></object><embed src="${at('embed')}">`,
  film: `<video src="${at('film.mp4')}" poster="${at('poster.png')}" autoplay></video>`,
  script: `<script src="${at('script.js')}"></script><img src="x" onerror="fetch('${at('onerror')}')">`,
  form: `<form action="${at('form')}"><input autofocus onfocus="this.form.submit()"></form>`,
  'base and window': `<base href="${at('')}"><img src="relative.png"><script>window.open('${at('window')}')</script>`,
}

const BODY = '<p>We confirm that Larkfield Systems Ltd deployed Microsoft Teams.</p>'
const SUBTYPES: Readonly<Record<string, string>> = {
  active_content: 'pdf',
  embedded_files: 'pdf',
  external_parts: 'docx',
}

/** Papers of the builders that act or fetch, and mails and pages with every call of markup. */
export function callingPapers(): CallingPaper[] {
  const made = variantsOf('hostile').filter(({ kind }) => SUBTYPES[kind] !== undefined)
  const named = made.map(({ kind, bytes }, i): CallingPaper => {
    const ending = SUBTYPES[kind] ?? 'pdf'
    return {
      file: `${kind}-${i}.${ending}`,
      mediaType: ending === 'pdf' ? 'application/pdf' : 'application/octet-stream',
      bytes,
    }
  })
  const calls = Object.entries(CALLS)
  const mails = calls.map(
    ([name, call], i): CallingPaper => ({
      file: `mail-${i}-${name.replaceAll(' ', '-')}.eml`,
      mediaType: 'message/rfc822',
      bytes: () => aMail({ html: `<html><head>${call}</head><body>${BODY}${call}</body></html>` }),
    }),
  )
  const page: CallingPaper = {
    file: 'page.html',
    mediaType: 'text/html',
    bytes: () =>
      Buffer.from(
        `<!doctype html><html><body>${BODY}${calls.map(([, call]) => call).join('')}</body></html>`,
      ),
  }
  return [...named, ...mails, page]
}
