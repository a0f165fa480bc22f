import { aMail, CONFIRMATION, CUSTOMER, type MailParts, PARTNER } from '../mails.ts'
import type { Forgery } from './forgery.ts'

const mail = (parts: MailParts) => (): Uint8Array => aMail(parts)

const MARKUP = `<p>${CONFIRMATION.replaceAll('\n\n', '</p><p>').replaceAll('\n', ' ')}</p>`
const HIDDEN = 'and the rollout of SharePoint Online as well'

/** A mail in HTML alone, with this in front of words, and a style sheet. */
const styled =
  (opening: string, sheet = '') =>
  (): Uint8Array =>
    aMail({ html: `<style>${sheet}</style>${MARKUP}<p><span ${opening}>${HIDDEN}</span></p>` })

const station = (from: string, to: string, at: string): string => `Received: from ${from} by ${to}; ${at}`

/** Tricks of mails. */
export const MAIL_FORGERIES: readonly Forgery[] = [
  {
    kind: 'sender_spoof',
    hostile: {
      'a name that shows another address': mail({ from: '"karin.vogt@ottermill.example" <x@evil.example>' }),
      'a domain that looks like the customer’s': mail({ from: 'Karin Vogt <karin.vogt@otterrnill.example>' }),
      'the customer’s domain in front of another': mail({
        from: 'Karin Vogt <karin.vogt@ottermill.example.mailgate.example>',
      }),
      'answers that go elsewhere': mail({ head: ['Reply-To: karin.vogt@quickpost.example'] }),
      'a sender whose domain looks like the customer’s': mail({
        head: ['Sender: Karin Vogt <karin.vogt@0ttermill.example>'],
      }),
    },
    clean: {
      'a mail of the customer': mail({}),
      'a mail of the partner': mail({ from: PARTNER, to: 'Karin Vogt <karin.vogt@ottermill.example>' }),
      'answers that go to the same house': mail({ head: ['Reply-To: teams@mail.ottermill.example'] }),
      'a name that shows its own address': mail({
        from: '"karin.vogt@ottermill.example" <karin.vogt@ottermill.example>',
      }),
    },
  },
  {
    kind: 'html_text_mismatch',
    hostile: {
      'two bodies that say two things': mail({
        html: '<p>See you on Monday for lunch then.</p>',
        text: CONFIRMATION,
      }),
      'words that are not displayed': styled('style="display:none"'),
      'words without size': styled('style="font-size:0"'),
      'words in the colour of the paper': styled('style="color:#fefefe"'),
      'words that a style sheet hides': styled('class="x"', '.x{visibility:hidden}'),
      'words off the page': styled('style="position:absolute;left:-9999px"'),
    },
    clean: {
      'two bodies that say one thing': mail({ html: MARKUP, text: CONFIRMATION }),
      'words in grey and small': styled('style="color:#666666;font-size:8pt"'),
      'white words on a dark ground': styled('style="background-color:#1f3864;color:#ffffff"'),
      'a style sheet that hides on paper only': styled('class="x"', '@media print{.x{display:none}}'),
      'words moved a little': styled('style="position:relative;left:-2px"'),
    },
  },
  {
    kind: 'mail_header_order',
    hostile: {
      'two senders': mail({ head: [`From: ${PARTNER}`] }),
      'two subjects': mail({ head: ['Subject: Nothing was deployed'] }),
      'two dates': mail({ head: ['Date: Mon, 14 Apr 2025 11:08:43 +0200'] }),
      'two receivers': mail({ head: [`To: ${CUSTOMER}`] }),
      'two kinds of content': mail({ head: ['Content-Type: text/html'] }),
      'the same sender twice': mail({ head: [`From: ${CUSTOMER}`] }),
      'stations whose times run backwards': mail({
        head: [
          station('b', 'c', 'Mon, 13 Apr 2026 08:00:00 +0000'),
          station('a', 'b', 'Tue, 14 Apr 2026 11:00:00 +0000'),
        ],
      }),
      'a date after the mail had arrived': mail({
        head: [station('a', 'b', 'Thu, 12 Mar 2026 09:08:45 +0000')],
      }),
      'a date long before the first station': mail({
        date: 'Mon, 14 Apr 2025 11:08:43 +0200',
        head: [station('a', 'b', 'Tue, 14 Apr 2026 09:08:45 +0000')],
      }),
      'a day that its month has not': mail({ date: '31 Feb 2026 11:08:43 +0200' }),
      'another day of the week': mail({ date: 'Mon, 14 Apr 2026 11:08:43 +0200' }),
    },
    clean: {
      'stations in their order': mail({
        head: [
          station('b', 'c', 'Tue, 14 Apr 2026 09:08:50 +0000 (UTC)'),
          station('a', 'b', 'Tue, 14 Apr 2026 09:08:45 +0000'),
        ],
      }),
      'clocks that differ by minutes': mail({
        head: [
          station('b', 'c', 'Tue, 14 Apr 2026 09:04:50 +0000'),
          station('a', 'b', 'Tue, 14 Apr 2026 09:08:45 +0000'),
        ],
      }),
      'stations in several zones': mail({
        head: [
          station('b', 'c', 'Tue, 14 Apr 2026 02:08:50 -0700 (PDT)'),
          station('a', 'b', 'Tue, 14 Apr 2026 18:08:45 +0900'),
        ],
      }),
      'a mail that waited over the weekend': mail({
        date: 'Fri, 10 Apr 2026 18:30:00 +0200',
        head: [station('a', 'b', 'Mon, 13 Apr 2026 06:08:45 +0000')],
      }),
      'a date without the day of the week': mail({ date: '14 Apr 2026 11:08:43 +0200' }),
      'a leap day': mail({ date: 'Thu, 29 Feb 2024 11:08:43 +0100' }),
    },
  },
]
