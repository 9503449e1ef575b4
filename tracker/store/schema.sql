CREATE TABLE account (
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (id)
) STRICT, WITHOUT ROWID;
CREATE TABLE adverse_event (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
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
    serious TEXT, organ TEXT, rechallenge TEXT, rechallenge_date_text TEXT, rechallenge_date_earliest INTEGER
    CHECK (rechallenge_date_text IS NOT NULL OR rechallenge_date_earliest IS NULL), rechallenge_date_latest INTEGER
    CHECK (rechallenge_date_text IS NOT NULL OR rechallenge_date_latest IS NULL)
    CHECK (rechallenge_date_earliest BETWEEN 1 AND rechallenge_date_latest),
    PRIMARY KEY (patient, id),
    CHECK (onset_earliest BETWEEN 1 AND onset_latest),
    CHECK (end_earliest BETWEEN 1 AND end_latest),
    CHECK (end_text IS NOT NULL
        OR coalesce(end_earliest, end_latest) IS NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE adverse_event_grade (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    adverse_event BLOB NOT NULL,
    date_text TEXT NOT NULL,
    date_earliest INTEGER,
    date_latest INTEGER,
    grade INTEGER CHECK (grade BETWEEN 0 AND 5),
    described_as TEXT,
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, adverse_event) REFERENCES adverse_event (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest)
) STRICT, WITHOUT ROWID;
CREATE TABLE "attribution" (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    adverse_event BLOB NOT NULL,
    course BLOB,
    radiotherapy_phase BLOB,
    treatment TEXT,
    certainty TEXT NOT NULL,
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, adverse_event) REFERENCES adverse_event (patient, id),
    FOREIGN KEY (patient, course) REFERENCES course (patient, id),
    FOREIGN KEY (patient, radiotherapy_phase) REFERENCES radiotherapy_phase (patient, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE audit (
    chain BLOB NOT NULL CHECK (length(chain) = 16),
    seq INTEGER NOT NULL CHECK (seq >= 1),
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    role TEXT NOT NULL,
    action TEXT NOT NULL,
    kind TEXT,
    patient BLOB CHECK (length(patient) = 16),
    record BLOB CHECK (length(record) = 16),
    revision INTEGER CHECK (revision >= 1),
    reason TEXT,
    content TEXT,
    schema TEXT NOT NULL,
    mac BLOB NOT NULL CHECK (length(mac) = 32),
    PRIMARY KEY (chain, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_patient ON audit (patient);
CREATE INDEX audit_record ON audit (record, revision, actor, action);
CREATE TABLE baseline_check (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    course BLOB NOT NULL,
    test TEXT NOT NULL,
    date_text TEXT NOT NULL, date_earliest INTEGER, date_latest INTEGER,
    result TEXT NOT NULL,
    finding TEXT,
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, course) REFERENCES course (patient, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE biomarker (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    test TEXT NOT NULL,
    value TEXT NOT NULL,
    unit TEXT,
    assay TEXT,
    date_text TEXT,
    date_earliest INTEGER,
    date_latest INTEGER,
    specimen TEXT,
    PRIMARY KEY (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest),
    CHECK (date_text IS NOT NULL
        OR coalesce(date_earliest, date_latest) IS NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE calendar_event (
    key BLOB NOT NULL CHECK (length(key) = 16),
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL CHECK (last_day >= first_day),
    masked TEXT NOT NULL,
    said TEXT NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence >= 0),
    cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
    PRIMARY KEY (key)
) STRICT, WITHOUT ROWID;
CREATE TABLE chart_kind (
    patient BLOB NOT NULL REFERENCES patient (patient),
    kind TEXT NOT NULL,
    PRIMARY KEY (patient, kind)
) STRICT, WITHOUT ROWID;
CREATE TABLE clinic_agent (
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    inn TEXT NOT NULL,
    zh_name TEXT,
    brands TEXT,
    agent_class TEXT NOT NULL,
    label_dose TEXT,
    interval_days INTEGER CHECK (interval_days BETWEEN 1 AND 366),
    cap TEXT,
    reference TEXT NOT NULL,
    version TEXT NOT NULL, doses INTEGER CHECK (doses BETWEEN 1 AND 500), below_kg TEXT,
    PRIMARY KEY (id)
) STRICT, WITHOUT ROWID;
CREATE TABLE clinic_days (
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    weekdays TEXT NOT NULL,
    country TEXT,
    not_seen_after INTEGER CHECK (not_seen_after BETWEEN 1 AND 3660),
    PRIMARY KEY (id)
) STRICT, WITHOUT ROWID;
CREATE TABLE closed_days (
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    first_text TEXT NOT NULL,
    first_earliest INTEGER,
    first_latest INTEGER,
    last_text TEXT,
    last_earliest INTEGER,
    last_latest INTEGER,
    reason TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK (first_earliest BETWEEN 1 AND first_latest),
    CHECK (last_earliest BETWEEN 1 AND last_latest),
    CHECK (last_text IS NOT NULL
        OR coalesce(last_earliest, last_latest) IS NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE contact_attempt (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    date_text TEXT NOT NULL,
    date_earliest INTEGER,
    date_latest INTEGER,
    way TEXT NOT NULL,
    outcome TEXT NOT NULL,
    said TEXT,
    PRIMARY KEY (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest)
) STRICT, WITHOUT ROWID;
CREATE TABLE course (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
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
    ledger_complete TEXT, planned_cycles INTEGER CHECK (planned_cycles BETWEEN 1 AND 500), planned_months INTEGER CHECK (planned_months BETWEEN 1 AND 240), liver TEXT,
    PRIMARY KEY (patient, id),
    CHECK (start_earliest BETWEEN 1 AND start_latest),
    CHECK (stop_earliest BETWEEN 1 AND stop_latest),
    CHECK (stop_text IS NOT NULL
        OR coalesce(stop_earliest, stop_latest) IS NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE course_drug (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    course BLOB NOT NULL,
    drug TEXT NOT NULL,
    dose_text TEXT,
    dose_ug INTEGER CHECK (dose_ug > 0),
    route TEXT,
    days TEXT, bsa TEXT,
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, course) REFERENCES course (patient, id),
    CHECK (dose_text IS NOT NULL OR dose_ug IS NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE ctcae_term (
    version TEXT NOT NULL,
    term TEXT NOT NULL,
    soc TEXT NOT NULL,
    code TEXT,
    definition TEXT,
    grade1 TEXT,
    grade2 TEXT,
    grade3 TEXT,
    grade4 TEXT,
    grade5 TEXT,
    PRIMARY KEY (version, term)
) STRICT, WITHOUT ROWID;
CREATE TABLE decision (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    date_text TEXT,
    date_earliest INTEGER,
    date_latest INTEGER,
    what TEXT NOT NULL,
    answer TEXT NOT NULL,
    proposed_by TEXT,
    decided_by TEXT,
    why TEXT,
    PRIMARY KEY (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest),
    CHECK (date_text IS NOT NULL
        OR coalesce(date_earliest, date_latest) IS NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE diagnosis (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
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
) STRICT, WITHOUT ROWID;
CREATE TABLE disease_status (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    date_text TEXT,
    date_earliest INTEGER,
    date_latest INTEGER,
    disease TEXT NOT NULL,
    basis TEXT, primary_tumour TEXT, treatable TEXT,
    PRIMARY KEY (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest),
    CHECK (date_text IS NOT NULL
        OR coalesce(date_earliest, date_latest) IS NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE document (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    name TEXT NOT NULL,
    date_text TEXT,
    date_earliest INTEGER,
    date_latest INTEGER,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size BETWEEN 1 AND 25000000),
    sha256 TEXT NOT NULL,
    file TEXT NOT NULL,
    PRIMARY KEY (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest),
    CHECK (date_text IS NOT NULL
        OR coalesce(date_earliest, date_latest) IS NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE dose_event (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    course BLOB NOT NULL,
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
    checked_by TEXT, started TEXT, stopped TEXT,
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, course) REFERENCES course (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest),
    CHECK (until_earliest BETWEEN 1 AND until_latest),
    CHECK (until_text IS NOT NULL
        OR coalesce(until_earliest, until_latest) IS NULL),
    CHECK (dose_text IS NOT NULL OR dose_ug IS NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE dose_summary (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    course BLOB NOT NULL,
    what TEXT NOT NULL,
    number TEXT NOT NULL,
    date_text TEXT,
    date_earliest INTEGER,
    date_latest INTEGER,
    stated_by TEXT,
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, course) REFERENCES course (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest),
    CHECK (date_text IS NOT NULL
        OR coalesce(date_earliest, date_latest) IS NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE draft (
    patient BLOB NOT NULL REFERENCES patient (patient),
    user TEXT NOT NULL,
    form TEXT NOT NULL,
    at TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (patient, user, form)
) STRICT, WITHOUT ROWID;
CREATE TABLE due (
    patient BLOB NOT NULL REFERENCES patient (patient),
    key BLOB NOT NULL CHECK (length(key) = 16),
    source BLOB NOT NULL CHECK (length(source) = 16),
    course BLOB CHECK (length(course) = 16),
    what TEXT NOT NULL,
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    on_day INTEGER CHECK (on_day >= 1),
    earliest_day INTEGER CHECK (earliest_day >= 1),
    latest_day INTEGER CHECK (latest_day >= earliest_day),
    shown_day INTEGER CHECK (shown_day >= earliest_day),
    projected_day INTEGER CHECK (projected_day >= 1),
    appointed_day INTEGER CHECK (appointed_day >= 1),
    why TEXT,
    cycle INTEGER CHECK (cycle >= 1),
    last_given_day INTEGER CHECK (last_given_day >= 1),
    recheck_day INTEGER CHECK (recheck_day >= 1),
    reason TEXT,
    treatment TEXT NOT NULL,
    snoozed_day INTEGER CHECK (snoozed_day >= 1),
    promised_day INTEGER CHECK (promised_day >= 1),
    cancelled_day INTEGER CHECK (cancelled_day >= 1),
    attempts INTEGER NOT NULL CHECK (attempts >= 0),
    closed_text TEXT,
    closed_day INTEGER CHECK (closed_day >= 1),
    left_because TEXT, known TEXT NOT NULL DEFAULT '[]', cycle_day INTEGER CHECK (cycle_day >= 1), given TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (patient, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX due_contact ON due (latest_day) WHERE closed_day IS NULL AND what = 'contact';
CREATE INDEX due_done ON due (last_given_day)
    WHERE closed_day IS NULL AND last_given_day IS NOT NULL;
CREATE INDEX due_left ON due (closed_day) WHERE closed_day IS NOT NULL;
CREATE INDEX due_open ON due (shown_day)
    WHERE closed_day IS NULL AND state = 'projected' AND what <> 'contact';
CREATE INDEX due_snoozed ON due (snoozed_day)
    WHERE closed_day IS NULL AND snoozed_day IS NOT NULL;
CREATE INDEX due_unreached ON due (attempts, latest_day) WHERE closed_day IS NULL AND attempts > 0;
CREATE INDEX due_waiting ON due (state, shown_day)
    WHERE closed_day IS NULL AND state <> 'projected' AND what <> 'contact';
CREATE TABLE due_answer (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    date_text TEXT NOT NULL,
    date_earliest INTEGER,
    date_latest INTEGER,
    what TEXT NOT NULL,
    due_text TEXT,
    due_earliest INTEGER,
    due_latest INTEGER,
    action TEXT NOT NULL,
    until_text TEXT,
    until_earliest INTEGER,
    until_latest INTEGER,
    reason TEXT,
    occurrence TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    PRIMARY KEY (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest),
    CHECK (due_earliest BETWEEN 1 AND due_latest),
    CHECK (due_text IS NOT NULL
        OR coalesce(due_earliest, due_latest) IS NULL),
    CHECK (until_earliest BETWEEN 1 AND until_latest),
    CHECK (until_text IS NOT NULL
        OR coalesce(until_earliest, until_latest) IS NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE follow_up (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    date_text TEXT NOT NULL,
    date_earliest INTEGER,
    date_latest INTEGER,
    state TEXT NOT NULL,
    reason TEXT,
    PRIMARY KEY (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest)
) STRICT, WITHOUT ROWID;
CREATE TABLE gate_answer (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    visit BLOB NOT NULL,
    answer TEXT NOT NULL,
    lines TEXT,
    with_data INTEGER CHECK (with_data BETWEEN 0 AND 10000),
    rules INTEGER CHECK (rules BETWEEN 0 AND 10000),
    rule_source TEXT,
    rule_version TEXT,
    override_reason TEXT,
    decided_by TEXT,
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, visit) REFERENCES visit (patient, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE imaging_study (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
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
    conclusion TEXT, lesions TEXT, baseline TEXT, read_with_text TEXT, read_with_earliest INTEGER
    CHECK (read_with_text IS NOT NULL OR read_with_earliest IS NULL), read_with_latest INTEGER
    CHECK (read_with_text IS NOT NULL OR read_with_latest IS NULL)
    CHECK (read_with_earliest BETWEEN 1 AND read_with_latest),
    PRIMARY KEY (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest)
) STRICT, WITHOUT ROWID;
CREATE TABLE interview_answer (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    visit BLOB NOT NULL,
    item TEXT NOT NULL,
    answer TEXT NOT NULL,
    grade INTEGER CHECK (grade BETWEEN 1 AND 5),
    ctcae_term TEXT,
    ctcae_version TEXT,
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, visit) REFERENCES visit (patient, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE lesion (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    label TEXT NOT NULL,
    organ TEXT NOT NULL,
    site TEXT,
    side TEXT,
    node TEXT,
    role TEXT,
    first_seen_text TEXT,
    first_seen_earliest INTEGER,
    first_seen_latest INTEGER,
    PRIMARY KEY (patient, id),
    CHECK (first_seen_earliest BETWEEN 1 AND first_seen_latest),
    CHECK (first_seen_text IS NOT NULL
        OR coalesce(first_seen_earliest, first_seen_latest) IS NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE lesion_measurement (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    imaging_study BLOB NOT NULL,
    lesion BLOB NOT NULL,
    diameter TEXT,
    short_axis TEXT,
    finding TEXT,
    as_printed TEXT,
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, imaging_study) REFERENCES imaging_study (patient, id),
    FOREIGN KEY (patient, lesion) REFERENCES lesion (patient, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE lock_policy (
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    idle_minutes INTEGER NOT NULL CHECK (idle_minutes BETWEEN 1 AND 15),
    pin TEXT NOT NULL,
    PRIMARY KEY (id)
) STRICT, WITHOUT ROWID;
CREATE TABLE marker_result (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
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
) STRICT, WITHOUT ROWID;
CREATE TABLE measured_gfr (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    date_text TEXT NOT NULL, date_earliest INTEGER, date_latest INTEGER,
    rate TEXT NOT NULL,
    method TEXT NOT NULL,
    PRIMARY KEY (patient, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE meta (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE node_station (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    procedure BLOB NOT NULL,
    station TEXT NOT NULL,
    positive INTEGER CHECK (positive BETWEEN 0 AND 200),
    examined INTEGER CHECK (examined BETWEEN 0 AND 200),
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, procedure) REFERENCES procedure (patient, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE patient (
    patient BLOB NOT NULL CHECK (length(patient) = 16),
    id BLOB NOT NULL CHECK (id = patient),
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
    previous_therapy TEXT, same_person_as BLOB,
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
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX patient_mrn ON patient (mrn) WHERE status = 'current';
CREATE TABLE patient_line (
    patient BLOB NOT NULL PRIMARY KEY REFERENCES patient (patient),
    sort_by TEXT,
    regimen TEXT,
    start_text TEXT,
    start_earliest INTEGER,
    start_latest INTEGER,
    counted_text TEXT,
    counted_earliest INTEGER,
    counted_latest INTEGER,
    is_running INTEGER NOT NULL DEFAULT 0 CHECK (is_running IN (0, 1)),
    next_day INTEGER CHECK (next_day >= 1),
    is_held INTEGER NOT NULL DEFAULT 0 CHECK (is_held IN (0, 1)),
    is_asking INTEGER NOT NULL DEFAULT 0 CHECK (is_asking IN (0, 1)),
    contact_text TEXT,
    contact_earliest INTEGER,
    contact_latest INTEGER,
    disease TEXT,
    follow_up TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX patient_line_by_contact ON patient_line (contact_earliest);
CREATE INDEX patient_line_by_name ON patient_line (sort_by);
CREATE INDEX patient_line_by_next ON patient_line (next_day);
CREATE TABLE patient_search (
    patient BLOB NOT NULL PRIMARY KEY REFERENCES patient (patient),
    keys TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE plan_segment (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    course BLOB NOT NULL,
    start_text TEXT,
    start_earliest INTEGER,
    start_latest INTEGER,
    from_cycle INTEGER CHECK (from_cycle BETWEEN 1 AND 500),
    interval_days INTEGER CHECK (interval_days BETWEEN 1 AND 366), window_days INTEGER CHECK (window_days BETWEEN 1 AND 60),
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, course) REFERENCES course (patient, id),
    CHECK (start_earliest BETWEEN 1 AND start_latest),
    CHECK (start_text IS NOT NULL
        OR coalesce(start_earliest, start_latest) IS NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE planned_item (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    course BLOB NOT NULL,
    what TEXT NOT NULL,
    names TEXT,
    every INTEGER NOT NULL CHECK (every BETWEEN 1 AND 366),
    unit TEXT NOT NULL,
    start_text TEXT,
    start_earliest INTEGER,
    start_latest INTEGER,
    until_text TEXT,
    until_earliest INTEGER,
    until_latest INTEGER,
    times INTEGER CHECK (times BETWEEN 1 AND 500),
    months_after INTEGER CHECK (months_after BETWEEN 12 AND 240),
    template TEXT,
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, course) REFERENCES course (patient, id),
    CHECK (start_earliest BETWEEN 1 AND start_latest),
    CHECK (start_text IS NOT NULL
        OR coalesce(start_earliest, start_latest) IS NULL),
    CHECK (until_earliest BETWEEN 1 AND until_latest),
    CHECK (until_text IS NOT NULL
        OR coalesce(until_earliest, until_latest) IS NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE procedure (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
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
) STRICT, WITHOUT ROWID;
CREATE TABLE radiotherapy_phase (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
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
    inferred TEXT, alpha_beta TEXT, dose_point TEXT,
    PRIMARY KEY (patient, id),
    CHECK (start_earliest BETWEEN 1 AND start_latest),
    CHECK (start_text IS NOT NULL
        OR coalesce(start_earliest, start_latest) IS NULL),
    CHECK (end_earliest BETWEEN 1 AND end_latest),
    CHECK (end_text IS NOT NULL
        OR coalesce(end_earliest, end_latest) IS NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE reference_range (
    id BLOB NOT NULL CHECK (length(id) = 16),
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
) STRICT, WITHOUT ROWID;
CREATE TABLE required_test (
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    analyte TEXT NOT NULL,
    timing TEXT NOT NULL,
    days INTEGER CHECK (days BETWEEN 1 AND 730),
    decided_by TEXT NOT NULL,
    PRIMARY KEY (id)
) STRICT, WITHOUT ROWID;
CREATE TABLE response_assessment (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    date_text TEXT NOT NULL,
    date_earliest INTEGER,
    date_latest INTEGER,
    criteria TEXT NOT NULL,
    imaging_study BLOB,
    computed TEXT,
    decided TEXT,
    decided_by TEXT,
    why TEXT,
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, imaging_study) REFERENCES imaging_study (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest)
) STRICT, WITHOUT ROWID;
CREATE TABLE rule_acceptance (
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    rule_source TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    accepted_by TEXT NOT NULL,
    date_text TEXT NOT NULL,
    date_earliest INTEGER,
    date_latest INTEGER,
    PRIMARY KEY (id),
    CHECK (date_earliest BETWEEN 1 AND date_latest)
) STRICT, WITHOUT ROWID;
CREATE TABLE second_check (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    dose_event BLOB NOT NULL,
    checked_by TEXT NOT NULL,
    role TEXT NOT NULL,
    dose_text TEXT NOT NULL,
    dose_ug INTEGER CHECK (dose_ug > 0),
    checked_at TEXT NOT NULL,
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, dose_event) REFERENCES dose_event (patient, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE signature (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    signed_visit TEXT,
    meaning TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    role TEXT NOT NULL,
    signed_at TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (patient, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE stage (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    diagnosis BLOB NOT NULL,
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
) STRICT, WITHOUT ROWID;
CREATE TABLE statement (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
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
) STRICT, WITHOUT ROWID;
CREATE TABLE steroid_course (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    adverse_event BLOB NOT NULL,
    drug TEXT NOT NULL,
    dose_text TEXT,
    dose_ug INTEGER CHECK (dose_ug > 0),
    start_text TEXT,
    start_earliest INTEGER,
    start_latest INTEGER,
    taper_end_text TEXT,
    taper_end_earliest INTEGER,
    taper_end_latest INTEGER,
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, adverse_event) REFERENCES adverse_event (patient, id),
    CHECK (dose_text IS NOT NULL OR dose_ug IS NULL),
    CHECK (start_earliest BETWEEN 1 AND start_latest),
    CHECK (start_text IS NOT NULL
        OR coalesce(start_earliest, start_latest) IS NULL),
    CHECK (taper_end_earliest BETWEEN 1 AND taper_end_latest),
    CHECK (taper_end_text IS NOT NULL
        OR coalesce(taper_end_earliest, taper_end_latest) IS NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE term_synonym (
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    synonym TEXT NOT NULL,
    term TEXT NOT NULL,
    PRIMARY KEY (id)
) STRICT, WITHOUT ROWID;
CREATE TABLE user_reminder (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    what TEXT NOT NULL,
    due_text TEXT NOT NULL,
    due_earliest INTEGER,
    due_latest INTEGER,
    every INTEGER CHECK (every BETWEEN 1 AND 3660),
    times INTEGER CHECK (times BETWEEN 2 AND 500),
    closed_text TEXT,
    closed_earliest INTEGER,
    closed_latest INTEGER,
    closed_because TEXT,
    PRIMARY KEY (patient, id),
    CHECK (due_earliest BETWEEN 1 AND due_latest),
    CHECK (closed_earliest BETWEEN 1 AND closed_latest),
    CHECK (closed_text IS NOT NULL
        OR coalesce(closed_earliest, closed_latest) IS NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE visit (
    patient BLOB NOT NULL REFERENCES patient (patient),
    id BLOB NOT NULL CHECK (length(id) = 16),
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
) STRICT, WITHOUT ROWID;
