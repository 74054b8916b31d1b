using Renstra.SampleData.Story;
using Renstra.Transform.Forms;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;

namespace Renstra.SampleData.Writing.Styles;

/// <summary>The form that the province hands out, filled in.</summary>
internal static class OfficialForm
{
    public static byte[] Write(Delivery delivery, ReferenceData reference)
    {
        using var output = new MemoryStream();
        new MonthlyFormWriter(reference).Write(output, new FormRequest(delivery.Office.Region.Code, delivery.Month, DataHolder.Region)
        {
            Officer = delivery.Office.Officer,
            FilledOn = DateOnly.FromDateTime(delivery.SentAt.DateTime),
            Amounts = delivery.Figures,
            Parts = delivery.Parts,
        });
        var form = output.ToArray();
        return delivery.Episode.Damage is { } damage ? FormEditor.Edit(form, damage) : form;
    }
}
