using System.Text;

namespace Renstra.SampleData.Files;

/// <summary>How text, and the beginning of a stream, is written in each version.</summary>
internal static class BiffText
{
    /// <summary>Text whose length takes one byte.</summary>
    public static byte[] Short(BiffVersion version, string text) => [(byte)text.Length, .. Characters(version, text)];

    /// <summary>Text whose length takes two bytes.</summary>
    public static byte[] Long(BiffVersion version, string text) => [.. BitConverter.GetBytes((ushort)text.Length), .. Characters(version, text)];

    /// <summary>The content of the record that begins a part of the workbook.</summary>
    public static byte[] BeginningOf(BiffVersion version, byte part) => version == BiffVersion.Biff8
        ? [0x00, 0x06, part, 0, 0xBB, 0x0D, 0xCC, 0x07, 0, 0, 0, 0, 6, 0, 0, 0]
        : [0x00, 0x05, part, 0, 0, 0, 0, 0];

    private static byte[] Characters(BiffVersion version, string text) =>
        version == BiffVersion.Biff8 ? [1, .. Encoding.Unicode.GetBytes(text)] : Encoding.GetEncoding(1252).GetBytes(text);
}
