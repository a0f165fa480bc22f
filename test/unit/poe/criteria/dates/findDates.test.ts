import { describe, expect, it } from 'vitest'
import { acceptedWindow, isInWindow } from '../../../../../src-main/poe/criteria/dates/acceptedWindow.ts'
import { dayOrder, settle } from '../../../../../src-main/poe/criteria/dates/dayOrder.ts'
import { findDates } from '../../../../../src-main/poe/criteria/dates/findDates.ts'
import { blocksOf } from '../../../../../src-main/poe/criteria/text/passages.ts'
import { documentOf } from '../../../../builders/poe/factsOf.ts'

function datesIn(...lines: readonly string[]) {
  const document = documentOf([{ lines: lines.map((line, i) => [line, 40, 100 + i * 40] as const) }])
  const found = document.facts.pages.flatMap((page) => blocksOf(document, page).flatMap(findDates))
  return { document, found }
}

const readings = (line: string) => datesIn(line).found.map((date) => [...date.readings])

describe('dates as papers write them', () => {
  it.for([
    ['Signed 2026-03-14 in Lohne', ['2026-03-14']],
    ['14 March 2026', ['2026-03-14']],
    ['March 14, 2026', ['2026-03-14']],
    ['this 9th day of August, 2025', ['2025-08-09']],
    ['14-Mar-2026', ['2026-03-14']],
    ['14. März 2026', ['2026-03-14']],
    ['14.03.2026', ['2026-03-14']],
    ['1° marzo 2026', ['2026-03-01']],
    ['lì 14 marzo 2026', ['2026-03-14']],
    ['le 1er mars 2026', ['2026-03-01']],
    ['14 août 2025', ['2025-08-14']],
    ['1 de septiembre del 2025', ['2025-09-01']],
    ['14 de março de 2026', ['2026-03-14']],
    ['2026年3月14日', ['2026-03-14']],
    ['令和8年3月14日', ['2026-03-14']],
    ['25/12/25', ['2025-12-25']],
    ['03/04/2026', ['2026-04-03', '2026-03-04']],
    ['05/05/2026', ['2026-05-05']],
    ['March 2026', ['2026-03-01', '2026-03-31']],
    ['febbraio 2028', ['2028-02-01', '2028-02-29']],
  ] as const)('reads %s', ([line, expected]) => {
    expect(readings(line)).toEqual([expected])
  })

  it.for([
    'Order 2026/0904-17',
    'Price 1.200,00',
    'Version 3.4.2',
    'IP 10.12.20.26',
    '31/02/2026',
    'Call 0113 496 0188',
    '99.99.2026',
  ])('takes %s for no date', (line) => {
    expect(readings(line)).toEqual([])
  })

  it('stands exactly on the words of the date', () => {
    const [date] = datesIn('Lohne, 14. März 2026 Jörg Steinbach').found
    expect(date?.words.map(({ text }) => text)).toEqual(['14.', 'März', '2026'])
  })
})

describe('the order of day and month', () => {
  const settled = (...lines: readonly string[]) => {
    const { document, found } = datesIn(...lines)
    const order = dayOrder(document, found)
    return found.map((date) => settle(date, order)).at(-1)
  }
  const english =
    'The supplier has completed the work for the client and the client accepts that the work was done.'

  it('stays open in an English paper without an address', () => {
    expect(settled(english, '03/04/2026')).toEqual(['2026-04-03', '2026-03-04'])
  })
  it('is settled by a date of the same paper that can be read in one way only', () => {
    expect(settled(english, '03/27/2026', '03/04/2026')).toEqual(['2026-03-04'])
    expect(settled(english, '27/03/2026', '03/04/2026')).toEqual(['2026-04-03'])
  })
  it('stays open when the others contradict each other', () => {
    expect(settled(english, '27/03/2026', '03/27/2026', '03/04/2026')).toHaveLength(2)
  })
  it('is settled by a stated format', () => {
    expect(settled(english, 'Date (MM/DD/YYYY)', '03/04/2026')).toEqual(['2026-03-04'])
  })
  it('is settled by an address', () => {
    expect(settled(english, 'Columbus, OH 43215', '03/04/2026')).toEqual(['2026-03-04'])
    expect(settled(english, 'Leeds LS1 7EA', '03/04/2026')).toEqual(['2026-04-03'])
  })
  it('is day first in an Italian paper, and open in one that is English as well', () => {
    const italian =
      'Il fornitore ha svolto per il cliente le attività della migrazione con gli utenti della sede di Brescia nel mese.'
    expect(settled(italian, '03/04/2026')).toEqual(['2026-04-03'])
    expect(settled(italian, english, '03/04/2026')).toHaveLength(2)
  })
})

describe('the window', () => {
  it('includes both ends: twelve months back, one day for time zones', () => {
    const window = acceptedWindow('2026-06-10T23:30:00Z', null)
    expect(window).toEqual({ from: '2025-06-10', to: '2026-06-11' })
    expect(
      ['2025-06-09', '2025-06-10', '2026-06-11', '2026-06-12'].map((day) => isInWindow(day, window)),
    ).toEqual([false, true, true, false])
  })
  it('grows with a file that was added later, but only at its end', () => {
    expect(acceptedWindow('2026-06-10T09:00:00Z', '2026-07-01T09:00:00Z')).toEqual({
      from: '2025-06-10',
      to: '2026-07-02',
    })
  })
  it('begins on the last of February when the day before a year does not exist', () => {
    expect(acceptedWindow('2028-02-29T09:00:00Z', null).from).toBe('2027-02-28')
  })
})
