using Renstra.Transform.Forms;
using Renstra.Transform.Indicators;

namespace Renstra.SampleData.Story;

/// <summary>From what was the case to what an office wrote.</summary>
internal delegate IReadOnlyDictionary<IndicatorCode, FormAmounts> Miswriting(IReadOnlyDictionary<IndicatorCode, FormAmounts> figures);
