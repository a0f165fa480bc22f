import type { Company, LanguagePack } from './languagePacks.ts'

/** How the parties' signing places are arranged. */
export const LAYOUTS = ['beside', 'stacked', 'grid', 'nextPage', 'underLine', 'certificate'] as const
export type Layout = (typeof LAYOUTS)[number]

/** One side's signing place. Null = left empty. */
export interface Place {
  readonly signed: 'pen' | 'typed' | null
  readonly day: string | null
}

export interface Paper {
  readonly pack: LanguagePack
  readonly layout: Layout
  readonly customer: Company
  readonly partner: Company
  readonly tenant: string | null
  readonly product: string
  readonly work: readonly string[]
  readonly customerPlace: Place
  readonly partnerPlace: Place
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** The paper as HTML for a browser to print. */
export function htmlOf(paper: Paper): string {
  const { pack, layout, customer, partner, product } = paper
  const said = (text: string): string =>
    escape(
      text.replaceAll('{P}', partner.company).replaceAll('{C}', customer.company).replaceAll('{X}', product),
    )
  const body = [
    `<h1>${layout === 'certificate' ? pack.certificate : pack.title}</h1>`,
    `<p>${pack.labels.customer}: ${escape(customer.company)}, ${customer.city}<br>${pack.labels.partner}: ${escape(partner.company)}, ${partner.city}</p>`,
    paper.tenant === null ? '' : `<p>Microsoft Tenant ID: ${paper.tenant}</p>`,
    `<p>${said(pack.intro)}</p><h2>${pack.scope}</h2>`,
    ...(layout === 'stacked'
      ? [`<ul>${paper.work.map((line) => `<li>${said(line)}</li>`).join('')}</ul>`]
      : paper.work.map((line) => `<p>${said(line)}</p>`)),
    ...pack.terms.map((line) => `<p>${said(line)}</p>`),
    SIGNING[layout](paper),
  ]
  return `<!doctype html><html lang="${pack.language}"><meta charset="utf-8"><style>${STYLE}</style><body>${body.join('\n')}</body></html>`
}

const STYLE = `@page { size: A4; margin: 22mm } body { font: 10.5pt/1.45 'Noto Sans', sans-serif; margin: 0 }
h1 { font-size: 18pt } h2 { font-size: 12pt } .two { display: flex; gap: 30mm; margin-top: 16mm } .two > div { flex: 1 }
.line { border-bottom: .8pt solid #222; height: 15mm; position: relative } svg { position: absolute; left: 4mm; bottom: 1mm }
.small { font-size: 8.5pt; color: #333 } table { border-collapse: collapse; width: 100%; margin-top: 12mm } td { border: .6pt solid #555; padding: 2mm 3mm; height: 8mm }
td.sign { height: 17mm; position: relative } .page { break-before: page } .box { margin-top: 12mm; width: 95mm }`

/** A hand's trace as a filled outline or a bare line; drawn from the signer's name, so that two people never write alike. */
function pen(name: string): string {
  let seed = 7
  for (const letter of name) seed = (seed * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  const wave = (i: number): number => Math.sin(seed + i * 2.17) * 0.5 + 0.5
  const parts = Array.from({ length: 11 }, (_, i) => {
    const x = 4 + i * 11
    const [up, down] = [26 - wave(i) * 22, 27 + wave(i + 40) * 9]
    return `C ${x + 2} ${up}, ${x + 9} ${up + 3}, ${x + 6} ${down} S ${x + 8} ${up + 12}, ${x + 11} 24`
  })
  return `<svg width="140" height="42" viewBox="0 0 140 42"><path d="M 4 24 ${parts.join(' ')}" fill="none" stroke="#18235e" stroke-width="1.6"/></svg>`
}

const markOf = (place: Place, who: Company): string => {
  if (place.signed === 'pen') return pen(who.person)
  return place.signed === 'typed' ? `<span>/s/ ${who.person}</span>` : ''
}
const dayOf = ({ pack }: Paper, { day }: Place): string => (day === null ? '' : pack.day(day))

function sides(paper: Paper): readonly (readonly [Company, Place, string])[] {
  const { labels } = paper.pack
  return [
    [paper.customer, paper.customerPlace, labels.customer],
    [paper.partner, paper.partnerPlace, labels.partner],
  ]
}

const SIGNING: Readonly<Record<Layout, (paper: Paper) => string>> = {
  beside: (paper) =>
    `<div class="two">${sides(paper)
      .map(
        ([who, place]) =>
          `<div>${paper.pack.labels.forSide.replace('{N}', escape(who.company))}<div class="line">${markOf(place, who)}</div>` +
          `<span class="small">${paper.pack.labels.signature}</span><br>${who.person}, ${who.role}<br>${paper.pack.labels.date}: ${dayOf(paper, place)}</div>`,
      )
      .join('')}</div>`,
  stacked: (paper) =>
    sides(paper)
      .toReversed()
      .map(
        ([who, place, label]) =>
          `<div class="box"><b>${label}: ${escape(who.company)}</b><br>${paper.pack.labels.name}: ${who.person}<br>${paper.pack.labels.role}: ${who.role}<br>` +
          `${paper.pack.labels.date}: ${dayOf(paper, place)}<div class="line">${markOf(place, who)}</div><span class="small">${paper.pack.labels.signature}</span></div>`,
      )
      .join(''),
  grid: (paper) => {
    const { labels } = paper.pack
    const row = (label: string, cell: (who: Company, place: Place) => string, kind = ''): string =>
      `<tr><td>${label}</td>${sides(paper)
        .map(([who, place]) => `<td class="${kind}">${cell(who, place)}</td>`)
        .join('')}</tr>`
    return `<table><tr><td></td><td><b>${labels.customer}</b></td><td><b>${labels.partner}</b></td></tr>${[
      row('', (who) => escape(who.company)),
      row(labels.name, (who) => who.person),
      row(labels.role, (who) => who.role),
      row(labels.date, (_, place) => dayOf(paper, place)),
      row(labels.signature, (who, place) => markOf(place, who), 'sign'),
    ].join('')}</table>`
  },
  nextPage: (paper) => `<div class="page"><p>${paper.pack.labels.agreed}</p>${SIGNING.beside(paper)}</div>`,
  underLine: (paper) =>
    `<div class="two">${sides(paper)
      .map(
        ([who, place]) =>
          `<div>${place.day === null ? '' : `${who.city}, ${dayOf(paper, place)}`}<div class="line">${markOf(place, who)}</div>` +
          `<span class="small">${escape(who.company)}<br>${who.person}</span></div>`,
      )
      .join('')}</div>`,
  certificate: (paper) => {
    const { customer, customerPlace, pack } = paper
    return `<div class="box">${pack.labels.agreed}: ${escape(customer.company)}<br>${pack.labels.date}: ${dayOf(paper, customerPlace)}<div class="line">${markOf(customerPlace, customer)}</div><span class="small">${pack.labels.signature} (${pack.labels.customer})</span><br>${customer.person}, ${customer.role}</div>`
  },
}
