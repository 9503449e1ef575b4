# SPDX-License-Identifier: MIT
"""More synthetic patients of the demonstration: those under treatment, none due before tomorrow.

Their names say that they are invented: 演示 demonstration, 样例 sample case, 演练 drill, 示范
showing how, 样品 specimen, Voorbeeld, Esempio, Przykład.
"""

from datetime import date

from tools.demo_person import (
    ALIVE,
    CHANGED_LABORATORY,
    INFECTION,
    JOURNEY,
    LATIN_LABORATORY,
    NO_ALLERGY,
    Event,
    Followed,
    Late,
    Person,
)


def _scan(day: str, conclusion: str, findings: str) -> tuple[str, dict[str, str]]:
    study = {"date": day, "modality": "CT", "findings": findings, "conclusion": conclusion}
    return "imaging_study", study


RUNNING = (
    # Five years of treatment; the laboratory changed its range on an unknown day in between
    Person(
        mrn="SYN-0021",
        name="刘演示",
        name_latin="Liu Yanshi",
        sex="female",
        born="1965-06-18",
        background=ALIVE | NO_ALLERGY | {"smoking": "no", "hepatitis_b": "no"},
        height=156,
        weight=(51.0, 54.6),
        ecog=0,
        site=("cervix", "C53.9"),
        histology=("squamous cell carcinoma", "8070/3"),
        stage=("FIGO 2018", "IVB", "c"),
        drug="toripalimab",
        dose="240 mg",
        line=2,
        plan={1: 21, 41: 42},
        given=63,
        last=date(2024, 10, 22),
        late={12: INFECTION, 27: JOURNEY},
        series={
            "SCC": {1: 18.4, 5: 4.1, 9: 1.4, 30: 1.2, 63: 1.3},
            "ALT": {1: 17, 30: 22, 63: 18},
            "TSH": {1: 2.1, 12: 8.4, 20: 3.6, 63: 2.9},
        },
        extra=((date(2022, 3, 15), "SCC", "1.9"),),
        scans=("disease", "response", "response", *["no-evidence"] * 5),
        events=(
            Event(
                term="Hypothyroidism",
                grade=2,
                onset="2020-08",
                outcome="ongoing",
                irae="yes",
                action="dose not changed",
                treatment="levothyroxine 75 mcg per day",
            ),
            Event(term="Rash maculo-papular", grade=1, onset="2020-02", end="2020-03-24"),
        ),
        laboratory=CHANGED_LABORATORY,
        others=(
            ("disease_status", {"date": "2020-06", "disease": "PR", "basis": "imaging"}),
            ("disease_status", {"date": "2020-12-22", "disease": "NED", "basis": "imaging"}),
            *(
                _scan(day, "no-evidence", "no residual tumour seen")
                for day in ("2021-12-21", "2022-12-20", "2023-12-19", "2024-09-10")
            ),
        ),
    ),
    # Two immunotherapies together, then one of them alone
    Person(
        mrn="SYN-0033",
        name="Jan Voorbeeld",
        sex="male",
        born="1955-10-09",
        background=ALIVE | NO_ALLERGY | {"smoking": "15 pack-years, stopped 1998"},
        height=181,
        weight=(84.0, 86.1),
        ecog=0,
        site=("kidney", "C64.9"),
        histology=("renal cell carcinoma", "8312/3"),
        stage=("TNM 8", "IV", "c"),
        diagnosed=date(2021, 2, 9),
        drug="nivolumab",
        dose="480 mg",
        line=1,
        plan={1: 28},
        given=46,
        last=date(2024, 11, 12),
        late={20: JOURNEY},
        series={"ALT": {1: 31, 20: 24, 46: 22}, "TSH": {1: 0.3, 4: 3.8, 46: 3.1}},
        scans=("response", "response", "stable", "stable", "stable"),
        events=(
            Event(
                term="Adrenal insufficiency",
                grade=2,
                onset="2021-08",
                outcome="ongoing",
                irae="yes",
                action="dose not changed",
                treatment="hydrocortisone 20 mg per day",
            ),
        ),
        laboratory=LATIN_LABORATORY,
        others=(
            (
                "course",
                {
                    "regimen": "nivolumab + ipilimumab",
                    "therapy": "immunotherapy",
                    "line": "1",
                    "intent": "recurrent",
                    "start": "2021-03-02",
                    "stop": "2021-05-04",
                    "stop_reason": "four doses planned and given",
                    "ledger_complete": "yes",
                },
            ),
            ("course_drug", {"drug": "nivolumab", "dose": "3 mg/kg", "route": "intravenous"}),
            ("course_drug", {"drug": "ipilimumab", "dose": "1 mg/kg", "route": "intravenous"}),
            ("plan_segment", {"from_cycle": "1", "interval_days": "21"}),
            *(
                ("dose_event", {"action": "given", "date": day})
                for day in ("2021-03-02", "2021-03-23", "2021-04-13", "2021-05-04")
            ),
            ("disease_status", {"date": "2021-07-20", "disease": "PR", "basis": "imaging"}),
            _scan("2023-06-06", "stable", "no relevant change, no new lesion"),
            _scan("2024-08-20", "stable", "no relevant change, no new lesion"),
        ),
    ),
    # Two drugs on one day
    Person(
        mrn="SYN-0128",
        name="吴样例",
        name_latin="Wu Yangli",
        sex="male",
        born="1969-01-23",
        background=ALIVE | NO_ALLERGY | {"hepatitis_b": "yes", "past_history": "hypertension"},
        height=172,
        weight=(70.4, 69.8),
        ecog=1,
        site=("liver", "C22.0"),
        histology=("hepatocellular carcinoma", "8170/3"),
        stage=("TNM 8", "IVB", "c"),
        drug="sintilimab",
        dose="200 mg",
        partners=(("bevacizumab", "15 mg/kg"),),
        line=1,
        plan={1: 21},
        given=6,
        last=date(2024, 11, 7),
        series={"ALT": {1: 44, 6: 38}, "TSH": {1: 1.6, 6: 1.9}},
        scans=("disease", "stable"),
        events=(
            Event(
                term="Hypertension",
                grade=2,
                onset="2024-09",
                outcome="ongoing",
                treatment="amlodipine 5 mg per day",
            ),
            Event(term="Proteinuria", grade=1, onset="2024-10-17", outcome="ongoing"),
        ),
        others=(("disease_status", {"date": "2024-09-19", "disease": "stable"}),),
    ),
    # Progressed on imaging and treated beyond it
    Person(
        mrn="SYN-0145",
        name="吕演练",
        name_latin="Lü Yanlian",
        sex="female",
        born="1971-04-30",
        background=ALIVE | NO_ALLERGY | {"smoking": "no"},
        height=161,
        weight=(58.9, 57.7),
        ecog=1,
        site=("cervix", "C53.9"),
        histology=("adenocarcinoma", "8140/3"),
        stage=("FIGO 2018", "IVB", "c"),
        drug="cadonilimab",
        dose="6 mg/kg",
        line=2,
        plan={1: 14},
        given=19,
        last=date(2024, 11, 19),
        series={
            "CEA": {1: 14.8, 5: 11.0, 9: 21.5, 13: 16.2, 19: 9.7},
            "ALT": {1: 19, 19: 23},
            "TSH": {1: 2.2, 19: 2.6},
        },
        scans=("disease", "stable", "progression", "stable", "response"),
        lesions=(
            Followed(
                label="T1",
                organ="lymph node",
                site="supraclavicular",
                side="left",
                node="yes",
                sizes=("18", "17", "21", "18", "12"),
            ),
            Followed(label="T2", organ="cervix", sizes=("34", "33", "41", "36", "22")),
            Followed(label="NT1", organ="peritoneum", role="non-target", sizes=("present",) * 5),
            Followed(
                label="N1", organ="liver", role="new", sizes=("", "", "12", "absent", "absent")
            ),
        ),
        events=(Event(term="Anemia", grade=1, onset="2024-06", outcome="ongoing"),),
        others=(
            ("disease_status", {"date": "2024-07-09", "disease": "progressive"}),
            (
                "response_assessment",
                {"date": "2024-07-09", "criteria": "iRECIST", "decided": "iUPD"},
            ),
            (
                "decision",
                {
                    "date": "2024-07-16",
                    "what": "treatment beyond progression",
                    "answer": "accepted",
                    "proposed_by": "tumour board",
                    "decided_by": "patient",
                    "why": "feels well, ECOG unchanged; scan again in 8 weeks",
                },
            ),
            ("disease_status", {"date": "2024-09-10", "disease": "stable", "basis": "imaging"}),
            (
                "response_assessment",
                {"date": "2024-09-10", "criteria": "iRECIST", "decided": "iSD"},
            ),
        ),
    ),
    # Held for four weeks, resumed by the oncologist
    Person(
        mrn="SYN-0156",
        name="单示范",
        name_latin="Shan Shifan",
        sex="male",
        born="1962-08-11",
        background=ALIVE | NO_ALLERGY | {"smoking": "30 pack-years"},
        height=169,
        weight=(61.2, 63.0),
        ecog=1,
        site=("oesophagus", "C15.9"),
        histology=("squamous cell carcinoma", "8070/3"),
        stage=("TNM 8", "IVB", "c"),
        drug="camrelizumab",
        dose="200 mg",
        line=1,
        plan={1: 21},
        given=15,
        last=date(2024, 11, 14),
        late={6: Late(days=28, reason="toxicity", words="pneumonitis G2", held=True)},
        series={"SCC": {1: 7.2, 4: 3.0, 15: 1.9}, "ALT": {1: 25, 15: 27}, "TSH": {1: 1.5, 15: 2.0}},
        scans=("disease", "response", "response", "stable", "stable"),
        events=(
            Event(
                term="Pneumonitis",
                grade=2,
                onset="2024-04-08",
                end="2024-05-06",
                irae="yes",
                action="dose held",
                treatment="prednisone 1 mg/kg per day, tapered",
            ),
        ),
        others=(("disease_status", {"date": "2024-02-22", "disease": "PR", "basis": "imaging"}),),
    ),
    # Four doses every three weeks, then twice the dose every six
    Person(
        mrn="SYN-0163",
        name="Maria Esempio",
        sex="female",
        born="1958-12-05",
        background=ALIVE
        | {"allergy_status": "present", "allergies": "iodinated contrast medium (hives)"},
        height=164,
        weight=(71.8, 73.5),
        ecog=0,
        site=("endometrium", "C54.1"),
        histology=("endometrioid carcinoma", "8380/3"),
        stage=("FIGO 2009", "IVB", "c"),
        drug="dostarlimab",
        dose="1000 mg",
        doses={1: "500 mg", 5: "1000 mg"},
        line=2,
        plan={1: 21, 5: 42},
        given=10,
        last=date(2024, 11, 11),
        series={"CEA": {1: 6.4, 10: 2.2}, "ALT": {1: 18, 10: 20}, "TSH": {1: 2.7, 10: 2.4}},
        scans=("disease", "response", "response", "no-evidence"),
        events=(Event(term="Fatigue", grade=1, onset="2024-03", outcome="ongoing"),),
        laboratory=LATIN_LABORATORY,
        others=(
            ("biomarker", {"test": "MMR", "value": "deficient", "assay": "IHC", "date": "2023-12"}),
            ("disease_status", {"date": "2024-07-22", "disease": "CR", "basis": "imaging"}),
        ),
    ),
    # Due tomorrow; whether she is pregnant is an open question
    Person(
        mrn="SYN-0204",
        name="高样品",
        name_latin="Gao Yangpin",
        sex="female",
        born="1990-05-06",
        background=ALIVE | NO_ALLERGY | {"obstetric_history": "G1 P1"},
        height=163,
        weight=(53.6, 54.0),
        ecog=0,
        site=("nasopharynx", "C11.9"),
        histology=("squamous cell carcinoma, nonkeratinizing", "8072/3"),
        stage=("TNM 8", "IVB", "c"),
        drug="toripalimab",
        dose="240 mg",
        line=1,
        plan={1: 21},
        given=3,
        last=date(2024, 11, 6),
        series={"ALT": {1: 14, 3: 16}, "TSH": {1: 1.7, 3: 1.8}},
        scans=("disease",),
        events=(Event(term="Nausea", grade=1, onset="2024-10-17", end="2024-10-21"),),
        visits=(
            {
                "date": "2024-11-25",
                "contact": "phone",
                "complaint": "period 12 days late; pregnancy test asked for, no result yet",
            },
        ),
        others=(
            (
                "user_reminder",
                {"what": "result of the pregnancy test before the dose", "due": "2024-11-27"},
            ),
        ),
    ),
    # Much is missing: birth, sex, stage, weight, allergies were never recorded
    Person(
        mrn="SYN-0246",
        name_latin="Piotr Przykład",
        background=ALIVE,
        site=("bladder", "C67.9"),
        histology=("urothelial carcinoma", "8120/3"),
        drug="tislelizumab",
        dose="200 mg",
        plan={1: 21},
        given=1,
        last=date(2024, 11, 12),
        scans=("disease",),
    ),
)
