using Microsoft.Extensions.DependencyInjection;
using Renstra.Functions.Ingestion;
using Renstra.Testing.Azurite;
using Renstra.Transform.Workbooks;

namespace Renstra.Functions.Tests.Ingestion;

public sealed class ReceiptBlobsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_returned_form_comes_back_marked_and_an_accepted_one_does_not()
    {
        await using var app = await App.CreateAsync(azurite, TimeProvider.System);
        var accepted = OfficialForm.Filled("53.02", "2024-07");
        var returned = OfficialForm.Filled("53.03", "2024-07");
        await Kiriman.PutAsync(app, Kiriman.Name("53.02", "2024-08-05T01:00:00Z", accepted), accepted);
        await Kiriman.PutAsync(app, Kiriman.Name("53.02", "2024-08-05T02:00:00Z", returned), returned);

        var first = await Kiriman.DeliverAsync(app, Kiriman.Name("53.02", "2024-08-05T01:00:00Z", accepted));
        var second = await Kiriman.DeliverAsync(app, Kiriman.Name("53.02", "2024-08-05T02:00:00Z", returned));

        var receipts = app.Services.GetRequiredService<ReceiptBlobs>();
        Assert.Null(await receipts.WorkbookAsync(first!.Id, TestContext.Current.CancellationToken));
        var workbook = await receipts.WorkbookAsync(second!.Id, TestContext.Current.CancellationToken);
        Assert.Equal(".xlsx", workbook!.Extension);
        var sheets = WorkbookReader.Read(workbook.Content, WorkbookLimits.Default).Workbook!.Sheets;
        Assert.Equal(("Laporan", "Catatan Verifikasi"), (sheets[0].Name, sheets[^1].Name));
    }
}
