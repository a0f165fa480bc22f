/** Where a link leads, as text. Nothing ever goes there from here. */
export interface LinkTarget {
  readonly address: string
  /** Who stands between and passes it on; null = nobody that is known. */
  readonly via: string | null
  /** Its words name another place than the one it leads to, or it does more than lead somewhere. */
  readonly isUnlike: boolean
}

const LONGEST = 2000
const HARMLESS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:'])
/** Microsoft's own checking of links wraps every address of a mail. */
const WRAPPER = /(?:^|\.)safelinks\.protection\.outlook\.com$/u
/** "report.pdf" is a file's name and no place. */
const FILE_ENDING =
  /\.(?:pdf|docx?|xlsx?|pptx?|csv|txt|rtf|html?|eml|msg|zip|png|jpe?g|gif|svg|js|json|xml|net)$/iu

/** Null where the words say by themselves where they lead, or it leads to a place within the page or nowhere. */
export function readTarget(text: string, href: string): LinkTarget | null {
  // Browsers leave such signs out of an address.
  const written = href.replace(/\p{C}/gu, '').trim()
  if (written === '' || written.startsWith('#')) return null
  const url = urlOf(written)
  if (url === null) return { address: written.slice(0, LONGEST), via: null, isUnlike: false }
  const inner = WRAPPER.test(url.hostname) ? urlOf(url.searchParams.get('url') ?? '') : null
  const target = inner ?? url
  if (bare(text) === bare(target.href)) return null
  return {
    address: target.href.slice(0, LONGEST),
    via: inner === null ? null : url.hostname,
    isUnlike: isUnlike(text, target),
  }
}

function isUnlike(text: string, target: URL): boolean {
  if (!HARMLESS.has(target.protocol) || target.username !== '') return true
  const mailbox = /[\w.+-]+@([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/u.exec(text)?.[0]
  if (mailbox !== undefined)
    return target.protocol !== 'mailto:' || unescapedPath(target).toLowerCase() !== mailbox.toLowerCase()
  const named = placeNamed(text)
  if (named === null) return false
  return target.protocol === 'mailto:' || target.protocol === 'tel:' || !isSamePlace(named, target.hostname)
}

/** The host that words name, when they look like an address. */
function placeNamed(text: string): string | null {
  const whole = /(?:https?:\/\/|\bwww\.)[^\s<>"')\]]+/iu.exec(text)?.[0]
  if (whole !== undefined)
    return urlOf(/^https?:/iu.test(whole) ? whole : `https://${whole}`)?.hostname ?? null
  const isName = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,24}(?:\/\S*)?$/u.test(text) && !FILE_ENDING.test(text)
  return isName ? (urlOf(`https://${text}`)?.hostname ?? null) : null
}

/** The same host, or one within the other. */
function isSamePlace(named: string, host: string): boolean {
  const [a, b] = [named, host].map((one) => one.toLowerCase().replace(/^www\./u, ''))
  return a === b || (a?.endsWith(`.${b}`) ?? false) || (b?.endsWith(`.${a}`) ?? false)
}

const bare = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^(?:https?:\/\/|mailto:|tel:)/u, '')
    .replace(/^www\./u, '')
    .replace(/\/$/u, '')

function unescapedPath({ pathname }: URL): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}

function urlOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}
