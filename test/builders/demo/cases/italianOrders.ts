import type { WorkPaper } from '../workPaper.ts'
import { caseOrder, type OrderWords } from './caseOrder.ts'

const ITALIAN: OrderWords = {
  language: 'it-IT',
  customer: 'Cliente',
  partner: 'Fornitore',
  tenant: 'Tenant del cliente',
  number: 'Riferimento',
  term: 'Durata dell’incarico',
  headings: ['Situazione', 'Attività', 'Consegna', 'Firme'],
  does: 'svolge per il cliente le seguenti attività:',
  signature: { placeAndDate: 'Luogo e data', signature: 'Firma' },
  forPartner: 'Per il fornitore',
  forCustomer: 'Per il cliente',
}

const MONTELUPO = {
  company: 'Cantina Sociale Montelupo S.C.A.',
  address: 'Via delle Vigne 8, 50056 Montelupo Fiorentino',
  signer: 'Ginevra Baldacci, Direttrice amministrativa',
}
const MONTELUPO_TENANT = '82a5d0c7-6b19-4e3f-a07d-f94c1b6e2358 (cantinamontelupo.example)'

/** Alike; for one of them the customer wrote a message besides. */
const montelupo: readonly WorkPaper[] = [
  caseOrder(ITALIAN, {
    file: 'it-montelupo-arnolfo.pdf',
    number: 'AR-2026-52',
    title: 'Incarico: Microsoft Teams per soci e uffici',
    partner: {
      company: 'Arnolfo Servizi Informatici S.r.l.',
      address: 'Via del Giglio 3, 50123 Firenze',
      signer: 'Corrado Nesi, Amministratore',
      signed: 'Firenze, 5 giugno 2026',
    },
    customer: { ...MONTELUPO, signed: 'Montelupo Fiorentino, 9 giugno 2026' },
    tenant: MONTELUPO_TENANT,
    term: 'dal 15 giugno 2026 al 30 settembre 2026',
    situation: 'Gli uffici e i 140 soci si scambiano le comunicazioni di conferimento per telefono.',
    work: [
      'Configurazione di Microsoft Teams con un team per ogni zona di conferimento.',
      'Migrazione degli elenchi di distribuzione e attivazione dell’accesso ospite per i soci.',
      'Formazione di 16 referenti di zona.',
    ],
    delivery: 'Collaudo con la direzione amministrativa. Le licenze sono escluse.',
    writtenAt: '2026-06-09T08:00:00Z',
  }),
  caseOrder(ITALIAN, {
    file: 'it-montelupo-bisenzio.pdf',
    number: 'BT/26/0611',
    title: 'Incarico: riunioni e canali di Microsoft Teams',
    partner: {
      company: 'Bisenzio Tecnologie S.r.l.',
      address: 'Viale Galilei 40, 59100 Prato',
      signer: 'Elettra Manetti, Responsabile progetti',
      signed: 'Prato, 8 giugno 2026',
    },
    customer: { ...MONTELUPO, signed: 'Montelupo Fiorentino, 11 giugno 2026' },
    tenant: MONTELUPO_TENANT,
    term: 'dal 15 giugno 2026 al 30 settembre 2026',
    situation: 'Gli enologi seguono tre stabilimenti e si incontrano di persona ogni settimana.',
    work: [
      'Configurazione di Microsoft Teams per i tre stabilimenti, con canali per cantina e laboratorio.',
      'Attivazione delle riunioni nelle due sale e installazione su 35 postazioni.',
      'Formazione del personale di laboratorio in quattro sessioni.',
    ],
    delivery: 'Verbale di collaudo a fine incarico.',
    writtenAt: '2026-06-11T10:10:00Z',
  }),
]

const VALDERA = {
  company: 'Molini Val d’Era S.p.A.',
  address: 'Via Volterrana 120, 56035 Capannoli',
  signer: 'Tommaso Ricasoldi, Direttore commerciale',
}
const VALDERA_TENANT = 'e40b7f19-53c6-4d82-9f2e-6a18c0d7b594 (molinivaldera.example)'

/** Both are for pre-sales and usage; only one tells of both. */
const valdera: readonly WorkPaper[] = [
  caseOrder(ITALIAN, {
    file: 'it-valdera-pieve.pdf',
    number: 'PG-2026-033',
    title: 'Incarico: scelta e dimostrazione di Dynamics 365 Sales',
    partner: {
      company: 'Pieve Gestionali S.r.l.',
      address: 'Via della Pieve 2, 56025 Pontedera',
      signer: 'Lapo Giuntini, Amministratore',
      signed: 'Pontedera, 14 maggio 2026',
    },
    customer: { ...VALDERA, signed: 'Capannoli, 18 maggio 2026' },
    tenant: VALDERA_TENANT,
    term: 'dal 25 maggio 2026 al 31 luglio 2026',
    situation: 'La rete di vendita tiene clienti e offerte in fogli di calcolo.',
    work: [
      'Valutazione delle esigenze della rete di vendita e analisi dei processi di offerta per Dynamics 365 Sales.',
      'Dimostrazione di Dynamics 365 Sales con i dati di due agenti e confronto con altri prodotti.',
      'Proposta economica e raccomandazione per la direzione su Dynamics 365 Sales.',
    ],
    delivery: 'Relazione finale alla direzione commerciale.',
    writtenAt: '2026-05-18T09:45:00Z',
  }),
  caseOrder(ITALIAN, {
    file: 'it-valdera-certaldo.pdf',
    number: 'CS-0520',
    title: 'Incarico: Dynamics 365 Sales per la rete di vendita',
    partner: {
      company: 'Certaldo Soluzioni S.r.l.',
      address: 'Piazza Boccaccio 11, 50052 Certaldo',
      signer: 'Viola Pampaloni, Direttrice tecnica',
      signed: 'Certaldo, 15 maggio 2026',
    },
    customer: { ...VALDERA, signed: 'Capannoli, 20 maggio 2026' },
    tenant: VALDERA_TENANT,
    term: 'dal 25 maggio 2026 al 30 settembre 2026',
    situation: 'Gli agenti visitano 900 panifici e annotano gli ordini su carta.',
    work: [
      'Valutazione delle esigenze e dimostrazione di Dynamics 365 Sales alla direzione.',
      'Configurazione di Dynamics 365 Sales e migrazione di 900 anagrafiche.',
      'Formazione di 22 agenti su Dynamics 365 Sales.',
    ],
    delivery: 'Collaudo con due agenti per zona.',
    writtenAt: '2026-05-20T11:30:00Z',
  }),
]

const SAN_ZENO = {
  company: 'Ospedale Veterinario San Zeno S.r.l.',
  address: 'Lungadige 77, 37123 Verona',
  signer: 'Marcello Brentegani, Direttore sanitario',
}
const SAN_ZENO_TENANT = '5b9e1c04-d7a8-4f63-8b20-e316f5d0a7c2 (vetsanzeno.example)'

const sanZeno: readonly WorkPaper[] = [
  caseOrder(ITALIAN, {
    file: 'it-sanzeno-adige.pdf',
    number: 'AD-26-014',
    title: 'Incarico: Microsoft Teams nei reparti',
    partner: {
      company: 'Adige Reti S.r.l.',
      address: 'Via Mameli 15, 37126 Verona',
      signer: 'Fulvio Dossena, Amministratore',
      signed: 'Verona, 12 febbraio 2026',
    },
    customer: { ...SAN_ZENO, signed: 'Verona, 16 febbraio 2026' },
    tenant: SAN_ZENO_TENANT,
    term: 'dal 23 febbraio 2026 al 30 aprile 2026',
    situation: 'I turni dei reparti si concordano con messaggi privati.',
    work: [
      'Configurazione di Microsoft Teams con un team per reparto.',
      'Formazione di 30 tra veterinari e tecnici.',
    ],
    delivery: 'Collaudo a fine aprile.',
    writtenAt: '2026-02-16T14:00:00Z',
  }),
  caseOrder(ITALIAN, {
    file: 'it-sanzeno-lessinia.pdf',
    number: 'LD-2026-0831',
    title: 'Incarico: Microsoft Teams per ospedale e ambulatori',
    partner: {
      company: 'Lessinia Digitale S.r.l.',
      address: 'Corso Milano 90, 37138 Verona',
      signer: 'Noemi Castagnedi, Responsabile servizi',
      signed: 'Verona, 31 agosto 2026',
    },
    customer: { ...SAN_ZENO, signed: 'Verona, 3 settembre 2026' },
    tenant: SAN_ZENO_TENANT,
    term: 'dal 7 settembre 2026 al 18 dicembre 2026',
    situation: 'Quattro ambulatori esterni si sono aggiunti nell’estate e lavorano con strumenti propri.',
    work: [
      'Configurazione di Microsoft Teams per i quattro ambulatori e migrazione dei loro calendari.',
      'Attivazione dei turni e installazione su 60 telefoni di servizio.',
      'Formazione di 45 persone e passaggio di consegne.',
    ],
    delivery: 'Verbale di collaudo per ogni ambulatorio.',
    writtenAt: '2026-09-03T08:20:00Z',
  }),
]

export const ITALIAN_ORDERS: readonly WorkPaper[] = [...montelupo, ...valdera, ...sanZeno]
