import { describe, expect, it } from 'vitest'
import { LETTER_LANGUAGES } from '../../../../src-main/domain/letter/languages.ts'
import type { SnippetId } from '../../../../src-main/domain/letter/letterKeys.ts'
import { listSnippets } from '../../../../src-main/workstation/letters/snippets.ts'

const textOf = (id: SnippetId, language = 'en') =>
  listSnippets(language).snippets.find((snippet) => snippet.id === id)?.text

describe('snippets', () => {
  it.each([
    ['S-06', 'coop_claim', /Cloud Solution Provider, Managed Reseller, Hosting and Surface.*co-op/],
    ['S-101', 'domain_tenant_mismatch', /do not match.*contact your customer/],
    [
      'S-110',
      'subscription_accuracy',
      /work with your customer.*contact support: https:\/\/partner\.microsoft\.com\//,
    ],
    ['S-111', 'subscription_not_provisioned', /not been provisioned yet.*try again after that/],
    ['S-112', 'subscription_not_visible', /contact support: https:\/\/partner\.microsoft\.com\//],
    ['S-113', 'wrong_activity', /another activity.*create a new claim with the correct activity/],
    ['S-120', 'wrong_mpn', /create a new claim with the correct MPN ID/],
    ['S-121', 'unknown_mpn', /contact the global admin/],
    ['S-122', 'mpn_not_enrolled', /not a question of your proof of execution.*Incentives overview/],
    ['S-130', 'competing_claim', /already associated with another partner.*“Under review” for longer/],
    ['S-60', 'press_submit', /a comment alone does not resubmit.*“Submit”/],
  ] as const)('%s: %s tells the next step', (_, id, words) => {
    expect(textOf(id)).toMatch(words)
  })

  it('S-111: an unprovisioned subscription is no rejection', () => {
    expect(textOf('subscription_not_provisioned')).not.toMatch(/reject/i)
  })

  it.each(LETTER_LANGUAGES)('are the same list in %s, without an open gap', (language) => {
    const { language: used, snippets } = listSnippets(language)
    expect(used).toBe(language)
    expect(snippets.map(({ id }) => id)).toEqual(listSnippets('en').snippets.map(({ id }) => id))
    for (const { text } of snippets) expect.soft(text).not.toMatch(/[{}<>]/)
  })

  it('are English for a language without templates, and say so', () => {
    expect(listSnippets('ja')).toEqual(listSnippets('en'))
    expect(listSnippets('ja').language).toBe('en')
  })
})
