using System.Globalization;
using Azure;
using Azure.Data.Tables;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using Renstra.Functions.Storage;

namespace Renstra.Functions.Tests.Storage;

public sealed class TablesTests
{
    private readonly TableClient _table = Substitute.For<TableClient>();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(200, 2)]
    [InlineData(201, 3)]
    public async Task Rows_go_into_as_few_transactions_as_storage_takes(int rows, int transactions)
    {
        var sizes = new List<int>();
        _table.SubmitTransactionAsync(Arg.Do<IEnumerable<TableTransactionAction>>(actions => sizes.Add(actions.Count())), Arg.Any<CancellationToken>())
            .Returns(Substitute.For<Response<IReadOnlyList<Response>>>());

        await _table.UpsertAsync(Rows(rows), TestContext.Current.CancellationToken);

        Assert.Equal(transactions, sizes.Count);
        Assert.Equal(rows, sizes.Sum());
        Assert.All(sizes, size => Assert.InRange(size, 1, Tables.LargestBatch));
    }

    [Fact]
    public async Task A_transaction_that_storage_refuses_is_told_and_the_ones_after_it_are_not_sent()
    {
        var refusal = new RequestFailedException(503, "Server busy");
        _table.SubmitTransactionAsync(Arg.Any<IEnumerable<TableTransactionAction>>(), Arg.Any<CancellationToken>()).ThrowsAsync(refusal);

        var told = await Assert.ThrowsAsync<RequestFailedException>(() => _table.UpsertAsync(Rows(250), TestContext.Current.CancellationToken));

        Assert.Same(refusal, told);
        await _table.Received(1).SubmitTransactionAsync(Arg.Any<IEnumerable<TableTransactionAction>>(), Arg.Any<CancellationToken>());
    }

    private static IEnumerable<TableEntity> Rows(int count) =>
        Enumerable.Range(0, count).Select(number => new TableEntity("2024-07", number.ToString("000", CultureInfo.InvariantCulture)));
}
