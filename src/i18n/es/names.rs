//! What things of the trade are called.

use crate::domain::case::{Kind, Method, Per, Schedule};
use crate::domain::channel::ChannelId;
use crate::domain::reference::value::{Confidence, ReferenceId};
use crate::domain::term::permit::Permit;
use crate::i18n::text::NamesText;

pub const NAMES: NamesText = NamesText {
    channel,
    channel_hint,
    kind,
    per,
    method,
    schedule,
    paper,
    source,
    confidence,
    months: [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
};

fn channel(channel: ChannelId) -> &'static str {
    match channel {
        ChannelId::Camp => "Comprador del campamento",
        ChannelId::LocalTrader => "Tienda formal de oro",
        ChannelId::Plant => "Planta de proceso",
        ChannelId::Cooperative => "Cooperativa que exporta",
        ChannelId::Fairtrade => "Exportación Fairtrade",
        ChannelId::Fairmined => "Exportación Fairmined",
        ChannelId::FairminedEcological => "Fairmined Ecológico",
        ChannelId::Jeweller => "Joyero",
        ChannelId::State => "Compra del Estado",
    }
}

fn channel_hint(channel: ChannelId) -> &'static str {
    match channel {
        ChannelId::Camp => "Paga hoy, en la mano.",
        ChannelId::LocalTrader => "Ensaya el oro y da factura.",
        ChannelId::Plant => "Compra mineral según su ley.",
        ChannelId::Cooperative => "Junta el oro de muchos y lo exporta.",
        ChannelId::Fairtrade => "Precio mínimo y prima para el fondo.",
        ChannelId::Fairmined => "Precio mínimo y prima más alta.",
        ChannelId::FairminedEcological => "Sin mercurio ni cianuro.",
        ChannelId::Jeweller => "Compra oro para su taller. Pregunte su precio.",
        ChannelId::State => "Hoy no existe: solo para imaginar.",
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Gold => "Oro",
        Kind::Amalgam => "Amalgama",
        Kind::Ore => "Mineral",
        Kind::Gravel => "Grava",
    }
}

fn per(per: Per) -> &'static str {
    match per {
        Per::Lot => "un lote",
        Per::Shift => "una jornada",
        Per::Day => "un día",
        Per::Campaign => "una campaña",
        Per::Month => "un mes",
    }
}

fn method(method: Method) -> &'static str {
    match method {
        Method::None => "No lo saco: lo vendo así",
        Method::Amalgamation => "Con mercurio (quimbalete)",
        Method::GravityTable => "Mesa gravimétrica",
        Method::Centrifuge => "Centrífuga",
        Method::Sluice => "Canaleta",
        Method::Cyanidation => "Cianuro en planta",
    }
}

fn schedule(schedule: Schedule) -> &'static str {
    match schedule {
        Schedule::Days => "Días al mes",
        Schedule::Rotation => "Turnos",
        Schedule::Cachorreo => "Cachorreo",
    }
}

fn paper(paper: Permit) -> &'static str {
    match paper {
        Permit::Ruc => "RUC y factura",
        Permit::Registry => "REINFO o formalización",
        Permit::Member => "Socia o socio de una organización",
        Permit::Fairtrade => "Certificado Fairtrade",
        Permit::Fairmined => "Certificado Fairmined",
        Permit::Ecological => "Certificado Fairmined Ecológico",
    }
}

fn source(reference: ReferenceId) -> &'static str {
    match reference {
        ReferenceId::GoldPrice => "Serie mensual del precio internacional del oro",
        ReferenceId::ExchangeRate => "Serie mensual del tipo de cambio bancario",
        ReferenceId::InformalPriceShare => "Bajo: Reuters, 31 mar 2020 (crisis). Usual: lectura de varias fuentes",
        ReferenceId::FormalLocalPriceShare => "USAID Oro Legal, Colombia (97.5); Cred Jewellery (99)",
        ReferenceId::BurntGoldFineness => "93: calculadora peruana ToolMAPE; bajo y alto sin fuente",
        ReferenceId::MeltLoss => "Página de un vendedor",
        ReferenceId::FairminedMinimum => "Entrevista a la Alianza por la Minería Responsable",
        ReferenceId::ExportMinimum => "responsiblemines.org: con menos, conviene juntar antes de exportar",
        ReferenceId::ExportDays => "FairAlloy, Colombia; el alto sin fuente",
        ReferenceId::AmalgamationRecovery => {
            "Veiga y otros 2013 (rara vez más de 30); Proyecto Prevenir 2021 (52); USAID Oro Legal (50 a 60)"
        }
        ReferenceId::GravityRecovery => {
            "UNMSM 2010 (17.8 en un relave); Proyecto Prevenir 2021 (69); el alto sin fuente"
        }
        ReferenceId::PlantRecovery | ReferenceId::PlantGradeFactor => "Práctica de liquidación de plantas peruanas",
        ReferenceId::PlantDeduction => "Práctica de liquidación; usual y alto sin fuente",
        ReferenceId::PlantMoistureFactor => "Práctica de liquidación (deducida)",
        ReferenceId::PlantUnpaidGrade => "Práctica de liquidación: lote «volado»",
        ReferenceId::PlantConsumption => "Práctica de liquidación; datos de prueba",
        ReferenceId::PlantFactor => "Práctica de liquidación: 1.1023 o 1.10231",
        ReferenceId::Maquila => "Tabla de un comprador, según la ley",
        ReferenceId::MercuryPrice => "Rumbo Minero (al por mayor); no da un alto",
        ReferenceId::MercuryPerGold => "planetGOLD Perú: 145 t de mercurio por 38.7 t de oro",
        ReferenceId::PriceFall => "Serie mensual del oro: 5,020 US$/oz en febrero de 2026, 4,228 en junio",
        ReferenceId::CertificationMonths => {
            "Entrevista a la Alianza por la Minería Responsable: de 6 a 24; el usual es el medio"
        }
        ReferenceId::CachorreoOwnerDays => "Prensa, 2010 a 2024",
        ReferenceId::MonthlyRate => {
            "Lista de una Caja: 40.92 % al año es 2.90 % al mes; bajo y alto (25 y 60 % al año) sin fuente"
        }
        ReferenceId::MinimumWage => "D.S. 006-2024-TR, vigente desde el 1 ene 2025",
        ReferenceId::LivingIncome => "Ingreso vital Anker, Perú rural, hogar de cinco: Global Living Wage Coalition",
        ReferenceId::InformalFloor => "planetGOLD Perú: «tan poco como el 70 por ciento»",
        ReferenceId::CopperRawPrice | ReferenceId::CopperMinimum => "Alianza por la Minería Responsable (Pachas)",
        ReferenceId::CopperPrice => "desdeadentro.pe, 20 jun 2025 (9,711)",
        ReferenceId::CopperConcentrate => "26: revistamineria.com.pe; lo demás sin fuente",
        ReferenceId::CopperTreatment | ReferenceId::CopperRefining => "Términos de referencia (SMM; Reuters)",
        ReferenceId::MarkTolerance => "Ley de EE. UU., 15 U.S.C. 295: 3, con su soldadura 7; la del Perú no se buscó",
        ReferenceId::FieldFinenessError => "Artisanal Gold Council, «Calculating Karats»: hasta 10 o 15",
        ReferenceId::GoldDensity => "19.3: tabla de elementos; 19.32: Xetra-Gold",
        ReferenceId::SilverDensity | ReferenceId::CopperDensity => "Tabla de elementos",
        ReferenceId::WaterDensity => "Tabla del agua: a 35, 20 y 4 °C",
        ReferenceId::JewelryAlloy => "18 quilates son 750 milésimas",
        other => other.value().source,
    }
}

fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Definition => "por definición",
        Confidence::High => "alta",
        Confidence::Medium => "media",
        Confidence::Low => "baja",
        Confidence::Unsourced => "ninguna",
    }
}
