-- A database shaped like SIPP 3.2.0-4 for the tests: the tables loket-sippd knows, with the names, types and widths
-- they are known by, and some of the columns it does not use. Written by us; no row is from a court.
-- Some tables are latin1 and some utf8, and one does not count by itself, because SIPPs differ.
SET NAMES utf8mb4;
CREATE TABLE perkara (
	perkara_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, jenis_acara CHAR(1), alur_perkara_id INT NOT NULL,
	tanggal_pendaftaran DATE, jenis_perkara_id INT, jenis_perkara_kode VARCHAR(20), jenis_perkara_nama VARCHAR(100),
	jenis_perkara_text VARCHAR(400), nomor_urut_register INT, nomor_urut_perkara INT, nomor_perkara VARCHAR(250) NOT NULL,
	nomor_indeks VARCHAR(250), tanggal_surat DATE, nomor_surat VARCHAR(150), surat_dok VARCHAR(250), pihak1_text TEXT,
	pihak2_text TEXT, pihak3_text TEXT, pihak4_text TEXT, pengacara_pihak1 TEXT, para_pihak TEXT, pihak_dipublikasikan CHAR(1) DEFAULT 'Y',
	posita TEXT, petitum TEXT, petitum_dok VARCHAR(250), catatan_pendaftaran TEXT, prodeo TINYINT(1) DEFAULT 0,
	tahapan_terakhir_id INT, tahapan_terakhir_text VARCHAR(50), proses_terakhir_id INT, proses_terakhir_text VARCHAR(200),
	nilai_sengketa BIGINT, diinput_oleh VARCHAR(50), diinput_tanggal DATETIME, diperbaharui_oleh VARCHAR(50),
	diperbaharui_tanggal DATETIME, KEY alur (alur_perkara_id, tanggal_pendaftaran), KEY nomor (nomor_perkara)
) ENGINE=InnoDB DEFAULT CHARSET=latin1;
CREATE TABLE pihak (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, jenis_pihak_id INT, jenis_indentitas VARCHAR(50),
	nomor_indentitas VARCHAR(50), nama VARCHAR(500), tempat_lahir VARCHAR(50), tanggal_lahir DATE, jenis_kelamin VARCHAR(1),
	golongan_darah VARCHAR(2), alamat VARCHAR(500), rtrw VARCHAR(20), kelurahan VARCHAR(50), kecamatan VARCHAR(50),
	kabupaten_id INT, kabupaten VARCHAR(50), propinsi_id INT, propinsi VARCHAR(50), telepon VARCHAR(50), fax VARCHAR(50),
	email VARCHAR(50), agama_id INT, agama_nama VARCHAR(50), status_kawin CHAR(1), pekerjaan VARCHAR(255), pendidikan_id INT,
	pendidikan VARCHAR(50), warga_negara_id INT, warga_negara VARCHAR(50), nama_ayah VARCHAR(50), nama_ibu VARCHAR(50),
	keterangan VARCHAR(255), difabel CHAR(1) DEFAULT 'T', diinput_oleh VARCHAR(50), diinput_tanggal DATETIME,
	diperbaharui_oleh VARCHAR(50), diperbaharui_tanggal DATETIME, KEY nik (nomor_indentitas)
) ENGINE=InnoDB DEFAULT CHARSET=latin1;
CREATE TABLE perkara_pihak1 (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, perkara_id BIGINT, urutan INT, pihak_id BIGINT, jenis_pihak_id INT,
	nama VARCHAR(500), alamat VARCHAR(500), keterangan VARCHAR(255), diinput_oleh VARCHAR(50), diinput_tanggal DATETIME,
	KEY perkara (perkara_id), KEY pihak (pihak_id)
) ENGINE=InnoDB DEFAULT CHARSET=latin1;
CREATE TABLE perkara_pihak2 (
	id BIGINT NOT NULL PRIMARY KEY, perkara_id BIGINT, urutan INT, pihak_id BIGINT, jenis_pihak_id INT,
	nama VARCHAR(500), alamat VARCHAR(500), keterangan VARCHAR(255), pangkat VARCHAR(50), nrp VARCHAR(50), ghaib TINYINT(1) NOT NULL,
	diinput_oleh VARCHAR(50), diinput_tanggal DATETIME, KEY perkara (perkara_id), KEY pihak (pihak_id)
) ENGINE=InnoDB DEFAULT CHARSET=latin1;
CREATE TABLE perkara_pihak4 (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, perkara_id BIGINT, urutan INT, pihak_id BIGINT, jenis_pihak_id INT,
	nama VARCHAR(500), alamat VARCHAR(500), keterangan VARCHAR(255), ghaib TINYINT(1), diinput_oleh VARCHAR(50),
	diinput_tanggal DATETIME, KEY perkara (perkara_id), KEY pihak (pihak_id)
) ENGINE=InnoDB DEFAULT CHARSET=latin1;
CREATE TABLE perkara_efiling (
	efiling_id BIGINT NOT NULL PRIMARY KEY, satker_id INT NOT NULL, kode_satker VARCHAR(10), nama_satker VARCHAR(255),
	nomor_register VARCHAR(30), tanggal_pendaftaran DATE, alur_perkara_id INT NOT NULL, jenis_perkara_id INT,
	jenis_perkara_nama VARCHAR(100), status_pendaftaran_id INT, status_pendaftaran_text VARCHAR(255), nomor_va CHAR(100),
	jumlah_skum DECIMAL(16,2), tanggal_bayar DATETIME, batas_pembayaran DATETIME, status_pembayaran CHAR(1) DEFAULT '0',
	nomor_perkara VARCHAR(50), tgl_pendaftaran_perkara DATE, status_litigasi TINYINT(1), diinput_oleh VARCHAR(50),
	diinput_tanggal DATETIME, KEY register (nomor_register)
) ENGINE=InnoDB DEFAULT CHARSET=utf8;
CREATE TABLE perkara_efiling_id (
	perkara_id BIGINT NOT NULL PRIMARY KEY, efiling_id BIGINT NOT NULL, diinput_oleh VARCHAR(50), diinput_tanggal DATETIME,
	KEY efiling (efiling_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8;
CREATE TABLE perkara_data_pernikahan (
	perkara_id BIGINT NOT NULL PRIMARY KEY, tgl_nikah DATE NOT NULL, tgl_kutipan_akta_nikah DATE NOT NULL,
	no_kutipan_akta_nikah VARCHAR(100), kua_tempat_nikah VARCHAR(255), kode_kua INT, diinput_oleh VARCHAR(30), diinput_tanggal DATETIME
) ENGINE=InnoDB DEFAULT CHARSET=latin1;
CREATE TABLE pihak_pengacara (
	pihak_id BIGINT NOT NULL PRIMARY KEY, nomor_induk VARCHAR(50), alamat_kantor VARCHAR(500),
	FOREIGN KEY (pihak_id) REFERENCES pihak (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=latin1;
CREATE TABLE perkara_pengacara (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, perkara_id BIGINT NOT NULL, pihak_ke TINYINT(1) NOT NULL, pihak_id BIGINT NOT NULL,
	urutan INT, pengacara_id BIGINT NOT NULL, nama VARCHAR(500), alamat VARCHAR(500), keterangan VARCHAR(500),
	aktif CHAR(1) NOT NULL DEFAULT 'Y', nomor_kuasa VARCHAR(50), tanggal_kuasa DATE, diinput_oleh VARCHAR(30), diinput_tanggal DATETIME,
	FOREIGN KEY (perkara_id) REFERENCES perkara (perkara_id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=latin1;
CREATE TABLE perkara_putusan (
	perkara_id BIGINT NOT NULL PRIMARY KEY, tanggal_putusan DATE, status_putusan_id INT, tanggal_minutasi DATE
) ENGINE=InnoDB DEFAULT CHARSET=latin1;
CREATE TABLE perkara_penetapan (
	perkara_id BIGINT NOT NULL PRIMARY KEY, penetapan_majelis_hakim DATE, majelis_hakim_id VARCHAR(50),
	majelis_hakim_nama TEXT, penetapan_panitera_pengganti DATE, panitera_pengganti_id VARCHAR(50),
	panitera_pengganti_text TEXT, penetapan_jurusita DATE, jurusita_id VARCHAR(50), jurusita_text TEXT,
	penetapan_hari_sidang DATE, sidang_pertama DATE, diinput_tanggal DATETIME, diperbaharui_tanggal DATETIME
) ENGINE=InnoDB DEFAULT CHARSET=latin1;
CREATE TABLE perkara_hakim_pn (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, perkara_id BIGINT NOT NULL, tahapan_id INT NOT NULL DEFAULT 10, urutan INT,
	jabatan_hakim_id INT, jabatan_hakim_nama VARCHAR(50), hakim_id INT, hakim_nama VARCHAR(255), aktif CHAR(1) DEFAULT 'Y',
	diinput_tanggal DATETIME, diperbaharui_tanggal DATETIME, KEY perkara (perkara_id)
) ENGINE=InnoDB DEFAULT CHARSET=latin1;
CREATE TABLE perkara_panitera_pn (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, perkara_id BIGINT NOT NULL, urutan INT, panitera_id INT,
	panitera_nama VARCHAR(255), aktif CHAR(1) DEFAULT 'Y', diinput_tanggal DATETIME, diperbaharui_tanggal DATETIME,
	KEY perkara (perkara_id)
) ENGINE=InnoDB DEFAULT CHARSET=latin1;
CREATE TABLE perkara_jurusita (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, perkara_id BIGINT NOT NULL, urutan INT, jurusita_id INT,
	jurusita_nama VARCHAR(255), aktif CHAR(1) DEFAULT 'Y', diinput_tanggal DATETIME, diperbaharui_tanggal DATETIME,
	KEY perkara (perkara_id)
) ENGINE=InnoDB DEFAULT CHARSET=latin1;
CREATE TABLE hakim_pn (
	id INT NOT NULL PRIMARY KEY, kode VARCHAR(20), nip VARCHAR(50), pangkat VARCHAR(50), jabatan VARCHAR(50), nama VARCHAR(50),
	nama_gelar VARCHAR(50), aktif CHAR(1) DEFAULT 'Y'
) ENGINE=InnoDB DEFAULT CHARSET=latin1;
CREATE TABLE jurusita (
	id INT NOT NULL PRIMARY KEY, kode VARCHAR(20), nip VARCHAR(50), pangkat VARCHAR(50), jabatan VARCHAR(50), nama VARCHAR(50),
	nama_gelar VARCHAR(50), aktif CHAR(1) DEFAULT 'Y'
) ENGINE=InnoDB DEFAULT CHARSET=latin1;
CREATE TABLE perkara_jadwal_sidang (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, perkara_id BIGINT NOT NULL, verzet CHAR(1) NOT NULL DEFAULT 'T', urutan INT NOT NULL,
	tanggal_sidang DATE NOT NULL, jam_sidang TIME, sampai_jam TIME, agenda_id INT, agenda VARCHAR(500), ruangan_id INT,
	ruangan VARCHAR(50), ditunda CHAR(1) NOT NULL DEFAULT 'T', alasan_ditunda VARCHAR(500), diinput_tanggal DATETIME,
	diperbaharui_tanggal DATETIME, KEY perkara (perkara_id)
) ENGINE=InnoDB DEFAULT CHARSET=latin1;
CREATE TABLE perkara_pelaksanaan_relaas (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, perkara_id BIGINT NOT NULL, sidang_id BIGINT NOT NULL, jurusita_id INT NOT NULL,
	pihak_id BIGINT, no_resi_pos VARCHAR(255), tanggal_relaas DATE, tanggal_jursit_pos DATE, ket_temu CHAR(1) DEFAULT 'Y',
	status_pos TINYINT, ket_hasil_relaas TEXT, doc_relaas VARCHAR(255), diinput_oleh VARCHAR(50), diinput_tanggal DATETIME,
	diperbaharui_oleh VARCHAR(50), diperbaharui_tanggal DATETIME, KEY perkara (perkara_id)
) ENGINE=InnoDB DEFAULT CHARSET=latin1;
CREATE TABLE jenis_perkara (
	id INT NOT NULL PRIMARY KEY, parent_id INT, kode VARCHAR(30), nama VARCHAR(100) NOT NULL, nama_lengkap VARCHAR(500),
	format_nomor VARCHAR(250), aktif CHAR(1) DEFAULT 'Y'
) ENGINE=InnoDB DEFAULT CHARSET=latin1;
CREATE TABLE alur_perkara (
	id INT NOT NULL PRIMARY KEY, kode VARCHAR(20), nama VARCHAR(100), jenis_pengadilan CHAR(1)
) ENGINE=InnoDB DEFAULT CHARSET=latin1;
CREATE TABLE sys_config (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, category VARCHAR(50), name VARCHAR(50), value TEXT)
ENGINE=InnoDB DEFAULT CHARSET=latin1;
-- one that loket-sippd must never see
CREATE TABLE sys_users (id INT NOT NULL PRIMARY KEY, name VARCHAR(50), password VARCHAR(255)) ENGINE=InnoDB DEFAULT CHARSET=latin1;
INSERT INTO sys_users VALUES (1, 'admin', 'rahasia');

INSERT INTO alur_perkara VALUES (15, 'G', 'Gugatan', '4'), (16, 'P', 'Permohonan', '4'), (17, 'GS', 'Gugatan Sederhana', '4');
INSERT INTO jenis_perkara (id, kode, nama, nama_lengkap, aktif) VALUES
	(341, 'IP', 'Izin Poligami', 'Izin Poligami', 'Y'), (346, 'CT', 'Cerai Talak', 'Perkawinan - Cerai Talak', 'Y'),
	(347, 'CG', 'Cerai Gugat', 'Perkawinan - Cerai Gugat', 'Y'), (360, 'IN', 'Pengesahan Perkawinan/Istbat Nikah', NULL, 'Y'),
	(362, 'DK', 'Dispensasi Kawin', NULL, 'Y'), (370, 'ES', 'Ekonomi Syariah', NULL, 'Y'), (371, 'P3HP', 'P3HP/Penetapan Ahli Waris', NULL, 'Y'),
	(342, 'PP', 'Pencegahan Perkawinan', NULL, 'T');
INSERT INTO hakim_pn (id, nip, jabatan, nama, nama_gelar, aktif) VALUES
	(1, '196501011990031001', 'Ketua', 'Abdullah', 'Drs. H. Abdullah, S.H., M.H.', 'Y'),
	(2, '197002021995032001', 'Hakim', 'Maryam', 'Dra. Hj. Maryam, M.H.', 'Y'), (3, '', 'Hakim', 'Yusuf', NULL, 'T');
INSERT INTO jurusita (id, nip, jabatan, nama, nama_gelar) VALUES
	(1, '198001012005011001', '1', 'Umar', 'Umar, S.H.'), (2, '198503122009041002', '2', 'Salim', 'Salim, S.H.I.');
INSERT INTO sys_config (name, value) VALUES ('NamaPN', 'PENGADILAN AGAMA CONTOH'), ('AlamatPN', 'Jalan Contoh<br>No. 1'),
	('KetuaPNNama', 'Drs. H. Abdullah, S.H., M.H.'), ('rahasia', 'x');
