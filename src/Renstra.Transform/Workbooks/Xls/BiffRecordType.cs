namespace Renstra.Transform.Workbooks.Xls;

/// <summary>The records that matter here. Names and numbers of [MS-XLS] 2.3; the older ones are those of BIFF2 to BIFF4.</summary>
internal static class BiffRecordType
{
    public const int Integer2 = 0x0002;
    public const int Number2 = 0x0003;
    public const int Label2 = 0x0004;
    public const int BoolErr2 = 0x0005;
    public const int Formula = 0x0006;
    public const int Bof2 = 0x0009;
    public const int Eof = 0x000A;
    public const int FilePass = 0x002F;
    public const int Font = 0x0031;
    public const int Continue = 0x003C;
    public const int CodePage = 0x0042;
    public const int ColInfo = 0x007D;
    public const int BoundSheet = 0x0085;
    public const int MulRk = 0x00BD;
    public const int RString = 0x00D6;
    public const int CellFormat = 0x00E0;
    public const int MergeCells = 0x00E5;
    public const int SharedStrings = 0x00FC;
    public const int LabelSst = 0x00FD;
    public const int Dimensions = 0x0200;
    public const int Integer = 0x0202;
    public const int Number = 0x0203;
    public const int Label = 0x0204;
    public const int BoolErr = 0x0205;
    public const int Formula3 = 0x0206;
    public const int Row = 0x0208;
    public const int Bof3 = 0x0209;
    public const int Rk = 0x027E;
    public const int Formula4 = 0x0406;
    public const int Bof4 = 0x0409;
    public const int Bof = 0x0809;
}
