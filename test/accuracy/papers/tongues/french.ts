import { houses, list, type Tongue, two } from './tongue.ts'

export const FRENCH: Tongue = {
  language: 'fr',
  country: 'FRA',
  customers: houses(
    'Laiteries du Vercors SAS / Grenoble / laiteries-vercors',
    'Transports Bourdieu SA / Limoges / transports-bourdieu',
    'Clinique Saint-Aubry / Dijon / clinique-saint-aubry',
    'Etablissements Marchenoir SARL / Tours / marchenoir',
  ),
  partners: houses(
    'Altéis Conseil SAS / Lyon / alteis',
    'Numéria Services SARL / Nantes / numeria',
    'Groupe Infoloire SA / Orléans / infoloire',
  ),
  people: list(
    'Claire Dumontet | Jean-Luc Perrault | Sophie Garnier | Mathieu Lecoq | Hélène Vasseur | Antoine Brun',
  ),
  jobs: list(
    'Directrice des systèmes d’information | Président | Directeur général | Responsable informatique | Gérant',
  ),
  roles: [
    {
      customer: 'Client',
      partner: 'Prestataire',
      defines: ['ci-après dénommée « le Client »', 'ci-après dénommée « le Prestataire »'],
    },
    {
      customer: 'Donneur d’ordre',
      partner: 'Titulaire',
      defines: ['(ci-après le « Donneur d’ordre »)', '(ci-après le « Titulaire »)'],
    },
    {
      customer: 'Bénéficiaire',
      partner: 'Fournisseur',
      defines: [', ci-après désignée le Bénéficiaire,', ', ci-après désignée le Fournisseur,'],
    },
    { customer: 'Acheteur', partner: 'Vendeur', defines: null },
    { customer: 'Client', partner: 'Prestataire', defines: null },
  ],
  titles: list(
    'Contrat de prestation | Bon de commande n° 118 | Procès-verbal de recette | Avenant n° 2 | Ordre de mission',
  ),
  heads: list(
    'Entre {C} et {S}, il a été convenu ce qui suit. | Le présent document porte sur les prestations de {S} pour {C}. | {C}, à {OC}, confie à {S}, à {OS}, les travaux suivants.',
  ),
  represented: ', représentée par {P}, {T}',
  work: [
    '{S} migre 620 boîtes aux lettres et déploie {X} sur tous les sites de {C}.',
    '{S} configure {X}, définit les règles de conservation et forme 40 utilisateurs clés en six journées.',
    'Les consultants de {S} conduisent le pilote de {X} et remettent un manuel d’exploitation.',
  ],
  clauses: [
    'Les frais de déplacement sont facturés au réel. Toute modification requiert un écrit.',
    'Les parties gardent confidentielles les informations reçues et respectent la loi sur les données personnelles.',
    'Les tribunaux du siège du client sont compétents.',
  ],
  forCompany: list('Pour {N} | Pour la société {N} | {N} | Pour le compte de {N} | P/ {N} | Pour {N},'),
  forRole: list('Le {R} | Pour le {R} | {R} | LE {R} | Pour le {R} : | {R.}'),
  signature: list(
    'Signature | Cachet et signature | Signature précédée de la mention « lu et approuvé » | Lu et approuvé | (signature et cachet) | Visa',
  ),
  signatureOfRole: list(
    'Signature du {R} | Signature et cachet du {R} | {R} : signature | Cachet et signature du {R}',
  ),
  name: list('Nom | Nom et prénom | Nom du signataire'),
  job: list('Qualité | Fonction | Titre'),
  date: list('Date | Le | Date de signature | Date :'),
  placeAndDate: list('Lieu et date | À, le | Fait à, le'),
  consent: list('Bon pour accord | Lu et approuvé | Bon pour acceptation | Pour acceptation, | Accepté'),
  months: list(
    'janvier | février | mars | avril | mai | juin | juillet | août | septembre | octobre | novembre | décembre',
  ),
  days: [
    ({ d, month, y }) => `${d === 1 ? '1er' : d} ${month} ${y}`,
    ({ d, m, y }) => `${two(d)}/${two(m)}/${y}`,
    ({ d, m, y }) => `${two(d)}.${two(m)}.${y}`,
    ({ d, m, y }) => `${two(d)}/${two(m)}/${two(y % 100)}`,
    ({ d, m, y }) => `${two(d)} / ${two(m)} / ${y}`,
    ({ d, m, y }) => `${two(d)}-${two(m)}-${y}`,
  ],
  placedDays: list('Fait à {O}, le {D} | À {O}, le {D} | {O}, le {D} | {O} le {D}'),
  bothDays: list(
    'Fait à {O}, le {D}, en deux exemplaires originaux | Fait en double exemplaire à {O} le {D} | Fait à {O}, le {D} | Signé le {D} à {O}',
  ),
  letterDays: list('{O}, le {D} | Le {D} | Date : {D}'),
  periods: list('Les prestations se déroulent du {A} au {B}. | Durée : du {A} au {B} | Période : {A} – {B}'),
  salutations: list('Madame, Monsieur, | Messieurs, | Cher Monsieur,'),
  greetings: list(
    'Cordialement, | Veuillez agréer, Madame, Monsieur, nos salutations distinguées. | Bien à vous,',
  ),
  confirms: [
    'Nous confirmons que {S} a déployé {X} sur tous nos sites, migré 620 boîtes aux lettres et formé 40 utilisateurs clés.',
    'Je soussigné atteste que {S} a achevé pour {C} le déploiement de {X}.',
  ],
  stamps: [
    ['Signé électroniquement par {P}', 'le {D} à {H}', 'Yousign – identifiant {G}'],
    ['DocuSigned by:', '{P}', '{D} | {H} CET', 'DocuSign Envelope ID: {G}'],
    ['{P} ({M})', 'Signature électronique du {D} à {H}', 'Réf. transaction : {I}'],
  ],
  poorStamps: [['Signé électroniquement par {P}'], ['Signature électronique', '{P}']],
  typed: list('Signé : {P} | signé {P} | /s/ {P}'),
  witness: list('Témoin | Visa du service juridique | Vu par la direction financière'),
  issued: list('Édité le {D} | Date d’émission : {D} | Version du {D}'),
}
