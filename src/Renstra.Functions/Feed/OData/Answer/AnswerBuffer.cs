using System.Buffers;

namespace Renstra.Functions.Feed.OData.Answer;

/// <summary>The bytes of an answer while it is written, one after the other in memory that is lent and given back.</summary>
internal sealed class AnswerBuffer : IBufferWriter<byte>, IDisposable
{
    private const int FirstSize = 16 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstSize);

    /// <summary>How many bytes there are.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes; not to be kept beyond this object.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    /// <summary>The last byte; 0 while there is none.</summary>
    public byte Last => Length == 0 ? (byte)0 : _bytes[Length - 1];

    /// <summary>Room for at least so many bytes behind the last one.</summary>
    public Span<byte> Room(int size)
    {
        if (_bytes.Length - Length < size)
        {
            Grow(size);
        }

        return _bytes.AsSpan(Length);
    }

    /// <summary>Adds bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>Adds a byte.</summary>
    public void Add(byte value)
    {
        Room(1)[0] = value;
        Length++;
    }

    /// <inheritdoc/>
    public void Advance(int count) => Length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        _ = Room(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(Length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => Room(Math.Max(sizeHint, 1));

    /// <inheritdoc/>
    public void Dispose()
    {
        var bytes = Interlocked.Exchange(ref _bytes, []);
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private void Grow(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Length + size));
        _bytes.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
