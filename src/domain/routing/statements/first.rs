//! Statements about the first steps (clause 1).

use super::{Basis, Clause, OpenPoint, Said, Statement};

super::statements! {
    UNDERSTAND_MOTIVE "route.understand-motive" says [Clause::C1_1];
    UNDERSTAND_REASONS "route.understand-reasons" ours;
    SAY_ALLEGED "route.say-alleged" ours;
    UNDERSTAND_NOTE "route.understand-note" ours;
    UNDERSTAND_TECHNICAL "route.understand-technical" ours;
    UNDERSTAND_COPYRIGHT "route.understand-copyright" silent OpenPoint::CopyrightChannel;
    UNDERSTAND_NO_MATCH "route.understand-no-match" silent OpenPoint::NotExhaustive;
    UNDERSTAND_FAILS "route.understand-fails" ours;
    APPROACH "route.approach" says [Clause::C1_2];
    APPROACH_AGREE "route.approach-agree" says [Clause::C1_4, Clause::C1_6];
    APPROACH_HEARD "route.approach-heard" says [Clause::Intro];
    APPROACH_NO_COPIES "route.approach-no-copies" silent OpenPoint::Records;
    SPEAK_PREPARE "route.speak-prepare" ours;
    SPEAK_STOP "route.speak-stop" ours;
    SPEAK_NOTE "route.speak-note" ours;
    WRITE_KEEP "route.write-keep" says [Clause::C1_2];
    WRITE_REST "route.write-rest" ours;
    APPROACH_LEADS "route.approach-leads" says [Clause::C1_4];
    APPROACH_LEADS_RECORD "route.approach-leads-record" says [Clause::C1_7];
    APPROACH_FAILS_HELP "route.approach-fails-help" says [Clause::C1_5];
    APPROACH_FAILS_INFORMAL "route.approach-fails-informal" says [Clause::C2_1];
    APPROACH_FAILS_ORDER "route.approach-fails-informal" says [Clause::Intro];
    BREAK_WHY "route.break-why" says [Clause::C1_3];
    BREAK_FIRST "route.break-first" silent OpenPoint::MeetingOrBreak;
    BREAK_PAUSE "route.break-pause" ours;
    MEETING_ONE_SENTENCE "route.meeting-one-sentence" ours;
    MEETING_LEADS "route.meeting-leads" ours;
    HELP_WHY "route.help-why" says [Clause::C1_5];
    HELP_NOBODY_MUST "route.help-nobody-must" ours;
    HELP_COUNTS "route.help-counts" elsewhere OpenPoint::GraveCases;
    HELP_PREPARE "route.help-prepare" ours;
    HELP_TELL_LITTLE "route.help-tell-little" says [Clause::C4_2_1];
    HELP_LEADS "route.help-leads" says [Clause::C1_5];
    HELP_FAILS "route.help-fails" ours;
    CONFIRM_WHY "route.confirm-why" says [Clause::C1_8];
    CONFIRM_COPIES "route.confirm-copies" says [Clause::C1_8];
    CONFIRM_TELL "route.confirm-tell" ours;
    CONFIRM_WORTH "route.confirm-worth" elsewhere OpenPoint::SettledAgain;
    CONFIRM_PREPARE "route.confirm-prepare" ours;
    CONFIRM_FAILS "route.confirm-fails" ours;
    RECORDS_WAIVED "route.records-waived" says [Clause::C1_7];
    RECORDS_ALL "route.records-all" says [Clause::C4_1_1];
    RECORDS_TPM "route.records-tpm" says [Clause::C4_1_4];
    RECORDS_TPM_CONCERNED "route.records-tpm-concerned" silent OpenPoint::TpmConcerned;
    RECORDS_CHOOSE "route.records-choose" silent OpenPoint::Records;
    RECORDS_OWN "route.records-own" ours;
    RECORDS_LEADS "route.records-leads" ours;
    AGAIN_OPEN "route.again-open" elsewhere OpenPoint::SettledAgain;
}
