import { expect, it } from 'vitest'
import { xfaPapers } from '../../../../builders/poe/forgeries/fileListForgeries.ts'
import { readHere } from '../../../../builders/poe/readers.ts'

const xfaFlags = async (paper: () => Promise<Uint8Array>) =>
  (await readHere(await paper())).flags.filter(({ kind }) => kind === 'xfa_form')

it('quotes words of a form that no page shows', async () => {
  expect(await xfaFlags(xfaPapers.otherWords)).toEqual([
    { kind: 'xfa_form', severity: 'high', page: null, quads: [], text: 'Nothing was deployed at all' },
  ])
})

it('points at the field of which the form holds another value', async () => {
  const facts = await readHere(await xfaPapers.otherDatum())
  const seats = facts.fields.find(({ name }) => name === 'seats[0]')
  expect(seats?.shownText).toBe('50')
  expect(facts.flags.find(({ kind }) => kind === 'xfa_form')).toMatchObject({
    page: 1,
    quads: [seats?.quad],
    text: '50 ≠ 500',
  })
})

it('quotes nothing where form and page say the same, or where the form shows it nowhere', async () => {
  for (const paper of [xfaPapers.sameWords, xfaPapers.unseenWords])
    expect(await xfaFlags(paper)).toMatchObject([{ severity: 'high', page: null, text: null }])
})
