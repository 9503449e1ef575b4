# SPDX-License-Identifier: MIT
"""The first schema.

Never edited after a release: a change is a new file. ``{blob}`` and ``{options}`` are what differs
between database engines, see ``tracker.store.schema``.
"""

from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from tracker.store.schema import execute

_SQL = """
CREATE TABLE meta (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) {options};

CREATE TABLE patient (
    patient {blob} NOT NULL CHECK (length(patient) = 16),
    id {blob} NOT NULL CHECK (id = patient),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    mrn TEXT NOT NULL,
    name TEXT,
    name_latin TEXT,
    sex TEXT,
    birth_text TEXT,
    birth_earliest INTEGER,
    birth_latest INTEGER,
    phone TEXT,
    allergy_status TEXT,
    allergies TEXT,
    vital_status TEXT,
    last_contact_text TEXT,
    last_contact_earliest INTEGER,
    last_contact_latest INTEGER,
    death_text TEXT,
    death_earliest INTEGER,
    death_latest INTEGER,
    cause_of_death TEXT,
    autoimmune_disease TEXT,
    hepatitis_b TEXT,
    hepatitis_c TEXT,
    tuberculosis TEXT,
    transplant TEXT,
    ethnicity TEXT,
    education TEXT,
    occupation TEXT,
    marital_status TEXT,
    smoking TEXT,
    obstetric_history TEXT,
    past_history TEXT,
    family_history TEXT,
    previous_therapy TEXT,
    PRIMARY KEY (patient),
    CHECK (birth_earliest BETWEEN 1 AND birth_latest),
    CHECK (birth_text IS NOT NULL
        OR coalesce(birth_earliest, birth_latest) IS NULL),
    CHECK (last_contact_earliest BETWEEN 1 AND last_contact_latest),
    CHECK (last_contact_text IS NOT NULL
        OR coalesce(last_contact_earliest, last_contact_latest) IS NULL),
    CHECK (death_earliest BETWEEN 1 AND death_latest),
    CHECK (death_text IS NOT NULL
        OR coalesce(death_earliest, death_latest) IS NULL)
) {options};

-- the right chart must be free to take the number of one that was voided
CREATE UNIQUE INDEX patient_mrn ON patient (mrn) WHERE status = 'current';

CREATE TABLE diagnosis (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    date_text TEXT,
    date_earliest INTEGER,
    date_latest INTEGER,
    site TEXT NOT NULL,
    site_code TEXT,
    histology TEXT,
    morphology_code TEXT,
    tumour_size TEXT,
    hpv TEXT,
    PRIMARY KEY (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest),
    CHECK (date_text IS NOT NULL
        OR coalesce(date_earliest, date_latest) IS NULL)
) {options};

CREATE TABLE stage (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    diagnosis {blob} NOT NULL,
    date_text TEXT,
    date_earliest INTEGER,
    date_latest INTEGER,
    system TEXT NOT NULL,
    stage TEXT NOT NULL,
    basis TEXT,
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, diagnosis) REFERENCES diagnosis (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest),
    CHECK (date_text IS NOT NULL
        OR coalesce(date_earliest, date_latest) IS NULL)
) {options};

CREATE TABLE visit (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    date_text TEXT NOT NULL,
    date_earliest INTEGER,
    date_latest INTEGER,
    contact TEXT NOT NULL,
    ecog INTEGER CHECK (ecog BETWEEN 0 AND 5),
    weight TEXT,
    height TEXT,
    temperature TEXT,
    systolic INTEGER CHECK (systolic BETWEEN 30 AND 320),
    diastolic INTEGER CHECK (diastolic BETWEEN 10 AND 220),
    pulse INTEGER CHECK (pulse BETWEEN 10 AND 320),
    spo2 INTEGER CHECK (spo2 BETWEEN 20 AND 100),
    complaint TEXT,
    irae_asked TEXT,
    steroid TEXT,
    new_medicines TEXT,
    PRIMARY KEY (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest)
) {options};

CREATE TABLE procedure (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    date_text TEXT NOT NULL,
    date_earliest INTEGER,
    date_latest INTEGER,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    site TEXT,
    histology TEXT,
    proves TEXT,
    size TEXT,
    invasion TEXT,
    margins TEXT,
    PRIMARY KEY (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest)
) {options};

CREATE TABLE node_station (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    procedure {blob} NOT NULL,
    station TEXT NOT NULL,
    positive INTEGER CHECK (positive BETWEEN 0 AND 200),
    examined INTEGER CHECK (examined BETWEEN 0 AND 200),
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, procedure) REFERENCES procedure (patient, id)
) {options};

CREATE TABLE radiotherapy_phase (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    site TEXT NOT NULL,
    technique TEXT,
    total_gy TEXT NOT NULL,
    fractions INTEGER NOT NULL CHECK (fractions BETWEEN 1 AND 100),
    per_week INTEGER CHECK (per_week BETWEEN 1 AND 21),
    boost TEXT,
    boost_of TEXT,
    start_text TEXT,
    start_earliest INTEGER,
    start_latest INTEGER,
    end_text TEXT,
    end_earliest INTEGER,
    end_latest INTEGER,
    inferred TEXT,
    PRIMARY KEY (patient, id),
    CHECK (start_earliest BETWEEN 1 AND start_latest),
    CHECK (start_text IS NOT NULL
        OR coalesce(start_earliest, start_latest) IS NULL),
    CHECK (end_earliest BETWEEN 1 AND end_latest),
    CHECK (end_text IS NOT NULL
        OR coalesce(end_earliest, end_latest) IS NULL)
) {options};

CREATE TABLE course (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    regimen TEXT NOT NULL,
    therapy TEXT NOT NULL,
    line INTEGER CHECK (line BETWEEN 1 AND 20),
    intent TEXT,
    start_text TEXT NOT NULL,
    start_earliest INTEGER,
    start_latest INTEGER,
    stop_text TEXT,
    stop_earliest INTEGER,
    stop_latest INTEGER,
    stop_reason TEXT,
    cycles_reported INTEGER CHECK (cycles_reported BETWEEN 1 AND 500),
    ledger_complete TEXT,
    PRIMARY KEY (patient, id),
    CHECK (start_earliest BETWEEN 1 AND start_latest),
    CHECK (stop_earliest BETWEEN 1 AND stop_latest),
    CHECK (stop_text IS NOT NULL
        OR coalesce(stop_earliest, stop_latest) IS NULL)
) {options};

CREATE TABLE course_drug (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    course {blob} NOT NULL,
    drug TEXT NOT NULL,
    dose_text TEXT,
    dose_ug INTEGER CHECK (dose_ug > 0),
    route TEXT,
    days TEXT,
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, course) REFERENCES course (patient, id),
    CHECK (dose_text IS NOT NULL OR dose_ug IS NULL)
) {options};

CREATE TABLE plan_segment (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    course {blob} NOT NULL,
    start_text TEXT,
    start_earliest INTEGER,
    start_latest INTEGER,
    from_cycle INTEGER CHECK (from_cycle BETWEEN 1 AND 500),
    interval_days INTEGER CHECK (interval_days BETWEEN 1 AND 366),
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, course) REFERENCES course (patient, id),
    CHECK (start_earliest BETWEEN 1 AND start_latest),
    CHECK (start_text IS NOT NULL
        OR coalesce(start_earliest, start_latest) IS NULL)
) {options};

CREATE TABLE dose_event (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    course {blob} NOT NULL,
    action TEXT NOT NULL,
    date_text TEXT NOT NULL,
    date_earliest INTEGER,
    date_latest INTEGER,
    until_text TEXT,
    until_earliest INTEGER,
    until_latest INTEGER,
    drug TEXT,
    dose_text TEXT,
    dose_ug INTEGER CHECK (dose_ug > 0),
    reason TEXT,
    reason_text TEXT,
    lot TEXT,
    reaction TEXT,
    ordered_by TEXT,
    given_by TEXT,
    checked_by TEXT,
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, course) REFERENCES course (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest),
    CHECK (until_earliest BETWEEN 1 AND until_latest),
    CHECK (until_text IS NOT NULL
        OR coalesce(until_earliest, until_latest) IS NULL),
    CHECK (dose_text IS NOT NULL OR dose_ug IS NULL)
) {options};

CREATE TABLE adverse_event (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    term TEXT NOT NULL,
    ctcae_version TEXT,
    grade INTEGER CHECK (grade BETWEEN 1 AND 5),
    described_as TEXT,
    onset_text TEXT NOT NULL,
    onset_earliest INTEGER,
    onset_latest INTEGER,
    end_text TEXT,
    end_earliest INTEGER,
    end_latest INTEGER,
    outcome TEXT,
    irae TEXT,
    attribution TEXT,
    action TEXT,
    treatment TEXT,
    serious TEXT,
    PRIMARY KEY (patient, id),
    CHECK (onset_earliest BETWEEN 1 AND onset_latest),
    CHECK (end_earliest BETWEEN 1 AND end_latest),
    CHECK (end_text IS NOT NULL
        OR coalesce(end_earliest, end_latest) IS NULL)
) {options};

CREATE TABLE imaging_study (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    date_text TEXT NOT NULL,
    date_earliest INTEGER,
    date_latest INTEGER,
    modality TEXT NOT NULL,
    region TEXT,
    findings TEXT,
    conclusion TEXT,
    PRIMARY KEY (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest)
) {options};

CREATE TABLE marker_result (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    analyte TEXT NOT NULL,
    date_text TEXT NOT NULL,
    date_earliest INTEGER,
    date_latest INTEGER,
    value TEXT NOT NULL,
    unit TEXT NOT NULL,
    laboratory TEXT,
    method TEXT,
    range_reported TEXT,
    flag TEXT,
    range_used TEXT,
    PRIMARY KEY (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest)
) {options};

CREATE TABLE reference_range (
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    analyte TEXT NOT NULL,
    laboratory TEXT,
    method TEXT,
    sex TEXT,
    limits TEXT NOT NULL,
    unit TEXT NOT NULL,
    effective_from_text TEXT,
    effective_from_earliest INTEGER,
    effective_from_latest INTEGER,
    effective_to_text TEXT,
    effective_to_earliest INTEGER,
    effective_to_latest INTEGER,
    PRIMARY KEY (id),
    CHECK (effective_from_earliest BETWEEN 1 AND effective_from_latest),
    CHECK (effective_from_text IS NOT NULL
        OR coalesce(effective_from_earliest, effective_from_latest) IS NULL),
    CHECK (effective_to_earliest BETWEEN 1 AND effective_to_latest),
    CHECK (effective_to_text IS NOT NULL
        OR coalesce(effective_to_earliest, effective_to_latest) IS NULL)
) {options};

CREATE TABLE statement (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    about TEXT NOT NULL,
    finding TEXT NOT NULL,
    detail TEXT,
    date_text TEXT,
    date_earliest INTEGER,
    date_latest INTEGER,
    stated_by TEXT NOT NULL,
    PRIMARY KEY (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest),
    CHECK (date_text IS NOT NULL
        OR coalesce(date_earliest, date_latest) IS NULL)
) {options};

CREATE TABLE audit (
    chain {blob} NOT NULL CHECK (length(chain) = 16),
    seq INTEGER NOT NULL CHECK (seq >= 1),
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    role TEXT NOT NULL,
    action TEXT NOT NULL,
    kind TEXT,
    patient {blob} CHECK (length(patient) = 16),
    record {blob} CHECK (length(record) = 16),
    revision INTEGER CHECK (revision >= 1),
    reason TEXT,
    content TEXT,
    schema TEXT NOT NULL,
    mac {blob} NOT NULL CHECK (length(mac) = 32),
    PRIMARY KEY (chain, seq)
) {options};

CREATE INDEX audit_record ON audit (record, revision);

-- What a chart asks for next: written in the transaction of its inputs, recomputed by verify.
-- "Overdue" is not here, it depends on the day somebody looks.
CREATE TABLE due (
    patient {blob} NOT NULL REFERENCES patient (patient),
    course {blob} NOT NULL CHECK (length(course) = 16),
    what TEXT NOT NULL,
    state TEXT NOT NULL,
    on_day INTEGER CHECK (on_day >= 1),
    projected_day INTEGER CHECK (projected_day >= 1),
    appointed_day INTEGER CHECK (appointed_day >= 1),
    why TEXT,
    cycle INTEGER CHECK (cycle >= 1),
    last_given_day INTEGER CHECK (last_given_day >= 1),
    recheck_day INTEGER CHECK (recheck_day >= 1),
    reason TEXT,
    treatment TEXT NOT NULL,
    PRIMARY KEY (patient, course, what)
) {options};

CREATE INDEX due_by_state ON due (state, on_day);
CREATE INDEX due_by_last_given ON due (last_given_day, state, on_day);

CREATE TABLE patient_search (
    patient {blob} NOT NULL PRIMARY KEY REFERENCES patient (patient),
    keys TEXT NOT NULL
) {options};
"""


def up(_migrator: Any, db: SqlCipherDatabase) -> None:  # noqa: ANN401 - the runner's, not used
    """Makes all tables of an empty database."""
    execute(db, _SQL)
