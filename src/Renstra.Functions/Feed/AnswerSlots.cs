using Microsoft.Extensions.Options;
using Renstra.Functions.Feed.OData;

namespace Renstra.Functions.Feed;

/// <summary>
/// Lets so many answers be made at one time and so many requests wait for their turn, first come first served, so that memory and
/// processors stay free for others however much is asked for at once.
/// </summary>
internal sealed class AnswerSlots(IOptions<FeedOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(options.Value.MostAtOnce);
    private int _waiting;
    private long _unsent;

    private long MostUnsent => options.Value.UnsentBytes;

    /// <summary>One's turn, when it comes.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RefusedRequest">Too many are waiting.</exception>
    public async Task<Slot> EnterAsync(CancellationToken cancellation)
    {
        if (await _slots.WaitAsync(TimeSpan.Zero, cancellation))
        {
            return new Slot(this, hasWaited: false);
        }

        try
        {
            if (Interlocked.Increment(ref _waiting) > options.Value.MostWaiting)
            {
                throw RefusedRequest.TooMany();
            }

            await _slots.WaitAsync(cancellation);
            return new Slot(this, hasWaited: true);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public void Dispose() => _slots.Dispose();

    /// <summary>A turn.</summary>
    internal sealed class Slot(AnswerSlots slots, bool hasWaited) : IDisposable
    {
        private long _bytes;
        private bool _isHeld = true;

        /// <summary>Whether others came first.</summary>
        public bool HasWaited { get; } = hasWaited;

        /// <summary>
        /// The answer is made: the next one may begin. Where too many bytes are waiting to be read by their clients, it may so only
        /// when this one is sent.
        /// </summary>
        /// <param name="bytes">How many this one keeps in memory until then.</param>
        public void Made(int bytes)
        {
            _bytes = bytes;
            if (Interlocked.Add(ref slots._unsent, bytes) <= slots.MostUnsent)
            {
                Leave();
            }
        }

        /// <summary>The answer is sent, or given up.</summary>
        public void Dispose()
        {
            Interlocked.Add(ref slots._unsent, -_bytes);
            _bytes = 0;
            Leave();
        }

        private void Leave()
        {
            if (_isHeld)
            {
                _isHeld = false;
                slots._slots.Release();
            }
        }
    }
}
