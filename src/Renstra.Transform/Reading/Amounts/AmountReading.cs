namespace Renstra.Transform.Reading.Amounts;

/// <summary>What was understood of a number cell. Nothing at all means that the cell is blank: not reported, which is not 0.</summary>
internal readonly record struct AmountReading
{
    /// <summary>A blank cell.</summary>
    public static readonly AmountReading Blank;

    /// <summary>A sign or word that says that there is no figure, such as <c>-</c> or <c>belum ada</c>.</summary>
    public static readonly AmountReading MarkedAsMissing = new() { IsMarkedAsMissing = true };

    /// <summary>There is something, but which of several cells counts is not clear, or none of them does; a remark says so.</summary>
    public static readonly AmountReading Undecided = new() { IsUndecided = true };

    /// <summary>The amount, in the component's unit; null when there is none.</summary>
    public decimal? Amount { get; private init; }

    /// <summary>Why there is no amount although the cell is filled in.</summary>
    public AmountProblem? Problem { get; private init; }

    /// <summary>Whether the cell says in so many words that there is no figure.</summary>
    public bool IsMarkedAsMissing { get; private init; }

    /// <summary>Whether there is something that cannot be used.</summary>
    public bool IsUndecided { get; private init; }

    /// <summary>Whether the office meant to report something here.</summary>
    public bool IsAttempted => Amount is not null || Problem is not null || IsUndecided;

    public static AmountReading Of(decimal amount) => new() { Amount = amount };

    public static AmountReading Of(AmountProblem problem) => new() { Problem = problem };
}
