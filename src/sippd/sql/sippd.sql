-- What is asked of SIPP's database. {table} and {table.column} become the names the mapping gives; a column this
-- SIPP does not have becomes NULL. :name is a bound parameter. New rows are made by the mapping: row_insert.

-- name: session
SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE';
-- name: session_isolation
SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ;
-- name: session_wait
SET SESSION innodb_lock_wait_timeout = CAST(:wait AS UNSIGNED), time_zone = :zone;
-- name: session_bound
SET SESSION max_statement_time = CAST(:bound AS UNSIGNED);
-- name: alive
SELECT 1;

-- name: columns
SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, CHARACTER_OCTET_LENGTH, CHARACTER_SET_NAME, EXTRA
FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE();
-- name: engines
SELECT TABLE_NAME, ENGINE FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE();

-- ---- a case ----
-- name: id_by_register
SELECT {perkara_efiling_id.perkara_id} FROM {perkara_efiling}
JOIN {perkara_efiling_id} ON {perkara_efiling_id.efiling_id} = {perkara_efiling.efiling_id}
WHERE {perkara_efiling.nomor_register} = :key LIMIT 1;
-- name: id_by_note
SELECT {perkara.perkara_id} FROM {perkara} WHERE {perkara.nomor_register} = :key LIMIT 1;
-- name: id_by_number
SELECT {perkara.perkara_id} FROM {perkara} WHERE {perkara.nomor_perkara} = :key LIMIT 1;

-- name: case_read
SELECT {perkara.perkara_id}, COALESCE({perkara_efiling.nomor_register}, {perkara.nomor_register}), {perkara.nomor_perkara},
	COALESCE({perkara.nomor_urut_perkara}, CAST(SUBSTRING_INDEX({perkara.nomor_perkara}, '/', 1) AS UNSIGNED)),
	{perkara.alur_perkara_id}, {perkara.jenis_perkara_id}, {perkara.jenis_perkara_nama}, {perkara.tanggal_pendaftaran},
	{perkara.tahapan_terakhir_text}, {perkara.proses_terakhir_text}, {perkara_penetapan.penetapan_majelis_hakim},
	{perkara_penetapan.penetapan_panitera_pengganti}, {perkara_penetapan.penetapan_jurusita},
	{perkara_penetapan.penetapan_hari_sidang}, {perkara_penetapan.sidang_pertama}
FROM {perkara}
LEFT JOIN {perkara_efiling_id} ON {perkara_efiling_id.perkara_id} = {perkara.perkara_id}
LEFT JOIN {perkara_efiling} ON {perkara_efiling.efiling_id} = {perkara_efiling_id.efiling_id}
LEFT JOIN {perkara_penetapan} ON {perkara_penetapan.perkara_id} = {perkara.perkara_id}
WHERE {perkara.perkara_id} = :key LIMIT 1;
-- name: case_judges
SELECT {perkara_hakim_pn.hakim_id}, {perkara_hakim_pn.hakim_nama}, {perkara_hakim_pn.jabatan_hakim_id}
FROM {perkara_hakim_pn}
WHERE {perkara_hakim_pn.perkara_id} = :key AND COALESCE({perkara_hakim_pn.aktif}, 'Y') NOT IN ('T', 'N', '0')
ORDER BY {perkara_hakim_pn.urutan} LIMIT 20;
-- name: case_registrars
SELECT {perkara_panitera_pn.panitera_id}, {perkara_panitera_pn.panitera_nama}, NULL
FROM {perkara_panitera_pn}
WHERE {perkara_panitera_pn.perkara_id} = :key AND COALESCE({perkara_panitera_pn.aktif}, 'Y') NOT IN ('T', 'N', '0')
ORDER BY {perkara_panitera_pn.urutan} LIMIT 20;
-- name: case_bailiffs
SELECT {perkara_jurusita.jurusita_id}, {perkara_jurusita.jurusita_nama}, NULL
FROM {perkara_jurusita}
WHERE {perkara_jurusita.perkara_id} = :key AND COALESCE({perkara_jurusita.aktif}, 'Y') NOT IN ('T', 'N', '0')
ORDER BY {perkara_jurusita.urutan} LIMIT 20;
-- name: case_hearings
SELECT {perkara_jadwal_sidang.id}, {perkara_jadwal_sidang.urutan}, {perkara_jadwal_sidang.tanggal_sidang},
	{perkara_jadwal_sidang.jam_sidang}, {perkara_jadwal_sidang.sampai_jam}, {perkara_jadwal_sidang.agenda},
	{perkara_jadwal_sidang.ruangan}, {perkara_jadwal_sidang.ditunda}, {perkara_jadwal_sidang.alasan_ditunda}
FROM {perkara_jadwal_sidang} WHERE {perkara_jadwal_sidang.perkara_id} = :key
ORDER BY {perkara_jadwal_sidang.urutan} LIMIT 100;
-- ket_temu has a default in SIPP: for a summons not yet carried out it means nothing.
-- name: case_summonses
SELECT {perkara_pelaksanaan_relaas.id}, {perkara_pelaksanaan_relaas.sidang_id},
	COALESCE({jurusita.nama_gelar}, {jurusita.nama}), {pihak.nama}, {perkara_pelaksanaan_relaas.tanggal_relaas},
	IF({perkara_pelaksanaan_relaas.tanggal_relaas} > '0001-01-01', {perkara_pelaksanaan_relaas.ket_temu}, NULL),
	{perkara_pelaksanaan_relaas.no_resi_pos},
	LEFT({perkara_pelaksanaan_relaas.ket_hasil_relaas}, 1000)
FROM {perkara_pelaksanaan_relaas}
LEFT JOIN {jurusita} ON {jurusita.id} = {perkara_pelaksanaan_relaas.jurusita_id}
LEFT JOIN {pihak} ON {pihak.id} = {perkara_pelaksanaan_relaas.pihak_id}
WHERE {perkara_pelaksanaan_relaas.perkara_id} = :key
ORDER BY {perkara_pelaksanaan_relaas.id} LIMIT 100;

-- What changed, each case once, in the order of its last change; a row without a time counts as very old.
-- name: changes
SELECT stamp, id FROM (SELECT MAX(one) AS stamp, id FROM (
	SELECT {perkara.perkara_id} AS id, COALESCE({perkara.diperbaharui_tanggal}, {perkara.diinput_tanggal}, '1970-01-02') AS one
	FROM {perkara} WHERE {perkara.diperbaharui_tanggal} >= :since OR {perkara.diinput_tanggal} >= :since OR :since < '1970-01-03'
	UNION ALL SELECT {perkara_penetapan.perkara_id}, COALESCE({perkara_penetapan.diperbaharui_tanggal}, {perkara_penetapan.diinput_tanggal}, '1970-01-02')
	FROM {perkara_penetapan} WHERE {perkara_penetapan.diperbaharui_tanggal} >= :since OR {perkara_penetapan.diinput_tanggal} >= :since OR :since < '1970-01-03'
	UNION ALL SELECT {perkara_hakim_pn.perkara_id}, COALESCE({perkara_hakim_pn.diperbaharui_tanggal}, {perkara_hakim_pn.diinput_tanggal}, '1970-01-02')
	FROM {perkara_hakim_pn} WHERE {perkara_hakim_pn.diperbaharui_tanggal} >= :since OR {perkara_hakim_pn.diinput_tanggal} >= :since OR :since < '1970-01-03'
	UNION ALL SELECT {perkara_panitera_pn.perkara_id}, COALESCE({perkara_panitera_pn.diperbaharui_tanggal}, {perkara_panitera_pn.diinput_tanggal}, '1970-01-02')
	FROM {perkara_panitera_pn} WHERE {perkara_panitera_pn.diperbaharui_tanggal} >= :since OR {perkara_panitera_pn.diinput_tanggal} >= :since OR :since < '1970-01-03'
	UNION ALL SELECT {perkara_jurusita.perkara_id}, COALESCE({perkara_jurusita.diperbaharui_tanggal}, {perkara_jurusita.diinput_tanggal}, '1970-01-02')
	FROM {perkara_jurusita} WHERE {perkara_jurusita.diperbaharui_tanggal} >= :since OR {perkara_jurusita.diinput_tanggal} >= :since OR :since < '1970-01-03'
	UNION ALL SELECT {perkara_jadwal_sidang.perkara_id}, COALESCE({perkara_jadwal_sidang.diperbaharui_tanggal}, {perkara_jadwal_sidang.diinput_tanggal}, '1970-01-02')
	FROM {perkara_jadwal_sidang} WHERE {perkara_jadwal_sidang.diperbaharui_tanggal} >= :since OR {perkara_jadwal_sidang.diinput_tanggal} >= :since OR :since < '1970-01-03'
	UNION ALL SELECT {perkara_pelaksanaan_relaas.perkara_id}, COALESCE({perkara_pelaksanaan_relaas.diperbaharui_tanggal}, {perkara_pelaksanaan_relaas.diinput_tanggal}, '1970-01-02')
	FROM {perkara_pelaksanaan_relaas} WHERE {perkara_pelaksanaan_relaas.diperbaharui_tanggal} >= :since OR {perkara_pelaksanaan_relaas.diinput_tanggal} >= :since OR :since < '1970-01-03'
	) AS touched WHERE one >= :since GROUP BY id) AS latest
WHERE (stamp > :since OR id > CAST(:id AS UNSIGNED)) AND EXISTS (
	SELECT 1 FROM {perkara} LEFT JOIN {perkara_efiling_id} ON {perkara_efiling_id.perkara_id} = {perkara.perkara_id}
	WHERE {perkara.perkara_id} = latest.id
	AND ({perkara_efiling_id.efiling_id} IS NOT NULL OR {perkara.nomor_register} <> ''))
ORDER BY stamp, id LIMIT 101;
-- A reading never moves past this, so that a slow writer or a clock a little behind is not passed over.
-- name: overlap
SELECT NOW() - INTERVAL 120 SECOND;

-- ---- who is known already ----
-- name: persons
SELECT {pihak.id}, {pihak.nama}, {pihak.nomor_indentitas} FROM {pihak} WHERE {pihak.nomor_indentitas} = :key LIMIT 100;
-- name: person_cases
SELECT {perkara.nomor_perkara}, {perkara.jenis_perkara_id}, {perkara.jenis_perkara_nama}, {perkara.tanggal_pendaftaran},
	{perkara.perkara_id}, {perkara_efiling.nomor_register}, 1
FROM {perkara_pihak1} JOIN {perkara} ON {perkara.perkara_id} = {perkara_pihak1.perkara_id}
LEFT JOIN {perkara_efiling_id} ON {perkara_efiling_id.perkara_id} = {perkara.perkara_id}
LEFT JOIN {perkara_efiling} ON {perkara_efiling.efiling_id} = {perkara_efiling_id.efiling_id}
WHERE {perkara_pihak1.pihak_id} = :key
UNION ALL SELECT {perkara.nomor_perkara}, {perkara.jenis_perkara_id}, {perkara.jenis_perkara_nama}, {perkara.tanggal_pendaftaran},
	{perkara.perkara_id}, {perkara_efiling.nomor_register}, 2
FROM {perkara_pihak2} JOIN {perkara} ON {perkara.perkara_id} = {perkara_pihak2.perkara_id}
LEFT JOIN {perkara_efiling_id} ON {perkara_efiling_id.perkara_id} = {perkara.perkara_id}
LEFT JOIN {perkara_efiling} ON {perkara_efiling.efiling_id} = {perkara_efiling_id.efiling_id}
WHERE {perkara_pihak2.pihak_id} = :key
UNION ALL SELECT {perkara.nomor_perkara}, {perkara.jenis_perkara_id}, {perkara.jenis_perkara_nama}, {perkara.tanggal_pendaftaran},
	{perkara.perkara_id}, {perkara_efiling.nomor_register}, 4
FROM {perkara_pihak4} JOIN {perkara} ON {perkara.perkara_id} = {perkara_pihak4.perkara_id}
LEFT JOIN {perkara_efiling_id} ON {perkara_efiling_id.perkara_id} = {perkara.perkara_id}
LEFT JOIN {perkara_efiling} ON {perkara_efiling.efiling_id} = {perkara_efiling_id.efiling_id}
WHERE {perkara_pihak4.pihak_id} = :key LIMIT 100;
-- name: decided
SELECT 1 FROM {perkara_putusan} WHERE {perkara_putusan.perkara_id} = :key AND {perkara_putusan.tanggal_putusan} IS NOT NULL LIMIT 1;

-- ---- the court ----
-- name: court
SELECT {sys_config.name}, {sys_config.value} FROM {sys_config}
WHERE {sys_config.name} IN ('NamaPN', 'AlamatPN', 'KetuaPNNama', 'KetuaPNNIP', 'PanSekNama', 'PanSekNIP');

-- ---- a new case ----
-- name: type_any
SELECT {jenis_perkara.id} FROM {jenis_perkara}
WHERE COALESCE({jenis_perkara.aktif}, 'Y') NOT IN ('T', 'N', '0') ORDER BY {jenis_perkara.id} LIMIT 1;
-- name: type_read
SELECT {jenis_perkara.kode}, {jenis_perkara.nama}, {jenis_perkara.nama_lengkap} FROM {jenis_perkara}
WHERE {jenis_perkara.id} = :key AND COALESCE({jenis_perkara.aktif}, 'Y') NOT IN ('T', 'N', '0') LIMIT 1;
-- Locked until the commit: no other case of this alur and year can be inserted meanwhile.
-- name: number_last
SELECT COALESCE(MAX(GREATEST(COALESCE({perkara.nomor_urut_perkara}, 0),
	CAST(SUBSTRING_INDEX({perkara.nomor_perkara}, '/', 1) AS UNSIGNED))), 0)
FROM {perkara} WHERE {perkara.alur_perkara_id} = :alur
AND {perkara.tanggal_pendaftaran} >= :first AND {perkara.tanggal_pendaftaran} < :next FOR UPDATE;
-- name: register_lock
SELECT {perkara_efiling.alur_perkara_id} FROM {perkara_efiling}
WHERE {perkara_efiling.nomor_register} = :key LIMIT 1 FOR UPDATE;
-- A representative whom SIPP knows already.
-- name: advocate_known
SELECT {pihak_pengacara.pihak_id} FROM {pihak_pengacara} JOIN {pihak} ON {pihak.id} = {pihak_pengacara.pihak_id}
WHERE {pihak_pengacara.nomor_induk} = :card AND {pihak.nama} = :name LIMIT 1;
-- name: row_insert
INSERT INTO {} ({columns}) VALUES ({values});
-- name: row_update
UPDATE {} SET {pairs} WHERE {key} = :key;
-- name: key_last
SELECT COALESCE(MAX({key}), 0) FROM {} WHERE {key} >= :first FOR UPDATE;

-- ---- the outcome of a summons ----
-- name: party_named
SELECT {perkara_pihak1.pihak_id} FROM {perkara_pihak1} WHERE {perkara_pihak1.perkara_id} = :id AND {perkara_pihak1.nama} = :name
UNION ALL SELECT {perkara_pihak2.pihak_id} FROM {perkara_pihak2}
WHERE {perkara_pihak2.perkara_id} = :id AND {perkara_pihak2.nama} = :name
UNION ALL SELECT {perkara_pihak4.pihak_id} FROM {perkara_pihak4}
WHERE {perkara_pihak4.perkara_id} = :id AND {perkara_pihak4.nama} = :name LIMIT 1;
-- name: hearing_next
SELECT {perkara_jadwal_sidang.id} FROM {perkara_jadwal_sidang} WHERE {perkara_jadwal_sidang.perkara_id} = :id
ORDER BY {perkara_jadwal_sidang.tanggal_sidang} < :day, ABS(DATEDIFF({perkara_jadwal_sidang.tanggal_sidang}, :day)) LIMIT 1;
-- name: hearing_on
SELECT {perkara_jadwal_sidang.id} FROM {perkara_jadwal_sidang} WHERE {perkara_jadwal_sidang.perkara_id} = :id
AND {perkara_jadwal_sidang.tanggal_sidang} = :hearing_on ORDER BY {perkara_jadwal_sidang.id} DESC LIMIT 1;
-- name: bailiff_named
SELECT {jurusita.id} FROM {jurusita} WHERE {jurusita.nama} = :name OR {jurusita.nama_gelar} = :name LIMIT 1;
-- name: bailiff_of_case
SELECT {perkara_jurusita.jurusita_id} FROM {perkara_jurusita}
WHERE {perkara_jurusita.perkara_id} = :id AND COALESCE({perkara_jurusita.aktif}, 'Y') NOT IN ('T', 'N', '0')
ORDER BY {perkara_jurusita.urutan} LIMIT 1;
-- name: summons_known
SELECT {perkara_pelaksanaan_relaas.id}, {perkara_pelaksanaan_relaas.tanggal_relaas} FROM {perkara_pelaksanaan_relaas}
WHERE {perkara_pelaksanaan_relaas.perkara_id} = :id AND {perkara_pelaksanaan_relaas.pihak_id} = :party
AND ({perkara_pelaksanaan_relaas.tanggal_relaas} IS NULL AND {perkara_pelaksanaan_relaas.sidang_id} = :hearing
	OR {perkara_pelaksanaan_relaas.tanggal_relaas} = :day AND {perkara_pelaksanaan_relaas.ket_temu} = :outcome)
ORDER BY {perkara_pelaksanaan_relaas.tanggal_relaas} IS NULL LIMIT 1 FOR UPDATE;
-- The row of an outcome that was mended: as it was, else as it is already, else a planned one.
-- name: summons_mended
SELECT {perkara_pelaksanaan_relaas.id}, {perkara_pelaksanaan_relaas.doc_relaas} FROM {perkara_pelaksanaan_relaas}
WHERE {perkara_pelaksanaan_relaas.perkara_id} = :id AND {perkara_pelaksanaan_relaas.pihak_id} = :party
AND ({perkara_pelaksanaan_relaas.tanggal_relaas} = :was_day AND {perkara_pelaksanaan_relaas.ket_temu} = :was_outcome
	OR {perkara_pelaksanaan_relaas.tanggal_relaas} = :day AND {perkara_pelaksanaan_relaas.ket_temu} = :outcome
	OR {perkara_pelaksanaan_relaas.tanggal_relaas} IS NULL AND {perkara_pelaksanaan_relaas.sidang_id} = :hearing)
ORDER BY {perkara_pelaksanaan_relaas.tanggal_relaas} IS NULL,
	{perkara_pelaksanaan_relaas.tanggal_relaas} <> :was_day OR {perkara_pelaksanaan_relaas.ket_temu} <> :was_outcome
LIMIT 1 FOR UPDATE;
