namespace Renstra.Transform.Workbooks;

/// <summary>
/// A list that grows by pieces instead of by doubling: what it holds is never copied, and a million cells are never in memory twice. No
/// piece is large enough for the large object heap, which is collected seldom.
/// </summary>
internal sealed class ChunkedList<T>
{
    private const int ChunkBits = 10;
    private const int ChunkSize = 1 << ChunkBits;
    private const int FirstChunk = 16;

    private readonly List<T[]> _chunks = [];

    // Most sheets are small: the first piece alone grows by doubling.
    private T[] _last = new T[FirstChunk];
    private int _lastCount;

    public ChunkedList() => _chunks.Add(_last);

    /// <summary>How many items there are.</summary>
    public int Count { get; private set; }

    /// <summary>The item at an index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative or not below <see cref="Count"/>.</exception>
    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return _chunks[index >> ChunkBits][index & (ChunkSize - 1)];
        }
    }

    /// <summary>Adds an item at the end.</summary>
    public void Add(T item)
    {
        if (_lastCount == _last.Length)
        {
            MakeRoom();
        }

        _last[_lastCount++] = item;
        Count++;
    }

    private void MakeRoom()
    {
        if (_last.Length < ChunkSize)
        {
            Array.Resize(ref _last, _last.Length * 2);
            _chunks[0] = _last;
        }
        else
        {
            _chunks.Add(_last = new T[ChunkSize]);
            _lastCount = 0;
        }
    }
}
