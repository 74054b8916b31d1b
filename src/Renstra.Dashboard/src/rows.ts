/** Rows of the feed, with the columns that this page asks for. docs/feed.md says what they mean. */

export interface StatusData {
  readonly DibacaPada: string;
  readonly KirimanTerakhirPada: string | null;
  readonly PemeriksaanTerakhirPada: string | null;
  readonly PenetapanTerakhirPada: string | null;
  readonly BulanTetapTerakhir: string | null;
  readonly VersiReferensi: string;
  readonly PerubahanReferensiDitolak: boolean;
  readonly KirimanDitarik: number;
  readonly PenarikanTakDikenal: string | null;
  readonly VersiPerhitungan: number;
  readonly VersiAplikasi: string;
}

export interface Kalender {
  readonly Bulan: string;
  readonly BatasWaktu: string;
}

export interface Wilayah {
  readonly KodeWilayah: string;
  readonly NamaWilayah: string;
  readonly NamaSingkat: string;
  readonly Tingkat: string;
}

export interface Indikator {
  readonly KodeIndikator: string;
  readonly UrutanIndikator: number;
  readonly NamaIndikator: string;
  readonly Satuan: string;
  readonly Polaritas: string;
  readonly Desimal: number;
  readonly TahunAwal: number;
  readonly TahunAkhir: number;
}

export interface Target {
  readonly KodeIndikator: string;
  readonly KodeWilayahTarget: string;
  readonly BerlakuMulai: string;
  readonly Target: number;
}

export interface SkalaKategori {
  readonly Skala: string;
  readonly UrutanKategori: number;
  readonly Kategori: string;
  readonly BatasBawah: number;
  readonly Dipakai: boolean;
}

export interface Kinerja {
  readonly Bulan: string;
  readonly KodeWilayah: string;
  readonly NamaWilayah: string;
  readonly Tingkat: string;
  readonly KodeIndikator: string;
  readonly PembilangBulan: number | null;
  readonly PenyebutBulan: number | null;
  readonly RealisasiBulan: number | null;
  readonly Pembilang: number | null;
  readonly Penyebut: number | null;
  readonly Realisasi: number | null;
  readonly Target: number | null;
  readonly RasioCapaian: number | null;
  readonly Kategori: string | null;
  readonly UrutanKategori: number | null;
  readonly Berjalan: boolean;
  readonly StatusLapor: string;
  readonly DataBulan: string | null;
  readonly WilayahMelapor: number | null;
  readonly WilayahWajib: number | null;
  readonly Lengkap: boolean | null;
  readonly WilayahBelum: string | null;
  readonly LaporanMasuk: string | null;
  readonly StatusBulan: string;
  readonly PenetapanKe: number | null;
  readonly DitetapkanPada: string | null;
}

/** The columns above, as `$select`. */
export const kinerjaColumns = 'Bulan,KodeWilayah,NamaWilayah,Tingkat,KodeIndikator,PembilangBulan,PenyebutBulan,RealisasiBulan,Pembilang,Penyebut,'
  + 'Realisasi,Target,RasioCapaian,Kategori,UrutanKategori,Berjalan,StatusLapor,DataBulan,WilayahMelapor,WilayahWajib,Lengkap,WilayahBelum,'
  + 'LaporanMasuk,StatusBulan,PenetapanKe,DitetapkanPada';

export interface KepatuhanLaporan {
  readonly Bulan: string;
  readonly KodeWilayah: string;
  readonly PemegangData: string;
  readonly NamaWilayah: string;
  readonly BatasWaktu: string;
  readonly StatusKepatuhan: string;
  readonly HariTerlambat: number;
  readonly DiterimaPertamaPada: string | null;
  readonly LaporanMasuk: string | null;
  readonly DikembalikanLaporanMasuk: string | null;
}

export interface Laporan {
  readonly Bulan: string;
  readonly KodeWilayah: string;
  readonly PemegangData: string;
  readonly LaporanMasuk: string;
  readonly NamaWilayah: string;
  readonly StatusLaporan: string;
  readonly Berlaku: boolean;
  readonly Ditarik: boolean;
  readonly DiserahkanPada: string;
  readonly NamaBerkas: string;
}

export interface LaporanMasuk {
  readonly LaporanMasuk: string;
  readonly BulanTerima: string;
  readonly DiserahkanPada: string;
  readonly NamaBerkas: string;
  readonly NamaWilayahFolder: string | null;
  readonly Status: string;
  readonly Putusan: string | null;
  readonly NomorTandaTerima: string;
  readonly JumlahLaporan: number | null;
  readonly JumlahCatatan: number | null;
  readonly SelesaiPada: string | null;
  readonly DiantarPada: string | null;
  readonly BerkasTandaTerima: string | null;
  readonly VersiReferensi: string;
  readonly Ditarik: boolean;
  readonly AlasanPenarikan: string | null;
  readonly DitarikOleh: string | null;
  readonly DitarikPada: string | null;
}

export interface CatatanVerifikasi {
  readonly LaporanMasuk: string;
  readonly Nomor: number;
  readonly KodeCatatan: string;
  readonly TingkatCatatan: string;
  readonly Uraian: string;
  readonly Lembar: string | null;
  readonly Sel: string | null;
  readonly IsiSel: string | null;
  readonly KodeIndikator: string | null;
  readonly KodeWilayah: string | null;
  readonly Bulan: string | null;
  readonly PemegangData: string | null;
}

export interface DataRealisasi {
  readonly Bulan: string;
  readonly KodeWilayah: string;
  readonly LaporanMasuk: string;
  readonly KodeIndikator: string;
  readonly Peran: string;
  readonly NamaKomponen: string | null;
  readonly Satuan: string | null;
  readonly Jumlah: number;
  readonly Berlaku: boolean;
  readonly NamaBerkas: string;
  readonly Lembar: string;
  readonly Sel: string;
  readonly IsiSel: string;
  readonly DiserahkanPada: string;
}

export interface Komponen {
  readonly KodeIndikator: string;
  readonly Peran: string;
  readonly NamaKomponen: string;
  readonly Satuan: string;
  readonly Akumulasi: string;
  readonly Periode: string;
}

export interface PerubahanPenetapan {
  readonly Bulan: string;
  readonly PenetapanKe: number;
  readonly KodeWilayah: string;
  readonly NamaWilayah: string;
  readonly Tingkat: string;
  readonly KodeIndikator: string;
  readonly PembilangSebelum: number | null;
  readonly Pembilang: number | null;
  readonly PenyebutSebelum: number | null;
  readonly Penyebut: number | null;
  readonly RealisasiSebelum: number | null;
  readonly Realisasi: number | null;
  readonly SelisihRealisasi: number | null;
  readonly RasioCapaianSebelum: number | null;
  readonly RasioCapaian: number | null;
  readonly KategoriSebelum: string | null;
  readonly Kategori: string | null;
  readonly WilayahMelaporSebelum: number | null;
  readonly WilayahMelapor: number | null;
  readonly Sebab: string;
  readonly LaporanMasuk: string | null;
  readonly BanyakLaporanMasuk: number;
}

export interface Penetapan {
  readonly Bulan: string;
  readonly PenetapanKe: number;
  readonly Berlaku: boolean;
  readonly DitetapkanPada: string;
  readonly LaporanDiterima: number;
  readonly LaporanWajib: number;
  readonly LaporanBelum: string | null;
}
