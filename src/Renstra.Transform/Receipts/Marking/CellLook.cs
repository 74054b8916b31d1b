namespace Renstra.Transform.Receipts.Marking;

/// <summary>How a cell of the list of findings looks. Colours are <c>AARRGGBB</c>.</summary>
internal sealed record CellLook
{
    public static CellLook Plain { get; } = new();

    public int Points { get; init; } = 11;

    public string Ink { get; init; } = "FF1C2430";

    public string? Fill { get; init; }

    public bool IsBold { get; init; }

    public bool IsLink { get; init; }

    public bool IsFramed { get; init; }

    public bool IsWrapped { get; init; }
}
