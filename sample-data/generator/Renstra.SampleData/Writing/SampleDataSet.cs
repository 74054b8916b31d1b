using Renstra.SampleData.Anchors;
using Renstra.SampleData.Figures;
using Renstra.SampleData.Story;
using Renstra.SampleData.Writing.Styles;
using Renstra.Transform.Reference;

namespace Renstra.SampleData.Writing;

/// <summary>The whole of the sample data: workbooks, timeline and truth.</summary>
internal static class SampleDataSet
{
    /// <summary>Makes every file; the same on every run.</summary>
    public static IEnumerable<SampleFile> Generate(ReferenceData reference)
    {
        var offices = Office.ReadAll(reference.Regions);
        var deliveries = DeliveryPlan.Make(offices, new SampleYear(reference, offices), reference.Regions.Province);
        foreach (var delivery in deliveries)
        {
            yield return new SampleFile($"berkas/{delivery.Folder}/{delivery.FileName}", HouseStyle.Of(delivery.Office).Write(delivery, reference));
        }

        var tables = new Tables(offices, deliveries);
        yield return tables.Timeline();
        yield return tables.Truth();
        yield return tables.Parts();
        yield return tables.Status();
    }
}
