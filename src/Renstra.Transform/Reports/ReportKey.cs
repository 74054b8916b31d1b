using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Regions;

namespace Renstra.Transform.Reports;

/// <summary>What a report speaks about: of all accepted reports under one key, the latest submission stands.</summary>
/// <param name="Region">The kabupaten or kota.</param>
/// <param name="Month">The month reported about.</param>
/// <param name="Holder">Who reports.</param>
public readonly record struct ReportKey(RegionCode Region, ReportingMonth Month, DataHolder Holder);
