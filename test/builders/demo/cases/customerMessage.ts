import { mailSource } from '../../poe/mails.ts'

/** A paper that is kept as its source text. */
export interface DemoMessage {
  readonly file: string
  readonly source: string
}

/** What the customer of a case wrote by itself about one of the partners. */
export const CUSTOMER_MESSAGE: DemoMessage = {
  file: 'it-montelupo-conferma.eml',
  source: mailSource({
    from: 'Ginevra Baldacci <g.baldacci@cantinamontelupo.example>',
    to: 'Elettra Manetti <e.manetti@bisenziotecnologie.example>',
    subject: 'Microsoft Teams nei tre stabilimenti',
    date: 'Tue, 15 Sep 2026 16:42:10 +0200',
    text: 'Buongiorno Elettra,\n\nconfermiamo che Bisenzio Tecnologie S.r.l. ha configurato Microsoft Teams nei tre stabilimenti di\nCantina Sociale Montelupo S.C.A. e ha formato il personale di laboratorio.\n\nGinevra Baldacci\nDirettrice amministrativa\nCantina Sociale Montelupo S.C.A.',
  }).replaceAll('<1@ottermill.example>', '<20260915144210.7A31@cantinamontelupo.example>'),
}
