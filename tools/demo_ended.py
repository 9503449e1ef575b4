# SPDX-License-Identifier: MIT
"""More synthetic patients of the demonstration: whose treatment ended, changed, or is half known.

Their names say that they are invented: 试用 for trial, 虚拟 virtual, 假设 hypothesis, 仿真
simulation, 例子 example, Testesen.
"""

from datetime import date

from tools.demo_person import ALIVE, LATIN_LABORATORY, NO_ALLERGY, Event, Person


def _given(*days: str, **texts: str) -> list[tuple[str, dict[str, str]]]:
    return [("dose_event", {"action": "given", "date": day, **texts}) for day in days]


ENDED = (
    # Goes on elsewhere
    Person(
        mrn="SYN-0177",
        name="何试用",
        name_latin="He Shiyong",
        sex="male",
        born="1957-09-02",
        background=ALIVE | NO_ALLERGY | {"smoking": "35 pack-years, stopped 2019"},
        height=170,
        weight=(64.5, 65.3),
        ecog=1,
        site=("lung", "C34.1"),
        histology=("squamous cell carcinoma", "8070/3"),
        stage=("TNM 8", "IIIB", "c"),
        drug="tislelizumab",
        dose="200 mg",
        line=1,
        plan={1: 21},
        given=9,
        last=date(2023, 9, 12),
        series={"SCC": {1: 4.8, 9: 1.8}, "ALT": {1: 23, 9: 26}, "TSH": {1: 2.0, 9: 2.5}},
        scans=("disease", "response", "stable"),
        events=(Event(term="Cough", grade=1, onset="2023-03", outcome="ongoing"),),
        ledger=(
            {
                "action": "stopped",
                "date": "2023-10-10",
                "reason": "other",
                "reason_text": "goes on in a hospital near home",
            },
        ),
        visits=({"date": "2023-10-10", "contact": "phone"},),
        stop=("2023-10-10", "transferred"),
        others=(
            ("disease_status", {"date": "2023-07-25", "disease": "stable", "basis": "imaging"}),
            (
                "follow_up",
                {
                    "date": "2023-10-10",
                    "state": "transferred",
                    "reason": "to a hospital near home, letter sent",
                },
            ),
        ),
    ),
    # Nobody has heard of him since his last dose
    Person(
        mrn="SYN-0190",
        name="Lars Testesen",
        sex="male",
        born="~1979",
        background={"vital_status": "unknown", "allergy_status": "none"},
        height=186,
        weight=(92.0, 90.5),
        ecog=0,
        site=("skin of trunk", "C44.5"),
        histology=("malignant melanoma", "8720/3"),
        stage=("TNM 8", "IV", "c"),
        drug="pembrolizumab",
        dose="400 mg",
        line=1,
        plan={1: 42},
        given=7,
        last=date(2023, 5, 25),
        series={"ALT": {1: 28, 7: 30}, "TSH": {1: 1.9, 7: 2.2}},
        scans=("disease", "response", "response"),
        events=(
            Event(
                term="Skin hypopigmentation",
                grade=1,
                onset="2023-01",
                outcome="ongoing",
                irae="yes",
            ),
        ),
        ledger=(
            {
                "action": "stopped",
                "date": "2023-12-01",
                "reason": "other",
                "reason_text": "did not come, not reached",
            },
        ),
        stop=("2023-12-01", "lost to follow-up"),
        laboratory=LATIN_LABORATORY,
        others=(
            ("disease_status", {"date": "2022-11-10", "disease": "PR", "basis": "imaging"}),
            (
                "follow_up",
                {
                    "date": "2023-12-01",
                    "state": "lost",
                    "reason": "three calls and a letter without an answer",
                },
            ),
        ),
    ),
    # Treated elsewhere for years; of most doses only a sum is known, of the first ones the months
    Person(
        mrn="SYN-0231",
        name="林虚拟",
        name_latin="Lin Xuni",
        sex="female",
        born="1969",
        background=ALIVE | {"allergy_status": "unknown"},
        last_contact="2024-11-12",
        others=(
            (
                "diagnosis",
                {
                    "date": "2021",
                    "site": "nasopharynx",
                    "site_code": "C11.9",
                    "histology": "squamous cell carcinoma, nonkeratinizing",
                },
            ),
            ("stage", {"date": "2021", "system": "TNM 8", "stage": "IVB", "basis": "c"}),
            (
                "visit",
                {"date": "2024-10-08", "contact": "visit", "ecog": "1", "weight": "49.8"},
            ),
            ("visit", {"date": "2024-11-12", "contact": "visit", "weight": "50.1"}),
            (
                "course",
                {
                    "regimen": "camrelizumab",
                    "therapy": "immunotherapy",
                    "line": "1",
                    "intent": "recurrent",
                    "start": "2021-09",
                },
            ),
            ("course_drug", {"drug": "camrelizumab", "dose": "200 mg", "route": "intravenous"}),
            ("plan_segment", {"from_cycle": "1", "interval_days": "21"}),
            *_given("2021-09", "2021-10", "2021-11", dose="200 mg"),
            (
                "dose_summary",
                {
                    "what": "doses given",
                    "number": "about 40",
                    "date": "2024-09",
                    "stated_by": "letter of the other hospital",
                },
            ),
            (
                "adverse_event",
                {"term": "Pruritus", "ctcae_version": "5.0", "onset": "2022", "irae": "unknown"},
            ),
            (
                "imaging_study",
                {"date": "2024-10", "modality": "MRI", "conclusion": "stable"},
            ),
            ("disease_status", {"date": "2024-10", "disease": "stable", "basis": "imaging"}),
            (
                "marker_result",
                {"date": "2024-10-08", "analyte": "TSH", "value": "<0.01", "unit": "mIU/L"},
            ),
        ),
    ),
    # Two years completed as planned; no evidence of disease since
    Person(
        mrn="SYN-0263",
        name="郭假设",
        name_latin="Guo Jiashe",
        sex="male",
        born="1954-02-17",
        background=ALIVE | NO_ALLERGY | {"smoking": "50 pack-years, stopped 2020"},
        height=168,
        weight=(59.0, 66.2),
        ecog=0,
        site=("lung", "C34.1"),
        histology=("adenocarcinoma", "8140/3"),
        stage=("TNM 8", "IVA", "c"),
        drug="pembrolizumab",
        dose="200 mg",
        line=1,
        plan={1: 21},
        given=35,
        last=date(2023, 1, 18),
        series={
            "CEA": {1: 88.0, 5: 12.4, 11: 3.1, 35: 2.4},
            "ALT": {1: 20, 35: 22},
            "TSH": {1: 2.2, 35: 2.8},
        },
        extra=((date(2024, 10, 9), "CEA", "2.6"),),
        scans=("disease", "response", "response", "response", *["no-evidence"] * 6),
        events=(Event(term="Arthralgia", grade=1, onset="2021-07", end="2022-02"),),
        ledger=(
            {
                "action": "stopped",
                "date": "2023-01-18",
                "reason": "completed",
                "reason_text": "35 doses, two years",
            },
        ),
        visits=tuple(
            {"date": day, "contact": "visit", "ecog": "0", "irae_asked": "yes"}
            for day in ("2023-07-05", "2024-01-10", "2024-07-03", "2024-10-09")
        ),
        stop=("2023-01-18", "two years completed"),
        others=(
            ("biomarker", {"test": "PD-L1 TPS", "value": "90", "unit": "%", "assay": "22C3"}),
            ("disease_status", {"date": "2021-10-06", "disease": "CR", "basis": "imaging"}),
            ("disease_status", {"date": "2023-01-18", "disease": "NED", "basis": "imaging"}),
        ),
    ),
    # Progressed; now under second-line chemotherapy with a reduced dose
    Person(
        mrn="SYN-0275",
        name="马仿真",
        name_latin="Ma Fangzhen",
        sex="male",
        born="1966-11-28",
        background=ALIVE | NO_ALLERGY | {"smoking": "20 pack-years"},
        height=175,
        weight=(73.0, 70.8),
        ecog=1,
        site=("lung", "C34.3"),
        histology=("squamous cell carcinoma", "8070/3"),
        stage=("TNM 8", "IVB", "c"),
        drug="pembrolizumab",
        dose="200 mg",
        line=1,
        plan={1: 21},
        given=6,
        last=date(2024, 5, 14),
        series={"SCC": {1: 6.1, 6: 14.9}, "ALT": {1: 24, 6: 21}, "TSH": {1: 1.3, 6: 1.6}},
        extra=((date(2024, 11, 11), "SCC", "5.8"),),
        scans=("disease", "stable"),
        events=(
            Event(
                term="Neutrophil count decreased",
                grade=4,
                onset="2024-07-16",
                end="2024-07-23",
                action="dose reduced",
                treatment="G-CSF",
            ),
        ),
        ledger=(
            {
                "action": "stopped",
                "date": "2024-06-04",
                "reason": "progression",
                "reason_text": "new bone lesions on CT",
            },
        ),
        visits=tuple(
            {"date": day, "contact": "visit", "ecog": "1"}
            for day in ("2024-06-04", "2024-07-16", "2024-08-20", "2024-10-01", "2024-11-12")
        ),
        stop=("2024-06-04", "progression"),
        others=(
            (
                "imaging_study",
                {
                    "date": "2024-05-28",
                    "modality": "CT",
                    "findings": "new lesions in the second and fourth lumbar vertebra",
                    "conclusion": "progression",
                },
            ),
            ("disease_status", {"date": "2024-05-28", "disease": "progressive"}),
            (
                "course",
                {
                    "regimen": "docetaxel",
                    "therapy": "chemotherapy",
                    "line": "2",
                    "intent": "recurrent",
                    "start": "2024-06-18",
                    "ledger_complete": "yes",
                },
            ),
            ("course_drug", {"drug": "docetaxel", "dose": "75 mg/m2", "route": "intravenous"}),
            ("plan_segment", {"from_cycle": "1", "interval_days": "21"}),
            *_given("2024-06-18", "2024-07-09", dose="75 mg/m2"),
            *(
                (
                    "dose_event",
                    {
                        "action": "reduced",
                        "date": day,
                        "dose": "60 mg/m2",
                        "reason": "toxicity",
                        "reason_text": "neutropenia G4 after the second dose",
                    },
                )
                for day in ("2024-07-30", "2024-08-20", "2024-09-10", "2024-10-01", "2024-10-22")
            ),
            *_given("2024-11-12", dose="60 mg/m2"),
            ("disease_status", {"date": "2024-09-03", "disease": "stable", "basis": "imaging"}),
        ),
    ),
    # Died of something else; only the month is known
    Person(
        mrn="SYN-0299",
        name="梁例子",
        name_latin="Liang Lizi",
        sex="female",
        born="1949-07-07",
        background=NO_ALLERGY
        | {"vital_status": "dead", "death": "2023-09", "cause_of_death": "stroke"},
        height=155,
        weight=(62.4, 61.9),
        ecog=1,
        site=("breast", "C50.4"),
        histology=("invasive carcinoma of no special type", "8500/3"),
        stage=("TNM 8", "IIB", "p"),
        diagnosed=date(2022, 10, 18),
        drug="pembrolizumab",
        dose="200 mg",
        intent="adjuvant",
        plan={1: 21},
        given=12,
        last=date(2023, 8, 17),
        series={"ALT": {1: 16, 12: 19}, "TSH": {1: 3.1, 12: 3.4}},
        events=(Event(term="Arthralgia", grade=1, onset="2023-04", end="2023-06"),),
        others=(
            (
                "procedure",
                {
                    "date": "2022-11-08",
                    "type": "surgery",
                    "name": "mastectomy with axillary dissection",
                    "site": "left breast",
                    "margins": "free",
                },
            ),
            ("disease_status", {"date": "2022-11-08", "disease": "NED", "basis": "examination"}),
        ),
    ),
)
