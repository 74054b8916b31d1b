using System.Xml;

namespace Renstra.Transform.Workbooks.Xml;

/// <summary>
/// The names that an XML reader has met. It keeps every one for good, so a part made of ever new names would fill the memory; real parts
/// know a few hundred.
/// </summary>
internal sealed class BoundedNames : NameTable
{
    private const int MaxNames = 4_096;

    private int _count;

    public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

    private string Counted(string name) => ++_count > MaxNames ? throw UnreadableFileException.Corrupt() : name;
}
