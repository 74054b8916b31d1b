using Renstra.Transform.Regions;

namespace Renstra.Functions.Chasing;

/// <summary>What one office was reminded of.</summary>
/// <param name="Region">The office.</param>
/// <param name="Reports">How many reports it owed.</param>
/// <param name="Text">What it was told.</param>
internal sealed record OfficeReminder(RegionCode Region, int Reports, string Text);
