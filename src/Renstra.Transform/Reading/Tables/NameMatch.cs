namespace Renstra.Transform.Reading.Tables;

/// <summary>What a name was found to mean.</summary>
/// <typeparam name="T">An indicator, or a component of one.</typeparam>
/// <param name="Match">What is meant; default when that is not clear.</param>
/// <param name="Candidates">Where nothing is clear, what the name is like, the most like first; none when it is like nothing.</param>
internal readonly record struct NameMatch<T>(T? Match, IReadOnlyList<T> Candidates)
    where T : class
{
    public static readonly NameMatch<T> None = new(null, []);
}
