namespace Renstra.Transform.Reference;

/// <summary>
/// The keys that stand in a table, in faulty rows as well: one mistake is reported once, where it is, and not again wherever
/// another file speaks of that row.
/// </summary>
internal sealed class KnownKeys<TKey>(ReferenceTable table, Func<ReferenceRow, TKey> key)
{
    private readonly HashSet<TKey> _keys = [.. table.Rows.Select(key)];

    /// <summary>Whether a row has the key; taken to be so when the whole table is broken.</summary>
    public bool Contains(TKey key) => table.IsBroken || _keys.Contains(key);
}
