using System.Diagnostics;
using System.Globalization;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Tests.Reading.Corpus.Mutations;

/// <summary>
/// Whatever is done to a file of the corpus, reading it as ingestion does comes to an end, within memory, and accepts no number that is not
/// in the file. <c>RENSTRA_MUTATIONS</c> sets how many files are damaged, <c>RENSTRA_SEED</c> where to begin; a failure names the number of
/// its mutation, which alone repeats it.
/// </summary>
public sealed class MutatedSubmissionsTests
{
    private const long MostAllocated = 300L << 20;

    private static int Mutations => Setting("RENSTRA_MUTATIONS", 2_000);

    private static int FirstSeed => Setting("RENSTRA_SEED", 0);

    [Fact]
    public void No_damage_makes_a_number_that_is_not_in_the_file()
    {
        var corpus = CorpusFixtures.ByFolder.Values
            .SelectMany(CorpusFixtures.FilesOf)
            .Where(file => file.Fixture.Folder != "ditolak-bom-zip")
            .ToList();
        var reader = Submissions.Reader();
        var tally = new Tally();

        for (var seed = FirstSeed; seed < FirstSeed + Mutations; seed++)
        {
            var mutation = new CorpusMutation(seed, corpus);
            var damaged = mutation.Apply();
            var source = Submissions.Source(mutation.Victim.Fixture.From, mutation.Victim.Name);
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var started = Stopwatch.GetTimestamp();
            SubmissionReading reading;
            try
            {
                reading = reader.Read(damaged, source);
            }
            catch (Exception cause)
            {
                throw new InvalidOperationException($"Mutation {seed} of {mutation.Victim.Path} was not read to an end.", cause);
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            Assert.True(allocated < MostAllocated, $"Mutation {seed} of {mutation.Victim.Path} took {allocated} bytes.");
            tally.Add(reading, allocated, Stopwatch.GetElapsedTime(started));
            AssertNumbersAreInTheFile(reading, damaged, tally, $"Mutation {seed} of {mutation.Victim.Path}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine(tally.ToString());

        // Damage that is never noticed, or always, would mean that the mutations do not reach the reader.
        Assert.True(tally.CountOf(Verdict.Diterima) > Mutations / 20, tally.ToString());
        Assert.True(tally.CountOf(Verdict.Dikembalikan) > Mutations / 20, tally.ToString());
        Assert.True(tally.AmountsComparedByCell > 0, tally.ToString());
    }

    private static void AssertNumbersAreInTheFile(SubmissionReading reading, byte[] file, Tally tally, string which)
    {
        var amounts = reading.Reports
            .Where(report => report.IsAccepted)
            .SelectMany(report => report.Figures)
            .SelectMany(figure => new[] { figure.Numerator, figure.Denominator! })
            .ToList();
        if (amounts.Count == 0)
        {
            return;
        }

        var provenance = Provenance.Of(file);
        tally.Add(amounts.Count, provenance.IsByCell);
        Assert.All(amounts, amount => Assert.True(
            provenance.Confirms(amount), $"{which}: {amount.Amount} is not what {amount.Location.Sheet}!{amount.Location.Cell} says, \"{amount.Raw}\"."));
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : usual;
}
