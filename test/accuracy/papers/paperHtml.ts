import { PLACES } from './layouts.ts'
import { escape, type Setting, wordsOf } from './places.ts'
import type { Plan, Side } from './plan.ts'
import { signHtml } from './signs.ts'
import { dayWriter, filled, paperValues, sideValues } from './wording.ts'

/** A whole paper for a browser to print. */
export function htmlOf(plan: Plan): string {
  const { tongue, chance } = plan
  const day = dayWriter(plan)
  const setting: Setting = { plan, words: wordsOf(plan), day }
  const places = `${bothLine(setting)}${PLACES[plan.layout](setting)}${witnessHtml(setting)}`
  const body = [
    letterhead(plan),
    opening(setting),
    ...work(plan),
    plan.period === null
      ? ''
      : `<p>${filled(chance.pick(tongue.periods), { A: day(plan.period[0]), B: day(plan.period[1]) })}</p>`,
    ...tongue.clauses.slice(chance.whole(0, 2)).map((clause) => `<p>${clause}</p>`),
    chance.is(0.15) && plan.customer.sign !== 'certificate' ? `<div class="page">${places}</div>` : places,
  ]
  const size = chance.pick([9, 10, 10.5, 11, 12])
  const font =
    tongue.language === 'ja'
      ? 'Noto Sans CJK JP'
      : chance.pick(['Noto Sans', 'DejaVu Serif', 'DejaVu Sans Condensed', 'Noto Sans'])
  return `<!doctype html><html lang="${tongue.language}"><meta charset="utf-8"><style>body { font: ${size}pt/${chance.pick([1.2, 1.35, 1.5])} '${font}'; margin: 0 } ${styleOf(plan)}</style><body>${body.join('\n')}</body></html>`
}

function styleOf({ chance }: Plan): string {
  return `@page { size: ${chance.pick(['A4', 'A4', 'letter'])}; margin: ${chance.pick([16, 20, 25])}mm } h1 { font-size: 1.6em } p { margin: ${chance.pick([2, 3, 4])}mm 0 }
.two { display: flex; gap: ${chance.pick([10, 18, 30])}mm; margin-top: ${chance.pick([6, 12, 18])}mm; break-inside: avoid } .two > div { flex: 1 } .stack { margin-top: ${chance.pick([5, 9, 16])}mm; width: ${chance.pick([80, 110])}mm; break-inside: avoid }
.line { border-bottom: .7pt solid #222; min-height: 13mm; width: 62mm } .box { border: .7pt solid #555; min-height: 15mm; width: 62mm } .gap, .free { min-height: 13mm } .tall { min-height: 14mm; display: flex; align-items: flex-end } .under { border-top: .7pt solid #222; font-size: .85em }
.small { font-size: .85em } table { border-collapse: collapse; margin-top: 6mm; break-inside: avoid; width: 100% } .grid td, .grid th { border: .6pt solid #555; padding: 1.5mm 2.5mm; text-align: left; font-weight: normal } .bare td { padding: 1mm 2mm }
.row { display: flex; gap: 8mm } .low { align-self: flex-end } .stamp { font-size: .78em; line-height: 1.25; border: ${chance.pick(['none', '.6pt solid #1a6'])}; display: inline-block; padding: 1mm } .page { break-before: page } .head { color: #345; margin-bottom: 6mm }`
}

/** Who writes the paper stands on its head: the customer on his letter, else mostly the partner. */
function letterhead(plan: Plan): string {
  const { chance, layout, customer, partner } = plan
  const own = layout === 'letter' ? customer : partner
  const logo = chance.is(0.3)
    ? '<svg width="60" height="28" viewBox="0 0 60 28"><path d="M2 26 C 12 -6, 22 -6, 30 14 S 48 30, 58 2" fill="none" stroke="#27a" stroke-width="5"/></svg> '
    : ''
  return layout === 'letter' || chance.is(0.5)
    ? `<div class="head">${logo}${escape(own.house.name)} · ${own.house.city} · www.${own.house.domain}</div>`
    : ''
}

function opening({ plan, day }: Setting): string {
  const { tongue, chance, layout, issuedOn, dating, roles } = plan
  const isDated = issuedOn !== null && (dating !== 'both' || layout === 'letter')
  const isLetter = layout === 'letter' || layout === 'acceptance'
  const dates = isLetter ? tongue.letterDays : tongue.issued
  const author = layout === 'letter' ? plan.customer : plan.partner
  const date = isDated
    ? `<p>${escape(filled(chance.pick(dates), { ...sideValues(author), D: day(issuedOn) }))}</p>`
    : ''
  if (isLetter)
    return `${date}<p>${escape(filled(chance.pick(tongue.salutations), paperValues(plan)))}</p>${layout === 'acceptance' ? parties(plan) : ''}`
  const head =
    roles.defines === null ? parties(plan) : `<p>${definedHead(plan, chance.pick(tongue.heads))}</p>`
  return `<h1>${chance.pick(tongue.titles)}</h1>${date}${head}`
}

/** "Client: X, represented by Y" as a list of labels. */
const parties = (plan: Plan): string =>
  `<p>${[plan.customer, plan.partner].map((side) => `${escape(side.role)}: ${escape(side.house.name)}${represented(plan, side)}`).join('<br>')}</p>`

const represented = ({ isRepresented, tongue }: Plan, side: Side): string =>
  isRepresented ? escape(filled(tongue.represented, sideValues(side))) : ''

function definedHead(plan: Plan, head: string): string {
  const { roles, customer, partner } = plan
  const [ofCustomer = '', ofPartner = ''] = roles.defines ?? []
  const named = (side: Side, term: string): string =>
    `${side.house.name}${represented(plan, side)}${/^[,（]/u.test(term) ? term : ` ${term}`}`
  return escape(
    filled(head, { ...paperValues(plan), C: named(customer, ofCustomer), S: named(partner, ofPartner) }),
  )
}

function work(plan: Plan): string[] {
  const { tongue, chance, layout } = plan
  const said = layout === 'letter' ? [chance.pick(tongue.confirms)] : tongue.work.slice(chance.whole(0, 1))
  return said.map((sentence) => `<p>${escape(filled(sentence, paperValues(plan)))}</p>`)
}

function bothLine({ plan, day }: Setting): string {
  const { dating, layout, issuedOn, tongue, chance, customer } = plan
  if (dating !== 'both' || layout === 'letter' || issuedOn === null) return ''
  return `<p>${escape(filled(chance.pick(tongue.bothDays), { ...sideValues(customer), D: day(issuedOn) }))}</p>`
}

function witnessHtml({ plan, day }: Setting): string {
  const { witness, customer } = plan
  if (witness === null) return ''
  const side: Side = { ...customer, person: witness.person, sign: 'pen' }
  return `<div class="stack"><div>${witness.label}</div><div class="line">${witness.signs ? signHtml(plan, side, day) : ''}</div><div>${escape(witness.person)}</div></div>`
}
