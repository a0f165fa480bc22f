import type { Tongue } from '../tongue.ts'

export const ITALIAN: Tongue = {
  language: 'it',
  country: 'ITA',
  customer: {
    claimed: 'Cantieri Belforte S.p.A.',
    written: ['Cantieri Belforte SpA', 'CANTIERI BELFORTE S.P.A.', 'Cantieri Belforte Società per Azioni'],
    short: 'Belforte',
    domain: 'cantieribelforte.example',
    sister: 'Belforte Immobiliare S.r.l.',
  },
  partner: {
    claimed: 'Nuvola Ligure S.r.l.',
    written: ['Nuvola Ligure srl', 'NUVOLA LIGURE S.R.L. a socio unico', 'Nuvola Ligure'],
    short: 'Nuvola Ligure',
    domain: 'nuvolaligure.example',
    sister: 'Nuvola Ligure Formazione S.r.l.',
  },
  otherCustomer: 'Consorzio Agrario di Valpiana',
  otherPartner: 'Tramontana Informatica S.p.A.',
  titles: {
    work: ['Contratto di servizi', 'Lettera di incarico', 'Capitolato tecnico', 'Scheda attività n. 3'],
    report: ['Relazione di fine progetto', 'Verbale di collaudo', 'Rapporto di intervento'],
    letter: 'Gentile dott.ssa Parodi,',
    changeOrder: 'Variante n. 2 al contratto di servizi',
    purchaseOrder: 'Ordine di acquisto n. 4500/2026',
    invoice: ['Fattura n. 117/2026', 'Fattura proforma 31'],
    quote: ['Preventivo n. 212', 'Offerta economica'],
    licences: ['Ordine licenze', 'Proposta di rinnovo licenze'],
    brochure: 'Il cloud per la tua impresa: le nostre soluzioni',
  },
  intros: [
    'Tra {C} e {P} si conviene e si stipula quanto segue.',
    'Committente: {C}. Fornitore: {P}.',
    'Con la presente {C} affida a {P} le attività di seguito descritte.',
    'Cliente: {C} - Eseguito da: {P}',
  ],
  defined: [
    ['{C}, di seguito il "Committente", e {P}, di seguito l\'"Appaltatore", convengono quanto segue.'],
    ['Tra {P} (in seguito "Fornitore") e {C} (in seguito "Cliente").'],
  ],
  contacts: 'Referenti: {c} (it@{cd}) e {p} (progetti@{pd}).',
  tenant: 'ID tenant Microsoft 365: {T}',
  scope: ['Oggetto', 'Attività svolte', 'Descrizione dei servizi', 'Attività previste'],
  work: {
    any: [
      [
        'Nel mese di marzo è stato avviato {X} per {N} dipendenti delle sedi di Genova e Savona.',
        'Sono state tenute otto sessioni formative per gli utenti.',
      ],
      [
        '{P} curerà l’introduzione di {X} presso le tre sedi e affiancherà i referenti nelle prime settimane.',
      ],
      [
        'Messa in esercizio di {X}',
        'Formazione degli utenti ({N} persone)',
        'Affiancamento post avvio, 5 giornate',
      ],
      [
        'Gestione ordinaria di {X}: creazione delle utenze, aggiornamento dei criteri, report mensile di utilizzo.',
      ],
    ],
    mail: [
      ['Abbiamo spostato {N} caselle di posta dal vecchio provider a {X} in due fine settimana.'],
      ['Migrazione caselle verso {X}', 'Riconfigurazione dei record MX', 'Ripristino calendari condivisi'],
    ],
    collab: [
      [
        'È stata realizzata la struttura dei siti in {X} e vi sono stati riversati 1,2 TB dal server di file.',
      ],
      ['Definizione delle regole di utilizzo di {X}', 'Percorso di adozione per {N} colleghi'],
    ],
    devices: [
      ['{N} portatili sono stati registrati in {X} e resi conformi ai criteri concordati.'],
      ['Attivazione di {X} su {N} postazioni', 'Passaggio di consegne all’help desk'],
    ],
    business: [
      ['I consulenti hanno parametrizzato {X}, caricato le anagrafiche e assistito gli utenti nei test.'],
      ['Analisi dei processi e parametrizzazione di {X}', 'Caricamento anagrafiche', 'Assistenza all’avvio'],
    ],
  },
  definedWork: [
    ['L’Appaltatore installa e configura {X} presso il Committente e ne istruisce il personale.'],
    ['Il Fornitore ha trasferito {N} utenze del Cliente su {X} e consegnato la documentazione.'],
  ],
  rows: {
    head: ['N.', 'Attività', 'Prodotto', 'Giorni'],
    lines: [
      ['1', 'Preparazione del tenant', 'Microsoft 365', '3'],
      ['2', 'Avvio per {N} utenti', '{X}', '8'],
      ['3', 'Corsi per referenti', '{X}', '2'],
    ],
  },
  presales: [
    [
      '{P} ha illustrato {X} in un workshop di due giorni e ne ha dato dimostrazione alla direzione.',
      'A seguito di ciò {C} ha deciso l’acquisto.',
    ],
    ['Studio di fattibilità su {X} con 20 utenti pilota', 'Consulenza sulle licenze e business case'],
  ],
  revenue: [
    [
      'Su indicazione di {P}, {C} ha scelto {X} insieme alla soluzione verticale NuvolaCantiere, preferendola a due prodotti concorrenti.',
    ],
  ],
  plans: [
    ['Per il 2027 si valuterà l’introduzione di {X}, previa approvazione del budget.'],
    ['Opzione non ancora ordinata: avvio di {X}.'],
  ],
  vague: ['Supporto su {X}.', 'Assistenza generica per {X} al bisogno.'],
  hollow: [
    ['Servizi di consulenza come da accordi.', 'Il corrispettivo è a consuntivo.'],
    ['Consulenza informatica, 12 giornate a 640,00', 'Trasferte a piè di lista.'],
  ],
  annexOnly: ['Le attività sono quelle di cui all’Allegato B, disponibile su richiesta.'],
  terms: [
    'Il pagamento avverrà a 60 giorni data fattura fine mese.',
    'Per ogni controversia è competente il Foro di Genova.',
    'Le parti si impegnano alla riservatezza.',
  ],
  excluded: [
    '{X} è escluso dal presente incarico.',
    'Non è compresa alcuna attività su {X}.',
    'Resta fuori dal perimetro {X}.',
    'Sono espressamente escluse le attività relative a {X}.',
  ],
  excludedHeads: ['Esclusioni', 'Fuori perimetro', 'Attività non comprese:'],
  foreignWork: [
    ['{P} introduce Slack per {N} utenti e forma i capi reparto.'],
    ['Migrazione di {N} utenze a Google Workspace', 'Formazione dell’help desk'],
    ['{P} sostituisce il centralino e cabla il nuovo capannone.'],
  ],
  byOthers: [
    ['{X} è stato avviato da {O} per {N} utenti. {P} ha fornito 40 monitor.'],
    ['L’introduzione di {X} è a cura di {O}. {P} mette a disposizione le sale riunioni.'],
  ],
  onServers: [
    ['{P} aggiorna {S} nel CED aziendale e forma due amministratori.'],
    ['Manutenzione e backup di {S}', 'Controllo mensile dei server'],
  ],
  fromServers: [
    '{S} è stato dismesso e {N} utenti sono stati migrati a {X}.',
    'Migrazione da {S} a {X} per {N} utenti',
  ],
  licenceLines: ['n. {N} licenze {X}, canone annuo', '{X} (utente/mese), quantità {N}'],
  tickHeads: [
    'Prodotti oggetto dell’incarico (barrare le voci che interessano)',
    'Carichi di lavoro interessati',
  ],
  template: [
    'Tra [ragione sociale del cliente] e [ragione sociale del fornitore] si conviene quanto segue.',
    'Descrizione delle attività: ______________________',
    'Prodotti: <da compilare>',
    'Luogo e data: ______________  Firma del cliente: ______________',
  ],
  brochure: [
    'Scopri come il lavoro moderno fa crescere la tua impresa.',
    'Il nostro team pluripremiato accompagna aziende di ogni dimensione.',
    'Prenota subito la tua consulenza gratuita!',
  ],
  unrelated: [
    'Verbale di assemblea condominiale',
    'L’amministratore illustra il consuntivo delle spese di riscaldamento.',
    'L’assemblea approva la tinteggiatura del vano scale.',
  ],
  frame: [
    'Enti aderenti: {C}; Consorzio Agrario di Valpiana; Latteria Montesole Soc. Coop.; Fratelli Zunino S.n.c.',
    '{P} può essere incaricata da ciascun ente aderente. I servizi resi a ciascuno risultano dai singoli ordinativi.',
  ],
  invoiceLines: ['Spett.le {C}', 'Cedente: {P}', 'Totale documento: 12.480,00 EUR', 'Bonifico a 30 giorni'],
  mail: {
    greeting: 'Buongiorno Paolo,',
    confirm: [
      'confermiamo che {P} ha completato la settimana scorsa l’avvio di {X} per i nostri {N} colleghi.',
      'Anche la formazione è stata apprezzata.',
    ],
    close: 'Cordiali saluti',
  },
  productNames: {
    'ba.sales': ['Dynamics 365 Vendite'],
    'ba.custsvc': ['Dynamics 365 Servizio clienti'],
    'ba.finance': ['Dynamics 365 Finanza'],
    'ba.scm': ['Dynamics 365 gestione della supply chain'],
    'ba.fieldservice': ['Dynamics 365 Servizi sul campo'],
    'm365.purview.ip': ['protezione delle informazioni di Microsoft Purview'],
  },
}
