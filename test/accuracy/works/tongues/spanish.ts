import type { Tongue } from '../tongue.ts'

export const SPANISH: Tongue = {
  language: 'es',
  country: 'ESP',
  customer: {
    claimed: 'Bodegas Peñaclara, S.A.',
    written: ['Bodegas Penaclara SA', 'BODEGAS PEÑACLARA, S.A.', 'Bodegas Peñaclara Sociedad Anónima'],
    short: 'Peñaclara',
    domain: 'penaclara.example',
    sister: 'Peñaclara Agrícola, S.L.',
  },
  partner: {
    claimed: 'Marea Digital Consultores, S.L.U.',
    written: ['Marea Digital Consultores SLU', 'MAREA DIGITAL CONSULTORES S.L.', 'Marea Digital Consultores'],
    short: 'Marea Digital',
    domain: 'mareadigital.example',
    sister: 'Marea Digital Hosting, S.L.',
  },
  otherCustomer: 'Cooperativa Olivarera San Lucero',
  otherPartner: 'Sistemas Altozano, S.A.',
  titles: {
    work: [
      'Contrato de prestación de servicios',
      'Orden de trabajo 2026-14',
      'Alcance de los servicios',
      'Carta de encargo',
    ],
    report: ['Informe de cierre de proyecto', 'Acta de recepción', 'Parte de trabajo'],
    letter: 'Estimada Sra. Olmedo:',
    changeOrder: 'Anexo n.º 2 de modificación del contrato',
    purchaseOrder: 'Pedido de compra 4500-331',
    invoice: ['Factura 2026/0117', 'Factura proforma 31'],
    quote: ['Presupuesto 212', 'Oferta económica'],
    licences: ['Pedido de licencias', 'Propuesta de renovación de licencias'],
    brochure: 'La nube para su empresa: nuestras soluciones',
  },
  intros: [
    'Entre {C} y {P} se acuerda lo siguiente.',
    'Cliente: {C}. Proveedor: {P}.',
    '{C} encarga a {P} los trabajos que se describen a continuación.',
    'Elaborado por {P} para {C}.',
  ],
  defined: [
    ['De una parte, {C} (en adelante, «el Cliente»), y de otra, {P} (en adelante, «la Consultora»).'],
    ['Entre {P}, en lo sucesivo el CONTRATISTA, y {C}, en lo sucesivo el CONTRATANTE.'],
  ],
  contacts: 'Contactos: {c} (sistemas@{cd}) y {p} (proyectos@{pd}).',
  tenant: 'Id. de inquilino de Microsoft 365: {T}',
  scope: ['Objeto', 'Trabajos realizados', 'Alcance', 'Descripción de los servicios'],
  work: {
    any: [
      [
        'En marzo se puso en marcha {X} para {N} empleados de las sedes de Logroño y Haro.',
        'Se impartieron ocho sesiones de formación a los usuarios.',
      ],
      ['{P} implantará {X} en las tres sedes y acompañará a los responsables durante las primeras semanas.'],
      [
        'Puesta en producción de {X}',
        'Capacitación de usuarios ({N} personas)',
        'Acompañamiento tras el arranque, 5 jornadas',
      ],
      [
        'Servicio gestionado de {X}: altas de usuarios, actualización de directivas e informe mensual de uso.',
      ],
    ],
    mail: [
      ['Trasladamos {N} buzones del antiguo proveedor a {X} en dos fines de semana.'],
      ['Migración de buzones a {X}', 'Recuperación de calendarios compartidos', 'Cambio de los registros MX'],
    ],
    collab: [
      ['Se construyó la estructura de sitios en {X} y se volcaron 1,2 TB del servidor de archivos.'],
      ['Normas de gobierno para {X}', 'Gestión del cambio con {N} compañeros'],
    ],
    devices: [
      ['Se inscribieron {N} portátiles en {X} y se les aplicaron las directivas acordadas.'],
      ['Despliegue de {X} en {N} equipos', 'Traspaso al centro de soporte'],
    ],
    business: [
      [
        'Los consultores parametrizaron {X}, cargaron los datos maestros y asistieron en las pruebas de usuario.',
      ],
      [
        'Análisis de procesos y parametrización de {X}',
        'Carga de clientes y artículos',
        'Asistencia al arranque',
      ],
    ],
  },
  definedWork: [
    ['La Consultora instala y configura {X} para el Cliente y forma a sus usuarios clave.'],
    ['El CONTRATISTA ha trasladado {N} cuentas del CONTRATANTE a {X} y ha entregado la documentación.'],
  ],
  rows: {
    head: ['N.º', 'Tarea', 'Producto', 'Días'],
    lines: [
      ['1', 'Preparación del inquilino', 'Microsoft 365', '3'],
      ['2', 'Despliegue para {N} usuarios', '{X}', '8'],
      ['3', 'Formación de formadores', '{X}', '2'],
    ],
  },
  presales: [
    [
      '{P} presentó {X} en un taller de dos días e hizo una demostración a la dirección.',
      'A raíz de ello {C} decidió la compra.',
    ],
    ['Prueba de concepto de {X} con 20 usuarios piloto', 'Asesoramiento de licencias y caso de negocio'],
  ],
  revenue: [
    [
      'Por recomendación de {P}, {C} eligió {X} junto con la solución sectorial MareaVino frente a otros dos productos.',
    ],
  ],
  plans: [
    ['En 2027 se estudiará la implantación de {X}, sujeta a presupuesto.'],
    ['Opcional, aún no contratado: puesta en marcha de {X}.'],
  ],
  vague: ['Soporte de {X}.', 'Ayuda general con {X} según necesidad.'],
  hollow: [
    ['Servicios de consultoría según lo acordado.', 'Se factura por horas.'],
    ['Consultoría informática, 12 jornadas a 620,00', 'Desplazamientos aparte.'],
  ],
  annexOnly: ['Los servicios son los que figuran en el Anexo II, disponible a petición.'],
  terms: [
    'Las facturas se abonarán a 60 días.',
    'Las partes se someten a los juzgados de Logroño.',
    'Las partes guardarán confidencialidad.',
  ],
  excluded: [
    '{X} queda fuera del alcance.',
    'No se incluye {X} en este encargo.',
    'Quedan excluidos los trabajos sobre {X}.',
    'No se contempla ninguna actuación en {X}.',
  ],
  excludedHeads: ['Fuera del alcance', 'Exclusiones', 'No se incluye:'],
  foreignWork: [
    ['{P} implanta Slack para {N} usuarios y forma a los jefes de equipo.'],
    ['Migración de {N} cuentas a Google Workspace', 'Formación del centro de soporte'],
    ['{P} sustituye la centralita y cablea la nueva nave.'],
  ],
  byOthers: [
    ['{X} fue implantado por {O} para {N} usuarios. {P} suministró 40 monitores.'],
    ['La puesta en marcha de {X} corre a cargo de {O}. {P} cede las salas de reuniones.'],
  ],
  onServers: [
    ['{P} actualiza {S} en el centro de datos propio y forma a dos administradores.'],
    ['Mantenimiento y copias de {S}', 'Revisión mensual de los servidores'],
  ],
  fromServers: [
    'Se retiró {S} y se migraron {N} usuarios a {X}.',
    'Migración de {S} a {X} para {N} usuarios',
  ],
  licenceLines: ['{N} licencias de {X}, compromiso anual', '{X} (por usuario y mes), cantidad {N}'],
  tickHeads: ['Productos objeto del encargo (marque lo que proceda)', 'Cargas de trabajo'],
  template: [
    'Entre [razón social del cliente] y [razón social del proveedor] se acuerda lo siguiente.',
    'Descripción de los servicios: ______________________',
    'Productos: <completar>',
    'En ______________, a ___ de ________ de 20__  Firma del cliente:',
  ],
  brochure: [
    'Descubra cómo el trabajo moderno hace crecer su empresa.',
    'Nuestro premiado equipo acompaña a organizaciones de cualquier tamaño.',
    '¡Reserve hoy su consulta gratuita!',
  ],
  unrelated: [
    'Acta de la junta de propietarios',
    'El administrador expone las cuentas de la calefacción.',
    'Se aprueba pintar el portal.',
  ],
  frame: [
    'Entidades adheridas: {C}; Cooperativa Olivarera San Lucero; Lácteos Montebravo, S.C.; Hermanos Zurita, C.B.',
    '{P} puede ser contratada por cualquiera de ellas. Los servicios de cada una constan en sus pedidos.',
  ],
  invoiceLines: ['Facturar a: {C}', 'Emisor: {P}', 'Total: 12.480,00 EUR', 'Transferencia a 30 días'],
  mail: {
    greeting: 'Hola, Nacho:',
    confirm: [
      'confirmamos que {P} terminó la semana pasada la implantación de {X} para nuestros {N} compañeros.',
      'La formación también gustó mucho.',
    ],
    close: 'Un saludo',
  },
  productNames: {
    'ba.sales': ['Dynamics 365 Ventas'],
    'ba.custsvc': ['Dynamics 365 Servicio al cliente'],
    'ba.finance': ['Dynamics 365 Finanzas'],
    'ba.scm': ['Dynamics 365 gestión de la cadena de suministro'],
    'ba.fieldservice': ['Dynamics 365 Servicio de campo'],
    'm365.purview.ip': ['protección de la información de Microsoft Purview'],
  },
}
