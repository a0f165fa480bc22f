/**
 * Letters of other scripts that look like Latin ones, after the confusables of UTS #39, reduced to those which the fonts of business
 * papers draw alike. Compatibility forms (full width, mathematical) fall to NFKC.
 */
const TWINS =
  'АA аa ВB ЕE еe ЁE ёe ЅS ѕs ІI іi ЇI їi ЈJ јj КK кk МM мm НH ОO оo РP рp СC сc ТT тt УY уy ХX хx ҮY үy ҺH һh ԁd ԚQ ԛq ԜW ԝw Ӏl ӏl ѵv ᴠv ԌG ԍg ɡg вB ' +
  'ΑA αa ΒB ΕE ΖZ ΗH ΙI ιi ΚK κk ΜM ΝN νv ΟO οo ΡP ρp ΤT τt ΥY υu ΧX χx ϹC ϲc ϳj γy ηn ωw ' +
  'ՕO օo ՏS ՍU սu ոn հh ցg ԼL ԳG յj քf ' +
  'ᎠD ᎡR ᎢT Ꭵi ᎪA ᎫJ ᎬE ᎳW ᎷM ᎻH ᏀG ᏃZ ᏔW ᏚS ᏞL ᏢP ' +
  'ıi ȷj ɑa Ɩl ǀl'

const LATIN_OF: ReadonlyMap<string, string> = new Map(
  TWINS.split(' ').map((pair) => {
    const [letter = '', twin = ''] = Array.from(pair)
    return [letter, twin]
  }),
)

export const isTwin = (letter: string): boolean => LATIN_OF.has(letter)

/** What the text looks like in plain Latin letters. */
export function latinLook(text: string): string {
  return Array.from(text.normalize('NFKC'), (letter) => LATIN_OF.get(letter) ?? letter).join('')
}

/** Strings of one look within ASCII: 0 and O; 1, l, I and |; rn and m; vv and w; cl and d. Case falls away after that. */
export function asciiLook(text: string): string {
  return latinLook(text)
    .replace(/[1I|]/gu, 'l')
    .replace(/0/gu, 'O')
    .replace(/5(?=\p{L})|(?<=\p{L})5/gu, 'S')
    .toLowerCase()
    .replace(/rn/gu, 'm')
    .replace(/vv/gu, 'w')
}
