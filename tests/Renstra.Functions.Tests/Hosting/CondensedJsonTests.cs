using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Renstra.Functions.Hosting;

namespace Renstra.Functions.Tests.Hosting;

public sealed class CondensedJsonTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{\"a\":\"\\\"quoted\\\"\",\"b\":\"back\\\\\",\"c\":\"\\u0022\"}")]
    [InlineData("{\"a\":{\"b\":[1,true,null,\"\",\"\u00e9\"]}}")]
    [InlineData("")]
    [InlineData("\"never closed")]
    [InlineData("\"ends in \\")]
    public async Task Text_with_short_strings_alone_stays_as_it_is_however_it_is_cut_up(string text)
    {
        var whole = await CondenseAsync(text, pieceLength: int.MaxValue);
        var inBytes = await CondenseAsync(text, pieceLength: 1);

        Assert.Equal((text, text), (whole, inBytes));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("\\\"")]
    [InlineData("\\\\")]
    [InlineData("\\u0022")]
    [InlineData("\u00e9")]
    public async Task A_long_string_becomes_an_empty_one_and_what_follows_it_stays(string content)
    {
        var filling = string.Concat(Enumerable.Repeat(content, CondensedJson.LongestString + 1));
        var text = $"{{\"Data\":{{\"blob\":\"{filling}\"}},\"Metadata\":{{\"name\":\"\\\"a.xlsx\\\"\"}}}}";

        var condensed = await CondenseAsync(text, pieceLength: 1000);

        Assert.Equal("{\"Data\":{\"blob\":\"\"},\"Metadata\":{\"name\":\"\\\"a.xlsx\\\"\"}}", condensed);
    }

    [Fact]
    public async Task A_string_of_just_the_length_that_is_kept_is_kept()
    {
        var text = JsonSerializer.Serialize(new string('A', CondensedJson.LongestString));

        Assert.Equal(text, await CondenseAsync(text, pieceLength: 1000));
    }

    [Fact]
    public async Task Text_that_stays_too_long_without_its_long_strings_is_refused()
    {
        var text = new string(' ', CondensedJson.LongestText + 1);

        await Assert.ThrowsAsync<InvalidDataException>(() => CondenseAsync(text, pieceLength: 4096));
    }

    [Fact]
    public async Task A_string_of_a_hundred_megabytes_passes_by_without_being_held()
    {
        // One megabyte a hundred times over, so that whatever shows as allocated is what was held.
        var text = Piece.Sequence("{\"Data\":{\"blob\":\""u8.ToArray(), Enumerable.Repeat(new byte[1 << 20], 100), "\"}}"u8.ToArray());
        var before = GC.GetAllocatedBytesForCurrentThread();

        var reading = CondensedJson.ReadAsync(PipeReader.Create(text), Cancellation);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(reading.IsCompleted);
        Assert.Equal("{\"Data\":{\"blob\":\"\"}}", Encoding.UTF8.GetString((await reading).Span));
        Assert.InRange(allocated, 0, 1 << 20);
    }

    private static async Task<string> CondenseAsync(string text, int pieceLength)
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        foreach (var piece in Encoding.UTF8.GetBytes(text).Chunk(pieceLength))
        {
            await pipe.Writer.WriteAsync(piece, Cancellation);
        }

        await pipe.Writer.CompleteAsync();
        var condensed = await CondensedJson.ReadAsync(pipe.Reader, Cancellation);
        return Encoding.UTF8.GetString(condensed.Span);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        private Piece(byte[] content, Piece? before)
        {
            Memory = content;
            RunningIndex = before is null ? 0 : before.RunningIndex + before.Memory.Length;
            before?.Next = this;
        }

        public static ReadOnlySequence<byte> Sequence(byte[] start, IEnumerable<byte[]> middle, byte[] end)
        {
            var first = new Piece(start, null);
            var last = new Piece(end, middle.Aggregate(first, (before, content) => new Piece(content, before)));
            return new ReadOnlySequence<byte>(first, 0, last, end.Length);
        }
    }
}
