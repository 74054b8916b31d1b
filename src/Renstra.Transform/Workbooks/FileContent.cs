using System.Runtime.InteropServices;

namespace Renstra.Transform.Workbooks;

/// <summary>The bytes of a file as a stream.</summary>
internal static class FileContent
{
    /// <summary>A stream over the bytes, without copying them where they lie in an array.</summary>
    public static MemoryStream ToStream(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(content.ToArray(), writable: false);
}
