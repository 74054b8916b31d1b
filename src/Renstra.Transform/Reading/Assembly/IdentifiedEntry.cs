using Renstra.Transform.Calendar;
using Renstra.Transform.Regions;
using Renstra.Transform.Reading.Tables;

namespace Renstra.Transform.Reading.Assembly;

/// <summary>An entry, and the region and month that it was found to be about; null where that could not be told.</summary>
internal sealed record IdentifiedEntry(IndicatorEntry Entry, Region? Region, ReportingMonth? Month);
