import { paragraph, run } from '../officeFiles.ts'
import type { Forgery } from './forgery.ts'
import { wordPaper } from './wordPaper.ts'

const mark = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
const code = (text: string): string =>
  `<w:r><w:instrText xml:space="preserve">${text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</w:instrText></w:r>`

/** A field in the long form; its code may hold fields. */
const field = (instruction: string, result: string): string =>
  `${mark('begin')}${instruction.startsWith('<') ? instruction : code(instruction)}${mark('separate')}${run(result)}${mark('end')}`
/** The same in one element. */
const short = (instruction: string, result: string): string =>
  `<w:fldSimple w:instr="${instruction.replaceAll('"', '&quot;')}">${run(result)}</w:fldSimple>`

const CORE = `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Work order 17</dc:title><dc:creator>Owen Blake</dc:creator><dcterms:created>2026-04-09T08:00:00Z</dcterms:created><dcterms:modified>2026-04-14T15:00:00Z</dcterms:modified></cp:coreProperties>`
const CUSTOM = `<Properties xmlns:vt="v"><property name="Seats"><vt:lpwstr>50</vt:lpwstr></property></Properties>`
const DATA = `<order xmlns="urn:order"><customer>Ottermill Paper GmbH</customer><seats>50</seats></order>`
const PARTS = { 'docProps/core.xml': CORE, 'docProps/custom.xml': CUSTOM, 'customXml/item1.xml': DATA }

const showing =
  (...inlines: readonly string[]) =>
  (): Uint8Array =>
    wordPaper(paragraph(...inlines), { parts: PARTS })

/** A content control that is bound to a part of the order's data. */
const bound = (path: string, shown: string, more = ''): string =>
  `<w:sdt><w:sdtPr><w:dataBinding w:xpath="/ns0:order[1]/ns0:${path}[1]" w:storeItemID="{1}"/>${more}</w:sdtPr><w:sdtContent>${run(shown)}</w:sdtContent></w:sdt>`

const choice = (requires: string, text: string): string =>
  `<mc:Choice Requires="${requires}">${run(text)}</mc:Choice>`
const fallback = (text: string): string => `<mc:Fallback>${run(text)}</mc:Fallback>`
const branches = (...all: readonly string[]): string =>
  `<mc:AlternateContent>${all.join('')}</mc:AlternateContent>`

const bookmarked = (text: string): string =>
  `<w:bookmarkStart w:id="4" w:name="Seats"/>${run(text)}<w:bookmarkEnd w:id="4"/>`
/** A condition on what a letter's data say. */
const onData = (data: string, rest: string, shown: string): string =>
  field(`${code(' IF ')}${field(' MERGEFIELD Seats ', data)}${code(rest)}`, shown)

/** Fields, bound data and branches of Word files that show another thing than they say. */
export const WORD_FIELD_FORGERIES: readonly Forgery[] = [
  {
    kind: 'docx_field_mismatch',
    hostile: {
      'a day that is set at opening': showing(
        'Signed on ',
        field(' DATE \\@ "d MMMM yyyy" ', '14 April 2025'),
      ),
      'a day in figures': showing(short(' DATE \\@ "dd.MM.yyyy" ', '14.04.2025')),
      'a day of making': showing(field(' CREATEDATE \\@ "d MMMM yyyy" ', '9 aprile 2025')),
      'a link that leads elsewhere': showing(
        field(' HYPERLINK "https://evil.example/" ', 'www.ottermill.example'),
      ),
      'a short link that leads elsewhere': showing(
        short(' HYPERLINK "mailto:x@evil.example" ', 'karin.vogt@ottermill.example'),
      ),
      'one datum with two values': showing(
        field(' MERGEFIELD Seats ', '50'),
        ' seats, in words ',
        field(' MERGEFIELD Seats ', 'five hundred'),
      ),
      'the other branch of a condition': showing(field(' IF 1 = 2 "accepted" "not accepted" ', 'accepted')),
      'the other branch of a condition on data': showing(
        onData('50', ' > 100 "a rollout to all" "a trial" ', 'a rollout to all'),
      ),
      'a condition that must show nothing': showing(
        field(' IF "a" = "b" "Teams was deployed" ', 'Teams was deployed'),
      ),
      'another text than is quoted': showing(field(' QUOTE "not accepted" ', 'accepted')),
      'another value of a property': showing(field(' DOCPROPERTY Seats ', '500')),
      'another title': showing(short(' TITLE ', 'Work order 71')),
      'another text than its bookmark': showing(
        bookmarked('50 seats'),
        ' and so ',
        field(' REF Seats \\h ', '500 seats'),
      ),
      'other data than a control is bound to': showing('For ', bound('seats', '500'), ' seats'),
      'another customer than the data name': showing(bound('customer', 'Brackwater Foods GmbH')),
      'another branch for other programs': showing(
        branches(choice('wps', '50 seats'), fallback('500 seats')),
      ),
      'a branch that Word passes over': showing(
        branches(choice('nobody', 'Teams was deployed'), fallback('Nothing was deployed')),
      ),
      'a second choice that says more': showing(
        branches(choice('wps', '50 seats'), choice('w16', '500 seats'), fallback('50 seats')),
      ),
    },
    clean: {
      'the day of the last change': showing(field(' DATE \\@ "d MMMM yyyy" ', '14 April 2026')),
      'the day of the last change in Italian': showing(short(' DATE \\@ "d MMMM yyyy" ', '14 aprile 2026')),
      'an hour': showing(field(' TIME \\@ "HH:mm" ', '15:04')),
      'a link as it says': showing(
        field(' HYPERLINK "https://www.ottermill.example/a" ', 'www.ottermill.example'),
      ),
      'one datum twice': showing(
        field(' MERGEFIELD Seats ', '50'),
        ' seats of ',
        field(' MERGEFIELD Seats ', '50'),
      ),
      'the branch of its condition': showing(onData('50', ' > 100 "all" "a trial" ', 'a trial')),
      'a condition that shows nothing': showing(field(' IF "a" = "b" "no" ', '')),
      'a condition on letters that may be any': showing(field(' IF "abc" = "a*" "yes" "no" ', 'yes')),
      'a quote as it is': showing(field(' QUOTE "accepted" ', 'accepted')),
      'a property, the title and the author': showing(
        field(' DOCPROPERTY Seats ', '50'),
        short(' TITLE ', 'Work order 17'),
        field(' AUTHOR ', 'Owen Blake'),
      ),
      'a bookmark as it is, and its page': showing(
        bookmarked('50 seats'),
        field(' REF Seats \\h ', '50 seats'),
        field(' REF Seats \\p \\h ', 'above'),
      ),
      'a control as its data': showing('For ', bound('seats', '50')),
      'a control that shows its prompt': showing(bound('seats', 'Click here', '<w:showingPlcHdr/>')),
      'a control of a part that is not there': showing(bound('colour', 'blue')),
      'branches that say one thing': showing(branches(choice('wps', '50 seats'), fallback('50 seats'))),
    },
  },
]
