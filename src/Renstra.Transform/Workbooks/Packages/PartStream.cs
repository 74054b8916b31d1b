using System.IO.Compression;
using System.IO.Hashing;

namespace Renstra.Transform.Workbooks.Packages;

/// <summary>
/// The inflated bytes of one part. They are counted against the budget as they come, whatever size the package declares, and compared
/// with the part's checksum at the end, which <see cref="ZipArchive"/> does not do: without it a flipped bit is a wrong number.
/// </summary>
internal sealed class PartStream : ReadOnlyStream
{
    private readonly Stream _inflated;
    private readonly uint _checksum;
    private readonly ReadingBudget _budget;
    private readonly Crc32 _crc = new();

    public PartStream(ZipArchiveEntry entry, ReadingBudget budget)
    {
        _budget = budget;
        _checksum = entry.Crc32;
        try
        {
            _inflated = entry.Open();
        }
        catch (InvalidDataException cause)
        {
            throw UnreadableFileException.Corrupt(cause);
        }
    }

    public override int Read(Span<byte> buffer)
    {
        int count;
        try
        {
            count = _inflated.Read(buffer);
        }
        catch (InvalidDataException cause)
        {
            throw UnreadableFileException.Corrupt(cause);
        }

        _budget.TakeBytes(count);
        _crc.Append(buffer[..count]);
        return count == 0 && buffer.Length > 0 && _crc.GetCurrentHashAsUInt32() != _checksum
            ? throw UnreadableFileException.Corrupt()
            : count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inflated.Dispose();
        }

        base.Dispose(disposing);
    }
}
