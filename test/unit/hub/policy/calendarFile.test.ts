import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { CalendarFile } from '../../../../src-main/hub/policy/calendarFile.ts'
import { readJsonFile } from '../../../../src-main/hub/policy/jsonFile.ts'
import { Calendar } from '../../../../src-preload/contract/vocabulary/calendarShape.ts'

const aChoice = (change: Record<string, unknown> = {}) => ({
  id: 'team',
  version: 1,
  zone: 'Europe/Rome',
  weekend: [6, 7],
  region: { country: 'IT' },
  years: { from: 2026, to: 2026 },
  ...change,
})
const holidaysOf = async (change: Record<string, unknown>) =>
  (await CalendarFile.parseAsync(aChoice(change))).holidays
const ownDay = { day: '2026-11-20', name: 'Moving house' }

describe('the calendar that the product brings', () => {
  /** Digest of the days of each version. Clocks are stored under the version: days that change without it would be missed. */
  const DAYS: Readonly<Record<number, string>> = { 2: 'e932d1fac6cc002a' }

  it('has the public holidays of Italy, and other days only under another version', async () => {
    const { version, holidays } = await readJsonFile('resources/calendars/review-team.json', CalendarFile)
    const digest = createHash('sha256').update(JSON.stringify(holidays)).digest('hex').slice(0, 16)
    expect({ [version]: digest }).toEqual({ [version]: DAYS[version] })
    expect(holidays.filter(({ day }) => day.startsWith('2026-12'))).toEqual([
      { day: '2026-12-08', name: 'Immaculate Conception' },
      { day: '2026-12-25', name: 'Christmas Day' },
      { day: '2026-12-26', name: 'Boxing Day' },
    ])
  })
})

describe('a calendar’s file', () => {
  it('gives the holidays of its region for the years that it names, in order', async () => {
    const holidays = await holidaysOf({ years: { from: 2027, to: 2028 } })
    const days = holidays.map(({ day }) => day)
    expect(days).toEqual(days.toSorted())
    expect([days[0], days.at(-1)]).toEqual(['2027-01-01', '2028-12-26'])
  })

  it('has the holiday that falls on the day which loses an hour', async () => {
    expect(await holidaysOf({ years: { from: 2024, to: 2024 } })).toContainEqual({
      day: '2024-03-31',
      name: 'Easter Sunday',
    })
  })

  it('adds own days, takes others out, and lets two holidays share a day', async () => {
    const holidays = await holidaysOf({
      years: { from: 2011, to: 2011 },
      ownDays: [{ day: '2011-04-26', name: 'Moving house' }],
      notHolidays: ['2011-08-15'],
    })
    expect(holidays.filter(({ day }) => /-04-2|-08-/.test(day))).toEqual([
      { day: '2011-04-24', name: 'Easter Sunday' },
      { day: '2011-04-25', name: 'Liberation from Nazi-Fascism (1945), Easter Monday' },
      { day: '2011-04-26', name: 'Moving house' },
    ])
  })

  it('has own days alone where it chooses no region', async () => {
    expect(await holidaysOf({ region: null, ownDays: [ownDay] })).toEqual([ownDay])
  })

  it('has the holidays of a part of a country', async () => {
    const bavarian = await holidaysOf({ region: { country: 'DE', state: 'BY' } })
    const german = await holidaysOf({ region: { country: 'DE' } })
    expect(bavarian).toContainEqual({ day: '2026-01-06', name: 'Epiphany' })
    expect(german.map(({ day }) => day)).not.toContain('2026-01-06')
  })

  it('has other kinds of days only where it asks for them', async () => {
    const mothersDay = { day: '2026-05-10', name: "Mother's Day" }
    expect(await holidaysOf({})).not.toContainEqual(mothersDay)
    expect(await holidaysOf({ types: ['public', 'observance'] })).toContainEqual(mothersDay)
  })

  it('takes every whole day of a long feast, and no free afternoon', async () => {
    const turkish = await holidaysOf({ region: { country: 'TR' } })
    expect(turkish.filter(({ name }) => name.includes('Ramadan')).map(({ day }) => day)).toEqual([
      '2026-03-20',
      '2026-03-21',
      '2026-03-22',
    ])
    const chinese = await holidaysOf({ region: { country: 'CN' } })
    // International Women's Day and Youth Day begin at noon.
    expect(chinese.map(({ day }) => day)).toContain('2026-05-01')
    expect(chinese.filter(({ day }) => ['2026-03-08', '2026-05-04'].includes(day))).toEqual([])
  })

  it.each([
    ['a weekend of seven days', { weekend: [1, 2, 3, 4, 5, 6, 7] }],
    ['a zone that is none', { zone: 'Europe/Atlantis' }],
    ['an offset instead of a zone', { zone: '+01:00' }],
    ['a holiday that is no day', { ownDays: [{ day: '2026-02-30', name: 'Never' }] }],
    ['a holiday without a name', { ownDays: [{ day: '2026-02-27', name: ' ' }] }],
    ['a country that is none', { region: { country: 'XX' } }],
    ['a state that the country does not have', { region: { country: 'IT', state: 'BY' } }],
    ['a region that the state does not have', { region: { country: 'DE', state: 'BY', region: 'none' } }],
    ['a region without its state', { region: { country: 'DE', region: 'A' } }],
    ['years that end before they begin', { years: { from: 2027, to: 2026 } }],
    ['words that it does not know', { holidays: [] }],
  ])('is refused with %s', async (_, change) => {
    expect((await CalendarFile.safeParseAsync(aChoice(change))).success).toBe(false)
  })

  it('makes a calendar that names each day once', async () => {
    const calendar = await CalendarFile.parseAsync(aChoice({ ownDays: [ownDay, ownDay] }))
    expect(calendar.holidays.filter(({ day }) => day === ownDay.day)).toEqual([ownDay])
    expect(Calendar.safeParse({ ...calendar, holidays: [ownDay, ownDay] }).success).toBe(false)
  })

  it('makes a value that nobody can change: what is worked out from it is kept', async () => {
    const calendar = await CalendarFile.parseAsync(aChoice())
    expect([calendar, calendar.holidays, calendar.weekend, calendar.holidays[0]].every(Object.isFrozen)).toBe(
      true,
    )
  })
})
