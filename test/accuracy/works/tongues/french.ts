import type { Tongue } from '../tongue.ts'

export const FRENCH: Tongue = {
  language: 'fr',
  country: 'FRA',
  customer: {
    claimed: 'Conserveries Kerléo SAS',
    written: ['Conserveries Kerleo S.A.S.', 'SAS CONSERVERIES KERLÉO', 'Société Conserveries Kerléo'],
    short: 'Kerléo',
    domain: 'kerleo.example',
    sister: 'Kerléo Transports SARL',
  },
  partner: {
    claimed: 'Atelier Numérique du Ponant SARL',
    written: [
      'ATELIER NUMERIQUE DU PONANT',
      'Atelier Numérique du Ponant S.A.R.L.',
      'Atelier Numerique du Ponant',
    ],
    short: 'Atelier du Ponant',
    domain: 'ateliernumeriqueponant.example',
    sister: 'Atelier Ponant Formation SAS',
  },
  otherCustomer: 'Communauté de communes du Val d’Orbiel',
  otherPartner: 'Garrigue Informatique SA',
  titles: {
    work: [
      'Contrat de prestation de services',
      'Cahier des charges',
      'Lettre de mission',
      'Bon de commande de prestations',
    ],
    report: ['Procès-verbal de recette', 'Rapport de fin de projet', 'Compte rendu d’intervention'],
    letter: 'Madame,',
    changeOrder: 'Avenant n° 2 au contrat de prestation',
    purchaseOrder: 'Bon de commande n° 4500-118',
    invoice: ['Facture n° 2026-0117', 'Facture pro forma 31'],
    quote: ['Devis n° 212', 'Estimation tarifaire'],
    licences: ['Commande de licences', 'Proposition de renouvellement de licences'],
    brochure: 'Le cloud au service des PME : nos solutions',
  },
  intros: [
    'Entre {C} et {P}, il a été convenu ce qui suit.',
    'Client : {C}. Prestataire : {P}.',
    '{C} confie à {P} la mission décrite ci-après.',
    'Établi par {P} à l’attention de {C}.',
  ],
  defined: [
    ['{C}, ci-après dénommée « le Client », d’une part, et {P}, ci-après « le Prestataire », d’autre part.'],
    ['Entre {P} (ci-après le « Titulaire ») et {C} (ci-après le « Donneur d’ordre »).'],
  ],
  contacts: 'Interlocuteurs : {c} (informatique@{cd}) et {p} (projets@{pd}).',
  tenant: 'Identifiant du locataire Microsoft 365 : {T}',
  scope: ['Objet de la mission', 'Prestations réalisées', 'Périmètre', 'Description des travaux'],
  work: {
    any: [
      [
        'En mars, {X} a été mis en service pour {N} salariés des sites de Concarneau et de Quimper.',
        'Huit ateliers de prise en main ont été animés.',
      ],
      ['{P} déploiera {X} sur les trois sites et accompagnera les référents durant les premières semaines.'],
      [
        'Mise en production de {X}',
        'Formation des utilisateurs ({N} personnes)',
        'Accompagnement au démarrage, 5 jours',
      ],
      ['Infogérance de {X} : création des comptes, mise à jour des stratégies, rapport d’usage mensuel.'],
    ],
    mail: [
      ['Nous avons basculé {N} boîtes aux lettres de l’ancien hébergeur vers {X} en deux week-ends.'],
      [
        'Migration des boîtes vers {X}',
        'Reprise des agendas partagés',
        'Modification des enregistrements MX',
      ],
    ],
    collab: [
      ['L’arborescence des espaces a été bâtie dans {X} et 1,2 To y ont été repris du serveur de fichiers.'],
      ['Règles de gouvernance pour {X}', 'Conduite du changement auprès de {N} collaborateurs'],
    ],
    devices: [
      ['{N} portables ont été enrôlés dans {X} et mis en conformité avec la politique retenue.'],
      ['Activation de {X} sur {N} postes', 'Transfert de compétences au support'],
    ],
    business: [
      ['Les consultants ont paramétré {X}, repris les données de base et assisté la recette utilisateurs.'],
      [
        'Ateliers de cadrage et paramétrage de {X}',
        'Reprise des tiers et articles',
        'Assistance au démarrage',
      ],
    ],
  },
  definedWork: [
    ['Le Prestataire installe et paramètre {X} pour le Client et forme ses référents.'],
    ['Le Titulaire a transféré {N} comptes du Donneur d’ordre vers {X} et remis la documentation.'],
  ],
  rows: {
    head: ['N°', 'Tâche', 'Produit', 'Jours'],
    lines: [
      ['1', 'Préparation du locataire', 'Microsoft 365', '3'],
      ['2', 'Déploiement pour {N} utilisateurs', '{X}', '8'],
      ['3', 'Formation des référents', '{X}', '2'],
    ],
  },
  presales: [
    [
      '{P} a présenté {X} lors d’un atelier de deux jours et en a fait la démonstration à la direction.',
      'C’est ainsi que {C} a décidé l’achat.',
    ],
    [
      'Étude de faisabilité de {X} avec 20 utilisateurs pilotes',
      'Conseil en licences et étude de rentabilité',
    ],
  ],
  revenue: [
    [
      'Sur recommandation de {P}, {C} a retenu {X} avec la solution métier PonantPêche, face à deux produits concurrents.',
    ],
  ],
  plans: [
    ['Le déploiement de {X} pourra être envisagé en 2027, sous réserve de budget.'],
    ['En option, non commandé à ce jour : mise en place de {X}.'],
  ],
  vague: ['Support {X}.', 'Assistance ponctuelle sur {X} selon les besoins.'],
  hollow: [
    ['Prestations de conseil selon accord.', 'Facturation au temps passé.'],
    ['Conseil informatique, 12 jours à 780,00', 'Frais de déplacement en sus.'],
  ],
  annexOnly: ['Les prestations figurent à l’annexe 2, communiquée sur demande.'],
  terms: [
    'Les factures sont payables à 45 jours fin de mois.',
    'Tout litige relève du tribunal de commerce de Quimper.',
    'Les parties s’engagent à la confidentialité.',
  ],
  excluded: [
    '{X} est hors périmètre.',
    'La présente mission ne comprend pas {X}.',
    'Sont exclus tous travaux relatifs à {X}.',
    'Aucune intervention sur {X} n’est prévue.',
  ],
  excludedHeads: ['Hors périmètre', 'Exclusions', 'Ne sont pas compris :'],
  foreignWork: [
    ['{P} déploie Slack pour {N} utilisateurs et forme les chefs d’équipe.'],
    ['Migration de {N} comptes vers Google Workspace', 'Formation du support'],
    ['{P} remplace le standard téléphonique et câble le nouvel entrepôt.'],
  ],
  byOthers: [
    ['{X} a été déployé par {O} pour {N} utilisateurs. {P} a livré 40 écrans.'],
    ['La mise en place de {X} est assurée par {O}. {P} met les salles à disposition.'],
  ],
  onServers: [
    ['{P} met à niveau {S} dans la salle serveurs et forme deux administrateurs.'],
    ['Maintenance et sauvegarde de {S}', 'Contrôle mensuel des serveurs'],
  ],
  fromServers: [
    '{S} a été arrêté et {N} utilisateurs ont été migrés vers {X}.',
    'Migration de {S} vers {X} pour {N} utilisateurs',
  ],
  licenceLines: ['{N} licences {X}, engagement annuel', '{X} (par utilisateur et par mois), quantité {N}'],
  tickHeads: ['Produits concernés par la mission (cocher)', 'Charges de travail'],
  template: [
    'Entre [nom du client] et [nom du prestataire], il est convenu ce qui suit.',
    'Description des prestations : ______________________',
    'Produits : <à compléter>',
    'Fait à ______________, le ___/___/____  Signature du client :',
  ],
  brochure: [
    'Découvrez comment le travail moderne fait grandir votre entreprise.',
    'Notre équipe primée accompagne des organisations de toutes tailles.',
    'Réservez dès maintenant votre conseil gratuit !',
  ],
  unrelated: [
    'Compte rendu du conseil syndical',
    'Le syndic présente les comptes du chauffage collectif.',
    'La réfection de la cage d’escalier est votée à l’unanimité.',
  ],
  frame: [
    'Bénéficiaires : {C} ; Communauté de communes du Val d’Orbiel ; Laiterie Montsalvy SCA ; Frères Delmas SNC.',
    '{P} peut être sollicité par chacun d’eux. Les prestations rendues à chacun résultent des bons de commande.',
  ],
  invoiceLines: ['Facturé à : {C}', 'Émetteur : {P}', 'Montant TTC : 12 480,00 EUR', 'Règlement à 30 jours'],
  mail: {
    greeting: 'Bonjour Yann,',
    confirm: [
      'nous confirmons que {P} a terminé la semaine dernière le déploiement de {X} pour nos {N} collaborateurs.',
      'La formation a été appréciée.',
    ],
    close: 'Cordialement',
  },
  productNames: {
    'ba.sales': ['Dynamics 365 Ventes'],
    'ba.custsvc': ['Dynamics 365 Service client'],
    'ba.finance': ['Dynamics 365 Finance'],
    'ba.scm': ['Dynamics 365 gestion de la chaîne logistique'],
    'ba.fieldservice': ['Dynamics 365 Service sur le terrain'],
    'm365.purview.ip': ['Protection des informations Microsoft Purview'],
  },
}
