import type { Evidence, SignatureFact } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { MailFacts, PageFacts, Word } from '../../facts/documentFacts.ts'
import { opinion, type Opinion } from '../opinion.ts'
import type { DocumentParties } from '../parties/knowParties.ts'
import { companyName, formLength, nameTokens } from '../../../domain/names/companyNames.ts'
import { findName } from '../parties/findNames.ts'
import { ACTIVITY_WORDS } from '../service/activityWords.ts'
import { fold } from '../../../domain/names/fold.ts'
import { blocksOf, type JudgedDocument, type Passage, passageOf, sentencesOf } from '../text/passages.ts'
import { evidenceOfPassage, evidenceOfWords } from '../text/place.ts'
import { ACKNOWLEDGES, AUTOMATIC, IS_SATISFIED, NO_ACKNOWLEDGMENT, OF_PAYMENT } from './ackWords.ts'
import { isDoubtful, senderFlags, sideOf, type SenderSide } from './mailSenders.ts'

/** A mail with what it acknowledges in its sender's own words. */
export interface MailAcknowledgment {
  readonly document: JudgedDocument
  readonly mail: MailFacts
  readonly side: SenderSide
  /** The sentence that acknowledges; null = none of the sender's own does. */
  readonly sentence: Passage | null
  /** It says whose work, and that it was work. */
  readonly isOfPartnersWork: boolean
  /** Somebody else's words in it acknowledge. */
  readonly isQuoted: boolean
  readonly isDoubtful: boolean
}

/** What the mails among the documents acknowledge. */
export function mailAcknowledgments(
  parties: readonly DocumentParties[],
  form: ClaimForm,
): MailAcknowledgment[] {
  return parties.flatMap((one) => {
    const { mail, pages } = one.document.facts
    const [page] = pages
    return mail && page ? [readMail(one, mail, page, form)] : []
  })
}

function readMail(
  parties: DocumentParties,
  mail: MailFacts,
  page: PageFacts,
  form: ClaimForm,
): MailAcknowledgment {
  const { document } = parties
  const own = sentencesIn(document, page, (i) => i < (mail.quotedFrom ?? Infinity))
  const quoted = sentencesIn(document, page, (i) => i >= (mail.quotedFrom ?? Infinity))
  const saying = AUTOMATIC.test(fold(mail.subject)) ? [] : own.filter((one) => isSaying(one))
  const whole = saying.find((one) => isOfWork(one, own) && isOfPartner(one, own, mail, parties, form))
  return {
    document,
    mail,
    side: sideOf(mail.from?.address ?? '', form),
    sentence: whole ?? saying[0] ?? null,
    isOfPartnersWork: whole !== undefined,
    isQuoted: quoted.some(isSaying),
    // A mail inside another file was put there by somebody; whose it is, its own head does not prove.
    isDoubtful:
      isDoubtful(document, mail) || document.within !== undefined || senderFlags([document], form).length > 0,
  }
}

/** Whether a word stands in what the sender wrote itself. */
export function isOwnWord({ document, mail }: MailAcknowledgment, word: Word): boolean {
  const at = document.facts.pages[0]?.words.indexOf(word) ?? -1
  return word.source === 'mail_body' && at >= 0 && at < (mail.quotedFrom ?? Infinity)
}

/** Sentences of the body whose words are all on one side of where the quoting begins. */
function sentencesIn(document: JudgedDocument, page: PageFacts, isOwn: (word: number) => boolean): Passage[] {
  const index = new Map(page.words.map((word, i) => [word, i]))
  return blocksOf(document, page).flatMap((block) => {
    const words = block.words.filter((word) => word.source === 'mail_body' && isOwn(index.get(word) ?? -1))
    return words.length === 0 ? [] : sentencesOf(passageOf(document, page, words))
  })
}

/** Says something for the work, in whatever strength. */
const isSaying = ({ folded }: Passage): boolean =>
  (ACKNOWLEDGES.test(folded) || IS_SATISFIED.test(folded)) &&
  !NO_ACKNOWLEDGMENT.test(folded) &&
  !/\?\s*$/u.test(folded)

/** Confirms work in words: in the sentence itself, or in the list that it opens. */
function isOfWork(sentence: Passage, own: readonly Passage[]): boolean {
  const { folded } = sentence
  if (!ACKNOWLEDGES.test(folded) || OF_PAYMENT.test(folded)) return false
  if (tellsOfWork(sentence)) return true
  const next = own[own.indexOf(sentence) + 1]
  return GOES_ON.test(folded.trimEnd()) && next !== undefined && tellsOfWork(next)
}

/** Whether somebody confirms work in the passage, in one of its sentences or the list that it opens. */
export const acknowledgmentIn = (passage: Passage): Passage | null => {
  const all = sentencesOf(passage)
  return all.find((one) => isSaying(one) && isOfWork(one, all)) ?? null
}

/** A list follows, or the sentence was cut behind a company's legal form: "B.V. Microsoft Teams …". */
const GOES_ON = /:$|(?:^|\s)(?:\p{L}{1,2}\.){2,}$|\b(?:ltd|ltda|inc|co|corp)\.$/u

/** Work as such, or an activity. */
export const tellsOfWork = ({ folded }: Passage): boolean =>
  Object.values(ACTIVITY_WORDS).some((patterns) => patterns.some((pattern) => folded.search(pattern) >= 0)) ||
  WORK.test(folded)

/** Work as such, in acknowledgments that name it in short. */
const WORK =
  /(?<![\p{L}])(?:work|works|project|services?|delivered|delivery|completed|carried out|lavor[io]|attivita|progetto|servizi|realizzat\p{L}*|completat\p{L}*|svolt[oaie]|eseguit\p{L}*|arbeiten|projekt|leistung\p{L}*|durchgefuhrt|erbracht|abgeschlossen|travaux|projet|prestations?|realise\p{L}*|acheve\p{L}*|termine\p{L}*|trabajos?|proyecto|servicios?|realizad\p{L}*|completad\p{L}*|werkzaamheden|afgerond|opgeleverd|uitgevoerd|wykonal\p{L}*|wykonan\p{L}*|zakonczyl\p{L}*|zakonczon\p{L}*|prac[eay]?|ejecutad\p{L}*|finalizad\p{L}*|trabalhos?|projeto|projecto|servicos?|concluid\p{L}*|executad\p{L}*)(?![\p{L}])/u
const YOU =
  /(?<![\p{L}])(?:you|your|yours|voi|vostr\p{L}+|vi|lei|suo|sua|avete|ha|ihr|ihre\p{L}*|sie|ihnen|vous|votre|vos|usted|ustedes|su|sus|vuestr\p{L}+|voces|voce|vosso|seu|sua)(?![\p{L}])/u

/** The partner is named in the sender's own words, or spoken to in the sentence, in a mail that goes to the partner. */
function isOfPartner(
  saying: Passage,
  own: readonly Passage[],
  mail: MailFacts,
  { partner }: DocumentParties,
  form: ClaimForm,
): boolean {
  const names = [partner.name, ...partner.aliases].filter((name) => name.core.length > 0)
  const isNamedIn = (sentence: Passage): boolean =>
    names.some((name) => findName(sentence, name).length > 0) ||
    form.partnerDomains.some((domain) => sentence.folded.includes(domain.toLowerCase()))
  const goesToPartner = [...mail.to, ...mail.cc].some(({ address }) => sideOf(address, form) === 'partner')
  if (isNamedIn(saying) || (goesToPartner && YOU.test(saying.folded))) return true
  return own.some(isNamedIn) && !namesCompany(saying, form)
}

/** A company of neither side stands in the sentence: then the work may be that company's. */
function namesCompany({ words }: Passage, form: ClaimForm): boolean {
  const tokens = nameTokens(words.map((word) => word.text))
  const texts = tokens.map(({ text }) => text)
  const known = companyName(form.customer.companyName).core
  return tokens.some(({ word }, i) => {
    const isForm = i > 0 && formLength(texts, i) > 0 && /^\p{Lu}/u.test(words[word]?.text ?? '')
    return isForm && !known.includes(texts[i - 1] ?? '')
  })
}

/** Head of a mail as evidence: who wrote, and when. */
function headEvidence({ document }: MailAcknowledgment): Evidence[] {
  const [page] = document.facts.pages
  if (!page) return []
  const heads = blocksOf(document, page).filter(
    ({ words, folded }) => words[0]?.source === 'mail_header' && /^(?:from|date):/u.test(folded),
  )
  return heads.map((head) => evidenceOfWords(head, head.words))
}

const evidenceOf = (mail: MailAcknowledgment): Evidence[] => [
  ...headEvidence(mail),
  ...(mail.sentence ? [evidenceOfPassage(mail.sentence)] : []),
]

const writerOf = ({ mail: { from } }: MailAcknowledgment): string => from?.name ?? from?.address ?? '–'

export const isWholeAcknowledgment = (mail: MailAcknowledgment): boolean =>
  mail.side === 'customer' && isDatedAcknowledgment(mail)

/** It acknowledges, and its head can be believed: it is dated, though it may be open whether its sender speaks for the customer. */
export const isDatedAcknowledgment = (mail: MailAcknowledgment): boolean =>
  mail.side !== 'partner' && mail.sentence !== null && mail.isOfPartnersWork && !mail.isDoubtful

/** A message of the customer that acknowledges the partner's work; null when there is none. */
export function metByMail(mails: readonly MailAcknowledgment[], customer: string): Opinion | null {
  const hit = mails.find(isWholeAcknowledgment)
  if (!hit) return null
  const values = { customer, signer: writerOf(hit) }
  return opinion('met', 0.9, 'ack_mail', values, { evidence: evidenceOf(hit) })
}

/** A message that acknowledges, of a sender or in words that leave it open whether it is the customer's for this work. */
export function openByMail(mails: readonly MailAcknowledgment[], customer: string): Opinion | null {
  const hit = mails.find(({ side, sentence }) => side !== 'partner' && sentence !== null)
  if (!hit) return null
  const values = { customer, signer: writerOf(hit) }
  return opinion('cannot_tell', 0.8, 'ack_mail_unsure', values, { evidence: evidenceOf(hit) })
}

/** Messages among which none is the customer's; what they say for the customer counts for nothing. */
export function refusedByMail(mails: readonly MailAcknowledgment[], customer: string): Opinion | null {
  const hit = mails.find(({ isQuoted, sentence }) => isQuoted || sentence !== null)
  if (!hit) return null
  const values = { customer, signer: writerOf(hit) }
  const evidence = evidenceOf(hit)
  return opinion('not_met', 0.88, 'ack_mail_not_customer', values, {
    evidence,
    fromAbsence: true,
    nearest: evidence,
    unread: { code: 'ack_not_read', values: { customer } },
  })
}

export function mailSignatureFacts(mails: readonly MailAcknowledgment[]): SignatureFact[] {
  return mails
    .filter(({ sentence }) => sentence !== null)
    .map((mail) => ({
      document: mail.document.file,
      page: null,
      quads: [],
      kind: 'email',
      party: mail.side,
      signer: writerOf(mail),
      date: mail.mail.date?.day ?? null,
      intact: null,
      changedAfterSigning: null,
      coversWholeDocument: null,
    }))
}
