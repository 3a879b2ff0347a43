//! The shapes in which survey tools export.

use super::*;

/// The same two respondents in every shape.
const SAID: [&str; 2] = [
    "r1 enterprise: import-sales-data 5/1, log-a-call 4/-",
    "r2 small-team: import-sales-data 3/5, log-a-call 1/2",
];

/// A shape, and the file that has it.
const SHAPES: [(&str, &str); 13] = [
    (
        "codes",
        "respondent,segment,imp_import-sales-data,sat_import-sales-data,imp_log-a-call,sat_log-a-call\n\
         r1,Enterprise,5,1,4,\n\
         r2,Small team,3,5,1,2\n",
    ),
    (
        "codes behind the id, and a semicolon",
        "id;Customer segment;import-sales-data-importance;import-sales-data-satisfaction;log-a-call-imp;log-a-call-sat\n\
         r1;enterprise;5;1;4;N/A\n\
         r2;Small team;3;5;1;2\n",
    ),
    (
        "Google Forms",
        "Timestamp,Username,Which describes you best?,How important is it? [Bring our sales data over],How important is it? [Log a call],How satisfied are you? [Bring our sales data over],How satisfied are you? [Log a call]\n\
         1/1/2026,a@example.com,Enterprise,Extremely important,Very important,Not at all satisfied,\n\
         1/2/2026,b@example.com,Small team,Moderately important,Not at all important,Extremely satisfied,Slightly satisfied\n",
    ),
    (
        "Typeform",
        "#,Which describes you best?,How important is it to you to: *Bring our sales data over*?,How satisfied are you with: *Bring our sales data over*?,How important is it to you to: <b>Log&nbsp;a call</b>?,How satisfied are you with: <b>Log a call</b>?,Response Type,Start Date (UTC),Network ID,Tags\n\
         r1,Enterprise,5,1,4,,completed,2026-10-01,aa,\n\
         r2,Small team,3,5,1,2,completed,2026-10-01,ab,\n\
         r3,Small team,3,5,1,2,partial,2026-10-01,ac,\n",
    ),
    (
        "Qualtrics",
        "StartDate,Status,IPAddress,Finished,ResponseId,Q1,Q2_1,Q2_2,Q3_1,Q3_2\n\
         Start Date,Response Type,IP Address,Finished,Response ID,Segment,How important? - Bring our sales data over,How important? - Log a call,How satisfied? - Bring our sales data over,How satisfied? - Log a call\n\
         \"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"status\"\"}\",\"{\"\"ImportId\"\":\"\"ip\"\"}\",\"{\"\"ImportId\"\":\"\"finished\"\"}\",\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2\"\"}\",\"{\"\"ImportId\"\":\"\"QID3\"\"}\",\"{\"\"ImportId\"\":\"\"QID4\"\"}\",\"{\"\"ImportId\"\":\"\"QID5\"\"}\"\n\
         2026-10-01,0,192.0.2.1,1,R1,Enterprise,5,4,1,-99\n\
         2026-10-01,0,192.0.2.2,1,R2,Small team,3,1,5,2\n\
         2026-10-01,1,192.0.2.3,1,R3,Small team,3,1,5,2\n\
         2026-10-01,0,192.0.2.4,0,R4,Small team,3,1,5,2\n",
    ),
    (
        "SurveyMonkey",
        "Respondent ID,Collector ID,Date Created,IP Address,Email Address,Which segment are you in?,How important is it to you to …,,How satisfied are you with how you …,\n\
         ,,,,,Response,Bring our sales data over,Log a call,Bring our sales data over,Log a call\n\
         R1,77,10/01/2026,192.0.2.1,a@example.com,Enterprise,Extremely important,Very important,Very dissatisfied,\n\
         R2,77,10/01/2026,192.0.2.2,b@example.com,Small team,Somewhat important,Not at all important,Very satisfied,Dissatisfied\n",
    ),
    (
        "Microsoft Forms",
        "ID,Start time,Completion time,Email,Name,Segment,How important are these?.Bring our sales data over,How important are these?.Log a call,How satisfied are you?.Bring our sales data over,How satisfied are you?.Log a call\n\
         1,10/1/26,10/1/26,anonymous,,Enterprise,5,4,1,\n\
         2,10/1/26,10/1/26,anonymous,,Small team,3,1,5,2\n",
    ),
    (
        "LimeSurvey, codes of questions and answers",
        "id,submitdate,lastpage,startlanguage,seed,segment,imp[import-sales-data],imp[log-a-call],sat[import-sales-data],sat[log-a-call]\n\
         1,1980-01-01 00:00:00,3,en,12,Enterprise,A5,A4,A1,\n\
         2,1980-01-01 00:00:00,3,en,13,Small team,A3,A1,A5,A2\n\
         3,,1,en,14,Small team,A3,A1,,\n",
    ),
    (
        "LimeSurvey, questions in full",
        "\"Response ID\",\"Date submitted\",\"Last page\",\"Seed\",\"Segment\",\"How important is it to you? [Bring our sales data over]\",\"How important is it to you? [Log a call]\",\"How satisfied are you? [Bring our sales data over]\",\"How satisfied are you? [Log a call]\"\n\
         1,2026-10-01,3,12,Enterprise,5,4,1,No answer\n\
         2,2026-10-01,3,12,Small team,3,1,5,2\n\
         3,,3,12,Small team,3,1,5,2\n",
    ),
    (
        "a row for each job, by id and by name",
        "respondent,segment,job,importance,satisfaction\n\
         r1,Enterprise,import-sales-data,5,1\n\
         r2,Small team,Log a call,1,2\n\
         r1,,log-a-call,4,-\n\
         r2,Small team,Bring our sales data over,3,5\n",
    ),
    (
        "tabs, Excel's first line, a title above the head",
        "sep=\t\nOctober survey\t\t\t\t\t\nrespondent\tsegment\timp_import-sales-data\tsat_import-sales-data\timp_log-a-call\tsat_log-a-call\n\
         r1\tEnterprise\t5\t1\t4\t\n\
         r2\tSmall team\t3\t5\t1\t2\n",
    ),
    (
        "line ends in quotes, decimals of a spreadsheet, a longer text around the name",
        "respondent,segment,\"How important is\nit that you\n\"\"bring our sales data over\"\" in a day?\",\"How happy are you when you bring our sales data over?\",\"Importance\nLog a call\",\"Satisfaction\nLog a call\"\r\n\
         r1,Enterprise,5.0,1.0,4.0,\r\n\
         r2,Small team,3.0,5.0,1.0,2.0\r\n",
    ),
    (
        "Wie wichtig, wie zufrieden",
        "Teilnehmer;Kundengruppe;Wie wichtig ist Ihnen: Bring our sales data over;Wie zufrieden sind Sie: Bring our sales data over;Wie wichtig ist Ihnen: Log a call;Wie zufrieden sind Sie: Log a call\n\
         r1;Enterprise;sehr wichtig;sehr unzufrieden;eher wichtig;keine Angabe\n\
         r2;Small team;teils/teils;sehr zufrieden;sehr unwichtig;eher unzufrieden\n",
    ),
];

/// What a shape comes to. Where the tool counts its respondents, the number stays.
fn expected(shape: &str) -> Vec<String> {
    let counts = ["Microsoft Forms", "LimeSurvey"];
    let is_counted = counts.iter().any(|tool| shape.starts_with(tool));
    let said = SAID.map(|line| {
        let counted = line.strip_prefix('r').filter(|_| is_counted);
        counted.unwrap_or(line).to_owned()
    });
    said.to_vec()
}

#[test]
fn each_shape_has_the_same_answers() {
    for (shape, text) in SHAPES {
        let (told, report) = imported(text);
        assert_eq!(told, expected(shape), "{shape}: {report:?}");
        let accounted = report.imported + report.skipped.len();
        assert_eq!(accounted, report.rows, "{shape}");
        assert_eq!(report.unmatched, [], "{shape}");
        assert_eq!(report.segments, ["Small team"], "{shape}");
        let tells_codes = report
            .warnings
            .iter()
            .any(|told| told.contains("such as A5"));
        assert_eq!(tells_codes, text.contains("A5"), "{shape}");
    }
}

#[test]
fn each_shape_reads_the_same_in_each_encoding() {
    for (shape, text) in SHAPES {
        let utf16 =
            |unit: fn(u16) -> [u8; 2]| -> Vec<u8> { text.encode_utf16().flat_map(unit).collect() };
        let western: Option<Vec<u8>> = text
            .chars()
            .map(|letter| match letter {
                '…' => Some(0x85),
                letter => u8::try_from(u32::from(letter)).ok(),
            })
            .collect();
        for bytes in [
            ["\u{feff}", text].concat().into_bytes(),
            utf16(u16::to_le_bytes),
            utf16(u16::to_be_bytes),
            [&[0xff, 0xfe], &utf16(u16::to_le_bytes)[..]].concat(),
            [&[0xfe, 0xff], &utf16(u16::to_be_bytes)[..]].concat(),
            text.replace('\n', "\r\n").into_bytes(),
            western.expect("Western letters"),
        ] {
            let plan = planned(&bytes).expect("it can be imported");
            assert_eq!(told(study_of(&plan)), expected(shape), "{shape}");
        }
    }
}
