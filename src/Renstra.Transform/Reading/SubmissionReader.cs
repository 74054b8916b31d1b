using Renstra.Transform.Calendar;
using Renstra.Transform.Reading.Amounts;
using Renstra.Transform.Reading.Assembly;
using Renstra.Transform.Reading.Identities;
using Renstra.Transform.Reading.Tables;
using Renstra.Transform.Reading.Verification;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reading;

/// <summary>
/// Reads submissions: from the bytes of a file to reports and findings. The result depends on the bytes, the file's name and folder,
/// the moment it was handed in (a month that had not begun by then cannot be reported about) and the reference data; on nothing else.
/// Safe for use by several threads at once.
/// </summary>
/// <param name="reference">The reference data to read by.</param>
/// <param name="workbookLimits">How much of a file is read.</param>
/// <param name="limits">How much of what is found is kept.</param>
public sealed class SubmissionReader(ReferenceData reference, WorkbookLimits workbookLimits, ReadingLimits limits)
{
    private readonly IndicatorNames _names = new(reference);
    private readonly IdentityFinder _identities = new(reference);
    private readonly AmountParser _amounts = new(reference.Vocabulary, limits.MaxAmount);
    private readonly FindingCollector _findings = new(reference.Severities, limits);

    /// <summary>Reads a submission. No content makes this method throw.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="source">What is known of it besides.</param>
    public SubmissionReading Read(ReadOnlyMemory<byte> content, SubmissionSource source)
    {
        var reading = WorkbookReader.Read(content, workbookLimits);
        if (reading.IsRead)
        {
            return Read(reading.Workbook, source, HasPictures(content.Span)) with { Format = reading.Workbook.Format };
        }

        return Returned(reading.Problem);
    }

    /// <summary>What is said of a file that has more bytes than are read, without having it.</summary>
    /// <param name="size">Bytes.</param>
    public SubmissionReading RefuseTooLarge(long size) =>
        Returned(new FileProblem(FileProblemKind.TooLarge, workbookLimits.MaxFileBytes, size));

    /// <summary>Reads a workbook that is already open.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="source">What is known of it besides.</param>
    /// <param name="hasPictures">Whether the file holds pictures or text boxes.</param>
    internal SubmissionReading Read(Workbook workbook, SubmissionSource source, bool hasPictures = false)
    {
        var subjects = new HeadingSubjects(_names, _identities);
        var trouble = new TableTrouble(_identities, subjects, reference.Vocabulary);
        var content = OpenContentReader(subjects, trouble).Read(workbook);
        if (content.Tables.Count == 0)
        {
            // A table of which no row is understood is there all the same.
            var isThere = content.Remarks.Any(remark => remark.Code is FindingCodes.CodeAndNameDisagree or FindingCodes.IndicatorUnclear or FindingCodes.NumbersScaled);
            if (!isThere && content.Remarks.Any(remark => remark.Code == FindingCodes.TargetsIgnored))
            {
                return Returned(content.Remarks.Select(remark => remark.Code == FindingCodes.TargetsIgnored ? remark with { Code = FindingCodes.TableMissing } : remark));
            }

            return Returned(isThere ? content.Remarks : [TableMissing(workbook, trouble, hasPictures), .. content.Remarks]);
        }

        var folder = source.Folder is { IsProvince: false } region ? region : (RegionCode?)null;
        var assembly = new ReportAssembler(reference, folder).Assemble(content, source.FileName);
        var verifier = new ReportVerifier(reference, Wita.MonthOf(source.SubmittedAt), limits.MaxRawCharacters);
        var remarks = new List<Remark>(assembly.Remarks);
        var read = new List<(ReportKey Key, IReadOnlyList<Figure> Figures)>();
        foreach (var (key, entries) in assembly.Reports)
        {
            var (figures, found) = verifier.Verify(key, entries);
            read.Add((key, figures));
            remarks.AddRange(found);
        }

        // What cannot be told apart into reports is checked all the same, so that everything wrong is said at once.
        remarks.AddRange(assembly.Unassigned.SelectMany(entry => EntryVerifier.Verify(entry, null, limits.MaxRawCharacters).Remarks));
        if (remarks.Exists(remark => remark.Code == FindingCodes.NumbersScaled))
        {
            // The column is there; it is only not read.
            remarks.RemoveAll(remark => remark is { Code: FindingCodes.HalfFilled, Raw: null });
        }

        var unclear = remarks.SelectMany(remark => remark.Candidates).ToHashSet();
        remarks.RemoveAll(remark => remark is { Code: FindingCodes.IndicatorMissing, Indicator: { } missing } && unclear.Contains(missing));
        var (kept, all) = _findings.Collect(remarks);
        var returned = all.Where(finding => finding.Severity == Severity.Kesalahan).Select(finding => finding.Report).ToHashSet();
        return new SubmissionReading(
            [.. read.Select(report => new ReportReading(report.Key, report.Figures, !returned.Contains(null) && !returned.Contains(report.Key)))],
            kept,
            all.Count)
        {
            KnownRegion = read.Count == 0 ? OnlyOne(assembly.Unassigned.Select(entry => entry.ReportedRegion?.Code)) : null,
            KnownMonth = read.Count == 0 ? OnlyOne(assembly.Unassigned.Select(entry => entry.ReportedMonth)) : null,
        };
    }

    private static T? OnlyOne<T>(IEnumerable<T?> values)
        where T : struct => values.Distinct().ToList() is [{ } only] ? only : null;

    /// <summary>Why there is no table, as far as that can be seen.</summary>
    private static Remark TableMissing(Workbook workbook, TableTrouble trouble, bool hasPictures)
    {
        var message = workbook.Sheets.All(sheet => sheet.RowCount == 0) ? hasPictures ? FindingTexts.NoNumbersButPictures : FindingTexts.NothingWritten
            : hasPictures && workbook.Sheets.All(TableTrouble.HoldsNoNumber) ? FindingTexts.NoNumbersButPictures
            : FindingTexts.TableMissing;
        return message == FindingTexts.TableMissing
            ? workbook.Sheets.Select((sheet, index) => trouble.OnItsSide(new SheetText(sheet, index))).FirstOrDefault(remark => remark is not null)
                ?? new Remark(FindingCodes.TableMissing, message)
            : new Remark(FindingCodes.TableMissing, message);
    }

    /// <summary>The names of a package's parts stand in it as they are, however its contents are compressed.</summary>
    private static bool HasPictures(ReadOnlySpan<byte> content) => content.IndexOf("/media/"u8) >= 0 || content.IndexOf("/drawings/drawing"u8) >= 0 || content.IndexOf("Pictures/"u8) >= 0;

    private SubmissionReading Returned(FileProblem problem)
    {
        var (code, message) = FileTexts.Of(problem);
        return Returned([new Remark(code, message)]);
    }

    private SubmissionReading Returned(IEnumerable<Remark> remarks)
    {
        var (kept, all) = _findings.Collect(remarks);
        return new SubmissionReading([], kept, all.Count);
    }

    private WorkbookContentReader OpenContentReader(HeadingSubjects subjects, TableTrouble trouble)
    {
        var matcher = new RowMatcher(_names, reference.Vocabulary);
        var picker = new AmountPicker(_amounts, _names, reference.Vocabulary);
        var finder = new TableFinder(reference.Vocabulary, subjects);
        var reader = new TableReader(_names, matcher, picker, _identities, trouble, reference.Vocabulary);
        return new WorkbookContentReader(finder, reader, trouble, _identities, reference.Vocabulary);
    }
}

/// <summary>How much of what is found in a submission is kept, and what is too large to be believed.</summary>
public sealed record ReadingLimits
{
    /// <summary>The limits that hold unless something else is configured.</summary>
    public static ReadingLimits Default { get; } = new();

    /// <summary>Findings kept of one submission: 1 to 10,000, default 200. Kesalahan are kept before Peringatan; all are counted.</summary>
    public int MaxFindings { get; init => field = (int)Within(value, 1, 10_000); } = 200;

    /// <summary>Characters kept of what a cell holds: 10 to 32,767, default 200.</summary>
    public int MaxRawCharacters { get; init => field = (int)Within(value, 10, 32_767); } = 200;

    /// <summary>The largest amount that is believed, in a component's unit: default 999,999,999; the province has under six million people.</summary>
    public long MaxAmount { get; init => field = Within(value, 1, long.MaxValue); } = 999_999_999;

    private static long Within(long value, long least, long most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most);
        return value;
    }
}
