using Renstra.SampleData.Anchors;
using Renstra.Transform.Calendar;
using Renstra.Transform.Forms;
using Renstra.Transform.Indicators;

namespace Renstra.SampleData.Story;

/// <summary>One file that was sent.</summary>
/// <param name="Office">The office that it reports about.</param>
/// <param name="Month">The month that it reports about.</param>
/// <param name="SentAt">When it was dropped into the shared folder, in WITA.</param>
/// <param name="Folder">The folder that it was dropped into.</param>
/// <param name="FileName">Its name.</param>
/// <param name="Figures">The numbers written into it.</param>
/// <param name="Earlier">The numbers of the year's months before, as they were.</param>
/// <param name="Parts">What they were broken down into.</param>
/// <param name="Episode">The part of the story that it is.</param>
internal sealed record Delivery(
    Office Office,
    ReportingMonth Month,
    DateTimeOffset SentAt,
    string Folder,
    string FileName,
    IReadOnlyDictionary<IndicatorCode, FormAmounts> Figures,
    IReadOnlyList<IReadOnlyDictionary<IndicatorCode, FormAmounts>> Earlier,
    IReadOnlyDictionary<FormPart, decimal> Parts,
    Episode Episode)
{
    public bool IsAccepted => Episode.ReturnedFor is null;
}
