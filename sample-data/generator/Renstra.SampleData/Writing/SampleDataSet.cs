using Renstra.SampleData.Anchors;
using Renstra.SampleData.Figures;
using Renstra.SampleData.Story;
using Renstra.Transform.Forms;
using Renstra.Transform.Indicators;
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
        var writer = new MonthlyFormWriter(reference);
        foreach (var delivery in deliveries)
        {
            yield return new SampleFile($"berkas/{delivery.Folder}/{delivery.FileName}", Workbook(writer, delivery));
        }

        var tables = new Tables(offices, deliveries);
        yield return tables.Timeline();
        yield return tables.Truth();
        yield return tables.Status();
    }

    private static byte[] Workbook(MonthlyFormWriter writer, Delivery delivery)
    {
        using var output = new MemoryStream();
        writer.Write(output, new FormRequest(delivery.Office.Region.Code, delivery.Month, DataHolder.Region)
        {
            Officer = delivery.Office.Officer,
            FilledOn = DateOnly.FromDateTime(delivery.SentAt.DateTime),
            Amounts = delivery.Figures,
        });
        var form = output.ToArray();
        return delivery.Episode.Damage is { } damage ? FormEditor.Edit(form, damage) : form;
    }
}
