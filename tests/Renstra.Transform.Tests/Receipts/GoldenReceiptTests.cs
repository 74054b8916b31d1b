using System.Text;
using Renstra.Testing;
using Renstra.Transform.Receipts;

namespace Renstra.Transform.Tests.Receipts;

/// <summary>Whole receipts, to be looked at in a browser and compared to the letter.</summary>
public sealed class GoldenReceiptTests
{
    private const string Folder = "tests/Renstra.Transform.Tests/TestData/Receipts";

    [Fact]
    public void A_receipt_of_an_accepted_file() => AssertGolden("diterima", SampleReceipts.Accepted);

    [Fact]
    public void A_receipt_of_a_returned_file() => AssertGolden("dikembalikan", SampleReceipts.Returned);

    [Fact]
    public void A_receipt_of_a_file_of_which_a_part_is_accepted() => AssertGolden("diterima-sebagian", SampleReceipts.Partly);

    private static void AssertGolden(string name, Receipt receipt)
    {
        var page = ReceiptPage.Write(receipt);
        var json = Encoding.UTF8.GetString(ReceiptJson.Write(receipt)) + "\n";

        Assert.Equal(GoldenFile.Read($"{Folder}/{name}.html", page), page);
        Assert.Equal(GoldenFile.Read($"{Folder}/{name}.json", json), json);
    }
}
