import { houses, list, type Tongue, two } from './tongue.ts'

export const ITALIAN: Tongue = {
  language: 'it',
  country: 'ITA',
  customers: houses(
    'Ceramiche Valtresca S.p.A. / Sassuolo / valtresca',
    'Molini Bertacchi S.r.l. / Parma / molinibertacchi',
    'Fonderie Ostiglia S.p.A. / Mantova / fonderieostiglia',
    'Comune di Roccaferrata / Roccaferrata / comune.roccaferrata',
  ),
  partners: houses(
    'Nuvolari Informatica S.r.l. / Modena / nuvolari-informatica',
    'Teknoponte S.p.A. / Torino / teknoponte',
    'Studio Digitale Quadrilatero S.r.l. / Bologna / quadrilatero',
  ),
  people: list(
    'Giulia Ferrero | Ing. Marco Salvi | Dott.ssa Elena Rota | Paolo Bernasconi | Lucia De Santis | Andrea Vitale',
  ),
  jobs: list(
    'Responsabile Sistemi Informativi | Amministratore Delegato | Direttore IT | Legale rappresentante | Responsabile Acquisti',
  ),
  roles: [
    {
      customer: 'Committente',
      partner: 'Fornitore',
      defines: ['(di seguito il “Committente”)', '(di seguito il “Fornitore”)'],
    },
    {
      customer: 'Cliente',
      partner: 'Consulente',
      defines: ['(nel seguito «Cliente»)', '(nel seguito «Consulente»)'],
    },
    {
      customer: 'Società',
      partner: 'Appaltatore',
      defines: [', in seguito denominata “la Società”', ', in seguito denominata “l’Appaltatore”'],
    },
    {
      customer: 'Amministrazione',
      partner: 'Impresa',
      defines: ['(d’ora in poi “Amministrazione”)', '(d’ora in poi “Impresa”)'],
    },
    { customer: 'Cliente', partner: 'Fornitore', defines: null },
  ],
  titles: list(
    'Lettera di incarico | Contratto di prestazione di servizi | Verbale di collaudo e accettazione | Ordine di lavoro n. 44 | Atto aggiuntivo',
  ),
  heads: list(
    'Tra {C} e {S} si conviene e si stipula quanto segue. | Il presente documento riguarda i lavori svolti da {S} per {C}. | Con la presente {C}, con sede in {OC}, affida a {S}, con sede in {OS}, le attività seguenti.',
  ),
  represented: ', in persona di {P}, {T}',
  work: [
    '{S} migra 620 caselle di posta e distribuisce {X} in tutte le sedi di {C}.',
    '{S} configura {X}, imposta i criteri di conservazione e forma 40 utenti chiave in sei giornate.',
    'I consulenti di {S} conducono il progetto pilota di {X} e consegnano il manuale operativo.',
  ],
  clauses: [
    'Le spese di viaggio sono a carico del fornitore. Ogni modifica richiede la forma scritta.',
    'Le parti trattano i dati personali secondo la legge e mantengono riservate le informazioni ricevute.',
    'Per ogni controversia è competente il foro della sede del cliente.',
  ],
  forCompany: list(
    'Per {N} | {N} | Per conto di {N} | p. {N} | Per accettazione {N} | In nome e per conto di {N}',
  ),
  forRole: list('Il {R} | {R} | Per il {R} | {R}: | Per accettazione, il {R} | {R.}'),
  signature: list(
    'Firma | Timbro e firma | Il legale rappresentante | Firma leggibile | (timbro e firma) | F.to',
  ),
  signatureOfRole: list(
    'Firma del {R} | Firma {R} | Timbro e firma del {R} | Per accettazione – firma del {R}',
  ),
  name: list('Nome e cognome | Nome | Cognome e nome'),
  job: list('Qualifica | Ruolo | In qualità di | Funzione'),
  date: list('Data | Data della firma | Lì | Data firma'),
  placeAndDate: list('Luogo e data | Luogo, data | Data e luogo'),
  consent: list(
    'Per accettazione | Letto, confermato e sottoscritto | Per presa visione e accettazione | Si accetta quanto sopra | Visto, si approva',
  ),
  months: list(
    'gennaio | febbraio | marzo | aprile | maggio | giugno | luglio | agosto | settembre | ottobre | novembre | dicembre',
  ),
  days: [
    ({ d, month, y }) => `${d} ${month} ${y}`,
    ({ d, m, y }) => `${two(d)}/${two(m)}/${y}`,
    ({ d, m, y }) => `${two(d)}.${two(m)}.${y}`,
    ({ d, m, y }) => `${d}/${m}/${y}`,
    ({ d, m, y }) => `${two(d)}-${two(m)}-${y}`,
    ({ d, month, y }) => `${d === 1 ? '1°' : d} ${month[0]?.toUpperCase()}${month.slice(1)} ${y}`,
    ({ d, m, y }) => `${two(d)}/${two(m)}/${y % 100}`,
  ],
  placedDays: list('{O}, lì {D} | {O}, {D} | {O} {D} | {O}, il {D}'),
  bothDays: list(
    'Letto, confermato e sottoscritto in {O}, il {D}. | {O}, lì {D} | Fatto in duplice originale a {O} in data {D}. | Data di sottoscrizione: {D}',
  ),
  letterDays: list('{O}, {D} | {O}, lì {D} | Data: {D}'),
  periods: list(
    'Le attività si svolgono dal {A} al {B}. | Durata: dal {A} fino al {B} | Periodo di esecuzione: {A} – {B}',
  ),
  salutations: list('Spett.le {S}, | Gentili Signori, | Egregio Dottore,'),
  greetings: list('Cordiali saluti | Distinti saluti | In fede'),
  confirms: [
    'Con la presente confermiamo che {S} ha distribuito {X} in tutte le nostre sedi, migrato 620 caselle e formato 40 utenti chiave.',
    'Si attesta che {S} ha completato per {C} la messa in servizio di {X}.',
  ],
  stamps: [
    ['Firmato elettronicamente da {P}', 'in data {D} alle {H}', 'ID transazione Namirial: {I}'],
    ['Documento firmato da: {P}', '{D} {H}:12 CET', 'DocuSign Envelope ID: {G}'],
    ['{P} ({M})', 'Firma elettronica avanzata – {D}, ore {H}', 'Codice documento {I}'],
  ],
  poorStamps: [['Firmato elettronicamente da {P}'], ['Firmato con Yousign', '{P}']],
  typed: list('F.to {P} | f.to {P} | Firmato: {P}'),
  witness: list('Testimone | Visto: Ufficio contratti | Per presa visione'),
  issued: list('Emesso il {D} | Data di emissione: {D} | Rev. 2 del {D}'),
}
