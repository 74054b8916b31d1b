namespace Renstra.SampleData.Files;

/// <summary>A table of strings or formats as files keep it: every entry once.</summary>
internal sealed class IndexedList : List<string>
{
    /// <summary>The index of an entry, which is added where it is missing.</summary>
    public int Of(string entry)
    {
        var index = IndexOf(entry);
        if (index < 0)
        {
            index = Count;
            Add(entry);
        }

        return index;
    }
}
