import type { WorkPaper } from '../workPaper.ts'
import { caseOrder, type OrderWords } from './caseOrder.ts'

const FRENCH: OrderWords = {
  language: 'fr-FR',
  customer: 'Client',
  partner: 'Prestataire',
  tenant: 'Locataire du client',
  number: 'Référence',
  term: 'Durée de la mission',
  headings: ['Contexte', 'Prestations', 'Livraison', 'Signatures'],
  does: 'réalise pour le client les prestations suivantes :',
  signature: { placeAndDate: 'Lieu et date', signature: 'Signature' },
  forPartner: 'Pour le prestataire',
  forCustomer: 'Pour le client',
}

const MARAIS = {
  company: 'Biscuiterie du Marais Blanc SAS',
  address: '6 chemin des Salines, 85230 Beauvoir-sur-Mer',
  signer: 'Solène Gaborit, directrice administrative',
}
const MARAIS_TENANT = 'c90d57e3-28f4-4b16-9ac5-41e7b0f6d823 (maraisblanc.example)'

/** Half a year apart. */
const marais: readonly WorkPaper[] = [
  caseOrder(FRENCH, {
    file: 'fr-marais-vendee.pdf',
    number: 'VR-2026-11',
    title: 'Bon de mission : fichiers des ateliers',
    partner: {
      company: 'Vendée Réseaux SARL',
      address: '12 rue du Port, 85300 Challans',
      signer: 'Thierry Jolly, gérant',
      signed: 'Challans, le 13 mars 2026',
    },
    customer: { ...MARAIS, signed: 'Beauvoir-sur-Mer, le 18 mars 2026' },
    tenant: MARAIS_TENANT,
    term: 'du 23 mars 2026 au 29 mai 2026',
    situation: 'Les recettes et les plans de production sont sur des clés USB.',
    work: [
      'Configuration de OneDrive Entreprise pour 48 salariés des ateliers.',
      'Migration des dossiers personnels depuis deux serveurs.',
      'Formation de six référents.',
    ],
    delivery: 'Procès-verbal de recette en fin de mission.',
    writtenAt: '2026-03-18T08:30:00Z',
  }),
  caseOrder(FRENCH, {
    file: 'fr-marais-noirmoutier.pdf',
    number: 'NC 26-090',
    title: 'Bon de mission : OneDrive Entreprise pour les boutiques',
    partner: {
      company: 'Noirmoutier Conseil SAS',
      address: '4 place d’Armes, 85330 Noirmoutier-en-l’Île',
      signer: 'Maud Charrier, directrice de projet',
      signed: 'Noirmoutier-en-l’Île, le 4 septembre 2026',
    },
    customer: { ...MARAIS, signed: 'Beauvoir-sur-Mer, le 9 septembre 2026' },
    tenant: MARAIS_TENANT,
    term: 'du 14 septembre 2026 au 18 décembre 2026',
    situation: 'Huit boutiques ouvertes cette année partagent leurs commandes par courrier électronique.',
    work: [
      'Configuration de OneDrive Entreprise pour les huit boutiques et leurs 30 postes.',
      'Migration des commandes de deux saisons et mise en place des partages.',
      'Formation des responsables de boutique.',
    ],
    delivery: 'Recette boutique par boutique.',
    writtenAt: '2026-09-09T12:00:00Z',
  }),
]

const ORMES = {
  company: 'Imprimerie des Quatre Ormes SARL',
  address: '19 rue des Presses, 71100 Chalon-sur-Saône',
  signer: 'Fabien Lhomme, directeur technique',
}
const ORMES_TENANT = '1a7c4e85-b39d-4062-8f51-d2e90b6c37fa (quatreormes.example)'

/** Nothing in the papers tells them apart. */
const ormes: readonly WorkPaper[] = [
  caseOrder(FRENCH, {
    file: 'fr-ormes-bourgvert.pdf',
    number: 'BV-2026-061',
    title: 'Bon de mission : messagerie de l’atelier',
    partner: {
      company: 'Bourgvert Informatique SARL',
      address: '8 rue Haute, 71100 Chalon-sur-Saône',
      signer: 'Alix Perrodin, gérante',
      signed: 'Chalon-sur-Saône, le 18 juin 2026',
    },
    customer: { ...ORMES, signed: 'Chalon-sur-Saône, le 22 juin 2026' },
    tenant: ORMES_TENANT,
    term: 'du 29 juin 2026 au 28 août 2026',
    situation: 'L’atelier reçoit ses fichiers sur une messagerie hébergée qui s’arrête.',
    work: [
      'Migration de 54 boîtes aux lettres vers Exchange Online.',
      'Configuration des règles de conservation et de la réception des gros fichiers.',
      'Formation de l’atelier en deux séances.',
    ],
    delivery: 'Recette à la fin du mois d’août.',
    writtenAt: '2026-06-22T09:00:00Z',
  }),
  caseOrder(FRENCH, {
    file: 'fr-ormes-clos.pdf',
    number: 'CN/2026/27',
    title: 'Bon de mission : messagerie du bureau commercial',
    partner: {
      company: 'Clos Numérique SAS',
      address: '31 avenue Monnot, 71100 Chalon-sur-Saône',
      signer: 'Yvan Ducret, président',
      signed: 'Chalon-sur-Saône, le 19 juin 2026',
    },
    customer: { ...ORMES, signed: 'Chalon-sur-Saône, le 24 juin 2026' },
    tenant: ORMES_TENANT,
    term: 'du 29 juin 2026 au 31 août 2026',
    situation: 'Le bureau commercial partage une seule boîte aux lettres entre douze personnes.',
    work: [
      'Configuration de Exchange Online pour le bureau commercial : 12 boîtes, calendriers partagés.',
      'Migration des archives de la boîte commune.',
      'Formation des commerciaux et remise d’un guide.',
    ],
    delivery: 'Recette par le directeur technique.',
    writtenAt: '2026-06-24T15:10:00Z',
  }),
]

/** The customer never signed; the holder was brought over without any paper. */
const combe: readonly WorkPaper[] = [
  caseOrder(FRENCH, {
    file: 'fr-combe-sancy.pdf',
    number: 'SS-26-077',
    title: 'Bon de mission : appareils mobiles de la fonderie',
    partner: {
      company: 'Sancy Services SAS',
      address: '2 boulevard Lavoisier, 63000 Clermont-Ferrand',
      signer: 'Rosalie Vazeille, directrice d’agence',
      signed: 'Clermont-Ferrand, le 10 juillet 2026',
    },
    customer: {
      company: 'Fonderie de la Haute Combe SA',
      address: 'ZI des Forges, 63600 Ambert',
      signer: 'Bastien Chassaing, responsable informatique',
      signed: null,
    },
    tenant: '746f0b9d-e5a1-4c38-92d7-3b8c60f1ae54 (hautecombe.example)',
    term: 'du 20 juillet 2026 au 30 octobre 2026',
    situation: 'Les chefs d’équipe relèvent les coulées sur 70 tablettes réglées à la main.',
    work: [
      'Configuration de Microsoft Intune : règles de conformité et déploiement de quatre applications.',
      'Migration de 70 tablettes vers la gestion centralisée.',
      'Formation de dix chefs d’équipe.',
    ],
    delivery: 'Recette par atelier.',
    writtenAt: '2026-07-10T10:40:00Z',
  }),
]

export const FRENCH_ORDERS: readonly WorkPaper[] = [...marais, ...ormes, ...combe]
