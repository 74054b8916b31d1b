using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;
using Renstra.Transform.Regions;

namespace Renstra.Functions.Chasing;

/// <summary>
/// Reminders in <c>pengingat</c>: one blob for each reporting month and day, <c>2024-07/2024-08-05.json</c>, so that a day's reminders
/// are there whole or not at all.
/// </summary>
internal sealed class ReminderBlobs(StorageClients storage)
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string Suffix = ".json";
    private const string DeliveredMark = "diantar";

    /// <summary>Whether a day's reminders were written.</summary>
    public async Task<bool> ExistsAsync(ReportingMonth month, DateOnly day, CancellationToken cancellation) =>
        await Blob(month, day).ExistsAsync(cancellation);

    /// <summary>Writes a day's reminders.</summary>
    /// <returns>False when they were written before; those stand.</returns>
    public Task<bool> TryAddAsync(RemindersOfDay reminders, CancellationToken cancellation) => Blob(reminders.Month, reminders.Day)
        .UploadAsync(
            BinaryData.FromObjectAsJson(Content.Of(reminders)),
            new BlobUploadOptions
            {
                Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
            },
            cancellation)
        .WonAsync();

    /// <summary>The reminders about a month, by day.</summary>
    public async IAsyncEnumerable<RemindersOfDay> ReadAsync(ReportingMonth month, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var blob in storage.ReminderBlobs.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{month}/", cancellation))
        {
            yield return await ReadAsync(blob.Name, cancellation);
        }
    }

    /// <summary>The names of the reminders about a month that are not marked as delivered, by day, to be read by <see cref="ReadAsync(string, CancellationToken)"/>.</summary>
    public async Task<IReadOnlyList<string>> UndeliveredAsync(ReportingMonth month, CancellationToken cancellation) => await storage.ReminderBlobs
        .GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, $"{month}/", cancellation)
        .Where(blob => !blob.Metadata.ContainsKey(DeliveredMark))
        .Select(blob => blob.Name)
        .ToListAsync(cancellation);

    /// <summary>Marks a day's reminders as delivered.</summary>
    public Task MarkDeliveredAsync(RemindersOfDay reminders, DateTimeOffset deliveredAt, CancellationToken cancellation) =>
        Blob(reminders.Month, reminders.Day).SetMetadataAsync(
            new Dictionary<string, string> { [DeliveredMark] = deliveredAt.ToString("O", CultureInfo.InvariantCulture) }, cancellationToken: cancellation);

    /// <summary>The reminders of a name.</summary>
    public async Task<RemindersOfDay> ReadAsync(string name, CancellationToken cancellation)
    {
        var parts = name[..^Suffix.Length].Split('/');
        var content = await storage.ReminderBlobs.GetBlobClient(name).DownloadContentAsync(cancellation);
        return content.Value.Content.ToObjectFromJson<Content>()!.To(
            ReportingMonth.Parse(parts[0]), DateOnly.ParseExact(parts[1], DayFormat, CultureInfo.InvariantCulture));
    }

    private BlobClient Blob(ReportingMonth month, DateOnly day) =>
        storage.ReminderBlobs.GetBlobClient($"{month}/{day.ToString(DayFormat, CultureInfo.InvariantCulture)}{Suffix}");

    private sealed record Content(DateOnly BatasWaktu, DateTimeOffset DibuatPada, IReadOnlyList<Office> Pengingat)
    {
        public static Content Of(RemindersOfDay reminders) => new(
            reminders.DueOn,
            reminders.MadeAt,
            [.. reminders.Offices.Select(office => new Office(office.Region.Value, office.Reports, office.Text))]);

        public RemindersOfDay To(ReportingMonth month, DateOnly day) => new(
            month,
            day,
            BatasWaktu,
            DibuatPada,
            [.. Pengingat.Select(office => new OfficeReminder(RegionCode.Parse(office.KodeWilayah), office.JumlahLaporan, office.Teks))]);
    }

    private sealed record Office(string KodeWilayah, int JumlahLaporan, string Teks);
}

/// <summary>The reminders of one day about one month, as they are kept: all of them or none.</summary>
/// <param name="Month">The reporting month.</param>
/// <param name="Day">The day that the calendar names for them (WITA).</param>
/// <param name="DueOn">The month's deadline (WITA).</param>
/// <param name="MadeAt">When they were written, UTC.</param>
/// <param name="Offices">One for each office that owes something, by region.</param>
internal sealed record RemindersOfDay(ReportingMonth Month, DateOnly Day, DateOnly DueOn, DateTimeOffset MadeAt, IReadOnlyList<OfficeReminder> Offices);

/// <summary>What one office was reminded of.</summary>
/// <param name="Region">The office.</param>
/// <param name="Reports">How many reports it owed.</param>
/// <param name="Text">What it was told.</param>
internal sealed record OfficeReminder(RegionCode Region, int Reports, string Text);
