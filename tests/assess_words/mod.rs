//! What the tests of both interviews share: the words as they stand in `content/`, answers written short.

pub mod cases;
pub mod profiles;

use std::path::Path;

use waymark::content;
use waymark::domain::interview::{Kind, Question, next_open};
use waymark::domain::{Answer, Answers, Words};

/// The words as the build reads them.
pub fn words() -> &'static Words {
    content::load(Path::new(env!("CARGO_MANIFEST_DIR")), "en").unwrap()
}

/// `"conduct=shouted+threat stake=saw"` as answers; `question=` is a question skipped on purpose.
pub fn answers(short: &str) -> Answers {
    let mut answers = Answers::default();
    for pair in short.split_whitespace() {
        let (question, keys) = pair.split_once('=').unwrap();
        let keys = keys
            .split('+')
            .filter(|key| !key.is_empty())
            .map(str::to_owned)
            .collect();
        answers.set(question, Answer::Chosen(keys));
    }
    answers
}

/// Random numbers that are the same on every run (xorshift).
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap()
    }

    /// An answer that this question can have: options, several options, skipped, a few words.
    pub fn answer(&mut self, question: &Question) -> Answer {
        match question.kind {
            Kind::Text => Answer::Text("since the spring meeting".to_owned()),
            Kind::One(options) => {
                let at = self.roll(options.len() + 1);
                Answer::Chosen(options.get(at).map(|&key| key.to_owned()).into_iter().collect())
            }
            Kind::Many(options) => {
                let keep = options.iter().filter(|_| self.roll(4) == 0);
                Answer::Chosen(keep.map(|&key| key.to_owned()).collect())
            }
        }
    }
}

/// Walks an interview as a person does: answers what is asked, with the profile's answer or "unknown".
pub fn walk<'q>(questions: &'q [Question], profile: &Answers) -> Vec<&'q Question> {
    let mut given = Answers::default();
    let mut met = Vec::new();
    while let Some(question) = next_open(questions, &given) {
        met.push(question);
        let answer = profile
            .get(question.id)
            .cloned()
            .unwrap_or_else(|| match question.kind {
                Kind::Text => Answer::Text(String::new()),
                _ => Answer::Chosen(vec!["unknown".to_owned()]),
            });
        given.set(question.id, answer);
        assert!(met.len() <= questions.len(), "the interview never ends");
    }
    met
}

/// Random answers to an interview, some questions left out.
pub fn random(questions: &[Question], dice: &mut Dice) -> Answers {
    let mut given = Answers::default();
    for question in questions {
        if dice.roll(8) > 0 {
            given.set(question.id, dice.answer(question));
        }
    }
    given
}
