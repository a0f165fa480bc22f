import { createCanvas } from '@napi-rs/canvas'
import type { Chance } from '../../builders/chance.ts'
import type { Plan, Side } from './plan.ts'
import { filled, mailOf, sideValues } from './wording.ts'

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Points of a hand's trace in a box of 130 × 40; `chance` gives each signer a hand of his own. */
export function trace(chance: Chance): (readonly [number, number])[] {
  const loops = chance.whole(7, 12)
  const tall = 14 + chance.next() * 16
  return Array.from({ length: loops * 8 }, (_, i): [number, number] => {
    const turn = (i / 8) * 2 * Math.PI
    const x = 6 + (i / (loops * 8)) * 112 + Math.cos(turn) * 5
    const high = tall * (0.35 + 0.65 * Math.abs(Math.sin(i * 0.37 + loops)))
    return [x, 24 + (Math.sin(turn) * high) / 2]
  })
}

const pathOf = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'} ${x.toFixed(1)} ${y.toFixed(1)}`).join(' ')

function pen(chance: Chance): string {
  const colour = chance.pick(['#18235e', '#111', '#1c3fa8'])
  return `<svg width="140" height="46" viewBox="0 0 140 46"><path d="${pathOf(trace(chance))}" fill="none" stroke="${colour}" stroke-width="${1 + chance.next()}"/></svg>`
}

/** A hand's trace, or a red company seal, as a picture file. */
export function picture(chance: Chance, kind: 'hand' | 'seal'): Buffer {
  const [width, height] = kind === 'hand' ? [420, 138] : [200, 200]
  const canvas = createCanvas(width, height)
  const paint = canvas.getContext('2d')
  if (kind === 'hand') {
    paint.strokeStyle = '#1a2a6c'
    paint.lineWidth = 4
    trace(chance).forEach(([x, y], i) => (i === 0 ? paint.moveTo(x * 3, y * 3) : paint.lineTo(x * 3, y * 3)))
    paint.stroke()
  } else {
    paint.strokeStyle = '#c0281c'
    paint.lineWidth = 9
    paint.arc(100, 100, 88, 0, Math.PI * 2)
    paint.moveTo(60, 60)
    for (const [x, y] of [
      [140, 60],
      [100, 60],
      [100, 150],
      [60, 110],
      [140, 110],
      [70, 150],
      [130, 150],
    ] as const)
      paint.lineTo(x, y)
    paint.stroke()
  }
  return canvas.toBuffer('image/png')
}

const pictured = (chance: Chance, kind: 'hand' | 'seal'): string =>
  `<img src="data:image/png;base64,${picture(chance, kind).toString('base64')}" style="height:${kind === 'hand' ? 40 : 52}px">`

/** Where something is put in after printing: the printer leaves a link of this address there. */
export const placeOf = (who: Side['who']): string => `https://place.example/${who}`

/** What stands in a side's place, as HTML. */
export function signHtml(plan: Plan, side: Side, day: (iso: string) => string): string {
  const { chance } = plan
  switch (side.sign) {
    case 'pen':
      return pen(chance)
    case 'image':
      return pictured(chance, 'hand')
    case 'seal':
      return pictured(chance, 'seal')
    case 'ink':
    case 'certificate':
      return `<a href="${placeOf(side.who)}" style="display:block;width:140px;height:42px"></a>`
    case 'typed':
      return `<i>${escape(filled(chance.pick(plan.tongue.typed), sideValues(side)))}</i>`
    case 'stamp':
    case 'poorStamp':
      return `<div class="stamp">${stampLines(plan, side, day).map(escape).join('<br>')}</div>`
    case null:
      return ''
  }
}

export function stampLines(plan: Plan, side: Side, day: (iso: string) => string): string[] {
  const { chance, tongue } = plan
  const hex = (length: number): string =>
    Array.from({ length }, () => chance.whole(0, 15).toString(16)).join('')
  const signedOn = side.day ?? plan.issuedOn ?? plan.submittedOn
  const values = {
    ...sideValues(side),
    D: day(signedOn),
    H: `${String(chance.whole(7, 18)).padStart(2, '0')}:${chance.whole(10, 59)}`,
    M: mailOf(side.person, side.house),
    G: [8, 4, 4, 4, 12].map(hex).join('-').toUpperCase(),
    I: `${chance.pick(['CBJCHBCAABAA', 'TX-', 'AA', ''])}${chance.whole(10_000_000, 99_999_999)}${hex(10)}`,
  }
  const lines = chance.pick(side.sign === 'stamp' ? tongue.stamps : tongue.poorStamps)
  return lines.map((line) => filled(line, values))
}
