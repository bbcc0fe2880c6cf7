//! Which of the hub's languages a text is written in.

use firstline_domain::lang::Lang;

use super::words::{Kind, Words};

/// Short words and beginnings that one language has and the others have not, folded.
const TURKISH: [&str; 62] = [
    "bir",
    "bu",
    "ve",
    "icin",
    "nasil",
    "degil",
    "mi",
    "mu",
    "ile",
    "olarak",
    "bizim",
    "musteri",
    "musterimiz",
    "neden",
    "hata",
    "fatura",
    "abonelik",
    "urun",
    "sonra",
    "kadar",
    "gibi",
    "daha",
    "var",
    "yok",
    "ama",
    "lutfen",
    "tesekkurler",
    "merhaba",
    "bunu",
    "hala",
    "zaman",
    "nerede",
    "kim",
    "hangi",
    "cok",
    "once",
    "gore",
    "oldugu",
    "olan",
    "iyi",
    "gun",
    "gunler",
    "ya",
    "da",
    "de",
    "ki",
    "mu",
    "ne",
    "bize",
    "beni",
    "bana",
    "biz",
    "siz",
    "sizin",
    "artik",
    "simdi",
    "yeni",
    "iki",
    "geldi",
    "oldu",
    "kac",
    "acaba",
];
const SPANISH: [&str; 66] = [
    "el", "la", "los", "las", "de", "que", "y", "en", "un", "una", "por", "para", "con", "como", "no", "se",
    "nos", "es", "esta", "del", "al", "lo", "mi", "su", "pero", "hola", "gracias", "cliente", "factura",
    "licencia", "donde", "cuando", "porque", "hemos", "tengo", "tenemos", "puedo", "podemos", "hay", "ya",
    "desde", "sin", "muy", "si", "me", "le", "les", "esto", "este", "ni", "quien", "cual", "sigue", "somos",
    "hace", "buenos", "buenas", "quiero", "queremos", "sale", "error", "ahora", "mas", "o", "dias", "pago",
];
const ENGLISH: [&str; 70] = [
    "the", "is", "are", "to", "and", "of", "in", "for", "we", "our", "you", "your", "it", "this", "that",
    "with", "on", "not", "can", "do", "does", "how", "what", "why", "when", "where", "who", "have", "has",
    "be", "was", "from", "my", "an", "but", "or", "if", "there", "any", "please", "after", "get", "still",
    "they", "will", "been", "i", "at", "by", "as", "all", "new", "so", "would", "should", "us", "help",
    "need", "want", "cannot", "can", "t", "s", "which", "out", "about", "up", "keep", "hi", "hello",
];
/// Letters that only one of them writes.
const TURKISH_LETTERS: &str = "ığşİĞŞ";
const SPANISH_LETTERS: &str = "ñáéíóú¿¡";
/// Endings that tell Turkish where no short word does.
const TURKISH_ENDINGS: [&str; 25] = [
    "yor", "iyor", "uyor", "miz", "niz", "lar", "ler", "dir", "mis", "mus", "yoruz", "sunuz", "medi", "madi",
    "miyor", "lari", "leri", "icin", "daki", "deki", "taki", "teki", "siyle", "siniz", "ebilir",
];
const SPANISH_ENDINGS: [&str; 10] = [
    "cion", "ciones", "amos", "emos", "ado", "ados", "dad", "mente", "aron", "ando",
];

/// The language a text is most likely in; English where nothing tells.
pub(super) fn language(text: &str, words: &Words) -> Lang {
    let hangul = words.all.iter().filter(|word| word.hangul).count();
    // A Korean question is full of Latin product words; two words in its own script are no accident.
    if hangul >= 2 || hangul * 3 > words.all.len() {
        return Lang::Ko;
    }
    let (mut turkish, mut spanish, mut english) = (0.0_f32, 0.0_f32, 0.0_f32);
    for word in words.all.iter().filter(|word| word.kind == Kind::Word) {
        let folded = words.text(word);
        let ends =
            |endings: &[&str]| folded.len() >= 5 && endings.iter().any(|ending| folded.ends_with(ending));
        turkish += f32::from(u8::from(TURKISH.contains(&folded)))
            + 0.6 * f32::from(u8::from(ends(&TURKISH_ENDINGS)));
        spanish += f32::from(u8::from(SPANISH.contains(&folded)))
            + 0.6 * f32::from(u8::from(ends(&SPANISH_ENDINGS)));
        english += f32::from(u8::from(ENGLISH.contains(&folded)));
        let written = &text[word.span.clone()];
        turkish += f32::from(u8::from(written.contains(|c| TURKISH_LETTERS.contains(c))));
        turkish += 0.5 * f32::from(u8::from(written.contains(['ö', 'ü', 'ç'])));
        spanish += f32::from(u8::from(written.contains(|c| SPANISH_LETTERS.contains(c))));
    }
    if text.contains(['¿', '¡']) {
        spanish += 1.0;
    }
    if turkish > spanish && turkish > english {
        Lang::Tr
    } else if spanish > english {
        Lang::Es
    } else {
        Lang::En
    }
}
