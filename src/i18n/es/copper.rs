//! Copper, raw or as concentrate.

use crate::i18n::message::Message;
use crate::i18n::text::CopperText;

pub const COPPER: CopperText = CopperText {
    title: "Cobre: crudo o concentrado",
    lead: "Compare las dos maneras de vender el mismo mineral.",
    channels: ["Mineral crudo", "Concentrado"],
    both: "crudo y concentrado",
    ore: "El mineral",
    groups: ["Vender crudo", "La planta", "Lo que pagan por el concentrado"],
    no_assay: "*No se puede decir sin un ensaye.*",
    raw_leaves: Message::new("Crudo, le deja *{0}* {1}."),
    a_tonne: Message::new("Son {0} más por tonelada."),
    key: Message::new("El concentrado se abre con *{0} t* más. Faltan vecinos que traigan lo mismo: *{1}*."),
    weigh: "Tal vez ya alcance: pese un envase.",
    months: Message::new("O meses de juntar su mineral: *{0}*. Esa espera ya está contada."),
    feed: "La ley del mineral debe ser menor que la del concentrado.",
    tail: "La ley del relave debe ser menor que la del mineral.",
    turn: "¿Desde qué ley conviene?",
    turns: Message::new("*{0}* conviene desde *{1}* de cobre."),
    always: Message::new("Con cualquier ley deja más: *{0}*."),
    made: Message::new("Salen *{0} t* de concentrado seco, con {1} % del cobre. Le pagan como cobre {2} % de su peso."),
    by: "Precio crudo, fletes y alquiler van por tonelada húmeda.",
    gold: Message::new("Por su oro, *{0}* deja {3} *{1}* {2}. Es el mismo mineral: no se vende dos veces."),
    more: "más:",
    share: Message::new("Es *{0}* de lo que vale su metal."),
    freight: Message::new("Ya sin flete, {0}: dato sin fuente."),
    guess: "El precio crudo es de referencia. Pregunte el de su ley.",
    above: "Crudo, pagan más de lo que vale su metal. Revise la ley o el precio.",
    together: Message::new("Con *{0} t* juntas, *{1}* le deja *{2} más* {3}."),
    between: Message::new("Según lo que no es seguro, de {0} a {1}."),
};
