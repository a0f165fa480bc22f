/** Soft hyphens, zero widths, tags: nothing of them shows. Overrides of the direction are left, since they change what shows. */
const SHOWS_NOTHING = /[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF\u{E0001}-\u{E007F}]/gu

/** Radicals by which programs write whole characters that look the same; Unicode knows them apart. */
const RADICALS: ReadonlyMap<string, string> = new Map(
  '⺟母 ⺠民 ⻁虎 ⻄西 ⻅見 ⻆角 ⻋車 ⻑長 ⻘青 ⻝食 ⻤鬼 ⻨麦 ⻩黄 ⻫斉 ⻭歯 ⻯竜 ⻲亀'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
)

/** Text as it is compared: no case, no accents, one kind of quote, dash and space, nothing that does not show. Never shown. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u2e80-\u2eff]/gu, (sign) => RADICALS.get(sign) ?? sign)
    .replace(SHOWS_NOTHING, '')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/gu, 'ss')
    .replace(/æ/gu, 'ae')
    .replace(/œ/gu, 'oe')
    .replace(/ø/gu, 'o')
    .replace(/ł/gu, 'l')
    .replace(/[‘’‚‛′`´]/gu, "'")
    .replace(/[“”„‟«»″]/gu, '"')
    .replace(/[‐‑‒–—―−]/gu, '-')
    .replace(/\s+/gu, ' ')
}

/** Letters and digits alone, for names in which dots and spaces come and go. */
export function bareText(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '')
}

/** Words of letters and digits; "S.p.A." is one, "d'Arno" is two. */
export function tokensOf(text: string): string[] {
  return fold(text)
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '')
}
