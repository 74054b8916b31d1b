namespace Renstra.Functions.Feed.Query;

/// <summary>One page of an answer.</summary>
/// <param name="Shape">What the rows look like.</param>
/// <param name="Rows">The rows, in order.</param>
/// <param name="Count">How many rows there are on all pages; null when that was not asked.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
internal sealed record RowPage(RowShape Shape, IReadOnlyList<object> Rows, long? Count, SkipToken? Next);
