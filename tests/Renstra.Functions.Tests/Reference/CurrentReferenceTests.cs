using System.Globalization;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Renstra.Functions.Reference;
using Renstra.Functions.Storage;
using Renstra.Functions.Tests.Storage;
using Renstra.Testing;
using Renstra.Testing.Azurite;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Tests.Reference;

public sealed class CurrentReferenceTests(AzuriteFixture azurite)
{
    private static readonly IndicatorCode Iku1 = IndicatorCode.Parse("IKU-1");
    private static readonly TimeSpan AWhile = new ReferenceOptions().CheckInterval;

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2024, 8, 5, 1, 30, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bad_file_is_refused_whole_with_its_reasons_and_what_was_in_force_stays()
    {
        await using var app = await App.CreateAsync(azurite, _clock);
        await PutAsync(app, "target.csv", Targets("91"));
        var reference = app.Services.GetRequiredService<CurrentReference>();
        await reference.GetAsync(Cancellation);
        await PutAsync(app, "target.csv", Targets("sembilan puluh"));
        await PutAsync(app, "aturan.csv", "Kode\nN01");

        _clock.Advance(AWhile);
        var data = await reference.GetAsync(Cancellation);

        Assert.Equal(91, data.Targets.Find(Iku1, 2024));
        Assert.Contains(reference.Refused, problem => problem is { File: "target.csv", Line: 2 });
        Assert.Contains(reference.Refused, problem => problem.File == "aturan.csv");
    }

    [Fact]
    public async Task What_was_in_force_stays_even_when_the_app_starts_anew_over_a_bad_file()
    {
        await using var app = await App.CreateAsync(azurite, _clock);
        await PutAsync(app, "target.csv", Targets("91"));
        var before = await app.Services.GetRequiredService<CurrentReference>().GetAsync(Cancellation);
        await PutAsync(app, "target.csv", Targets("sembilan puluh"));
        await using var anew = App.On(app.Account, _clock);
        var reference = anew.Services.GetRequiredService<CurrentReference>();

        var data = await reference.GetAsync(Cancellation);

        Assert.Equal(before.Version, data.Version);
        Assert.NotEmpty(reference.Refused);
    }

    [Fact]
    public async Task A_bad_file_where_there_never_was_a_good_one_leaves_what_is_shipped()
    {
        await using var app = await App.CreateAsync(azurite, _clock);
        await PutAsync(app, "target.csv", "");
        var reference = app.Services.GetRequiredService<CurrentReference>();

        var data = await reference.GetAsync(Cancellation);

        Assert.Equal(ReferenceData.Shipped.Version, data.Version);
        Assert.NotEmpty(reference.Refused);
    }

    [Fact]
    public async Task A_file_under_a_name_that_overrides_nothing_is_refused_and_not_passed_over()
    {
        await using var app = await App.CreateAsync(azurite, _clock);
        await PutAsync(app, "Target.csv", Targets("91"));
        var reference = app.Services.GetRequiredService<CurrentReference>();

        var data = await reference.GetAsync(Cancellation);

        Assert.Equal(ReferenceData.Shipped.Version, data.Version);
        Assert.Equal("Target.csv", Assert.Single(reference.Refused).File);
    }

    [Fact]
    public async Task A_file_that_is_not_UTF_8_or_far_too_long_is_refused()
    {
        await using var app = await App.CreateAsync(azurite, _clock);
        await PutAsync(app, "target.csv", BinaryData.FromBytes([0x4B, 0xE9, 0x0A]));
        await PutAsync(app, "skala.csv", BinaryData.FromBytes(new byte[ReferenceBlobs.LongestFile + 1]));
        var reference = app.Services.GetRequiredService<CurrentReference>();

        await reference.GetAsync(Cancellation);

        Assert.Equal(["skala.csv", "target.csv"], reference.Refused.Select(problem => problem.File));
    }

    [Fact]
    public async Task A_good_file_takes_effect_after_a_while_without_a_new_start()
    {
        await using var app = await App.CreateAsync(azurite, _clock);
        var reference = app.Services.GetRequiredService<CurrentReference>();
        var shipped = await reference.GetAsync(Cancellation);
        await PutAsync(app, "target.csv", Targets("91"));

        var atOnce = await reference.GetAsync(Cancellation);
        _clock.Advance(AWhile);
        var later = await reference.GetAsync(Cancellation);

        Assert.Same(shipped, atOnce);
        Assert.Equal(91, later.Targets.Find(Iku1, 2024));
        Assert.Empty(reference.Refused);
    }

    [Fact]
    public async Task Taking_the_files_away_brings_back_what_is_shipped()
    {
        await using var app = await App.CreateAsync(azurite, _clock);
        await PutAsync(app, "target.csv", Targets("91"));
        var reference = app.Services.GetRequiredService<CurrentReference>();
        await reference.GetAsync(Cancellation);
        await Container(app).DeleteBlobAsync("target.csv", cancellationToken: Cancellation);

        _clock.Advance(AWhile);

        Assert.Equal(ReferenceData.Shipped.Version, (await reference.GetAsync(Cancellation)).Version);
    }

    [Theory]
    [InlineData("90", "91")]
    [InlineData("91", "90")]
    public async Task Of_two_versions_within_a_second_the_later_one_is_the_last_good_one(string first, string second)
    {
        await using var app = await App.CreateAsync(azurite, _clock);
        var reference = app.Services.GetRequiredService<CurrentReference>();
        foreach (var target in new[] { first, second, first, second })
        {
            await PutAsync(app, "target.csv", Targets(target));
            await reference.LookAsync(Cancellation);
        }

        await PutAsync(app, "target.csv", Targets("sembilan puluh"));
        await using var restarted = App.On(app.Account, _clock);
        var data = await restarted.Services.GetRequiredService<CurrentReference>().GetAsync(Cancellation);

        Assert.Equal(int.Parse(second, CultureInfo.InvariantCulture), data.Targets.Find(Iku1, 2024));
    }

    [Fact]
    public async Task A_mended_file_is_no_longer_refused()
    {
        await using var app = await App.CreateAsync(azurite, _clock);
        await PutAsync(app, "target.csv", Targets("sembilan puluh"));
        var reference = app.Services.GetRequiredService<CurrentReference>();
        await reference.GetAsync(Cancellation);
        await PutAsync(app, "target.csv", Targets("90"));

        _clock.Advance(AWhile);
        await reference.GetAsync(Cancellation);

        Assert.Empty(reference.Refused);
    }

    [Fact]
    public async Task An_instance_that_missed_a_good_version_takes_it_when_a_bad_file_follows()
    {
        await using var app = await App.CreateAsync(azurite, _clock);
        await using var other = App.On(app.Account, _clock);
        await PutAsync(app, "target.csv", Targets("91"));
        var reference = app.Services.GetRequiredService<CurrentReference>();
        await reference.GetAsync(Cancellation);

        // Storage tells to the second which version came later.
        await Foreign.PauseAsync(TimeSpan.FromSeconds(1.1), Cancellation);
        await PutAsync(app, "target.csv", Targets("92"));
        await other.Services.GetRequiredService<CurrentReference>().GetAsync(Cancellation);
        await PutAsync(app, "target.csv", Targets("sembilan puluh"));

        var data = (await reference.LookAsync(Cancellation)).Data;

        Assert.Equal(92, data.Targets.Find(Iku1, 2024));
    }

    [Fact]
    public async Task A_version_that_was_in_force_can_be_had_again()
    {
        await using var app = await App.CreateAsync(azurite, _clock);
        await PutAsync(app, "target.csv", Targets("91"));
        var reference = app.Services.GetRequiredService<CurrentReference>();
        var first = await reference.GetAsync(Cancellation);
        await PutAsync(app, "target.csv", Targets("92"));
        await using var anew = App.On(app.Account, _clock);

        var again = await anew.Services.GetRequiredService<CurrentReference>().GetAsync(first.Version, Cancellation);

        Assert.Equal(first.Version, again.Version);
        Assert.Equal(91, again.Targets.Find(Iku1, 2024));
    }

    [Fact]
    public async Task For_a_version_that_never_was_the_one_in_force_serves()
    {
        await using var app = await App.CreateAsync(azurite, _clock);

        var data = await app.Services.GetRequiredService<CurrentReference>().GetAsync("0123456789ab", Cancellation);

        Assert.Equal(ReferenceData.Shipped.Version, data.Version);
    }

    [Fact]
    public async Task As_long_as_nothing_changes_a_look_is_one_request()
    {
        var faults = new StorageFaults(_ => Fault.None);
        await using var app = await App.CreateAsync(azurite, _clock, builder => faults.Install(builder, retries: 0));
        await PutAsync(app, "target.csv", Targets("91"));
        var reference = app.Services.GetRequiredService<CurrentReference>();
        await reference.GetAsync(Cancellation);
        var before = faults.Requests;

        await reference.GetAsync(Cancellation);
        _clock.Advance(AWhile);
        await reference.GetAsync(Cancellation);

        Assert.Equal(1, faults.Requests - before);
    }

    // IKU-1's target for 2024 is the first 90 of the file.
    private static string Targets(string iku1In2024)
    {
        var shipped = ReferenceFiles.Shipped["target.csv"];
        var at = shipped.IndexOf(",90,", StringComparison.Ordinal) + 1;
        return $"{shipped[..at]}{iku1In2024}{shipped[(at + 2)..]}";
    }

    private static Task PutAsync(App app, string name, string content) => PutAsync(app, name, BinaryData.FromString(content));

    private static Task PutAsync(App app, string name, BinaryData content) =>
        Container(app).GetBlobClient(name).UploadAsync(content, overwrite: true, Cancellation);

    private static BlobContainerClient Container(App app) => app.Account.Blobs().GetBlobContainerClient(StorageNames.ReferenceContainer);
}
