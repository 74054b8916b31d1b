using System.Globalization;

namespace Renstra.Transform.Reference;

/// <summary>One thing wrong in a reference file.</summary>
/// <param name="File">The file's name, such as <c>target.csv</c>.</param>
/// <param name="Line">The line, counted from 1 with the header; 0 when the problem is about the whole file.</param>
/// <param name="Text">What is wrong and what would be right.</param>
public sealed record ReferenceProblem(string File, int Line, string Text)
{
    /// <summary><c>target.csv line 7: …</c></summary>
    public override string ToString() =>
        Line == 0 ? $"{File}: {Text}" : string.Create(CultureInfo.InvariantCulture, $"{File} line {Line}: {Text}");
}
