using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using Renstra.Functions.Ingestion;
using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Intake;

/// <summary>
/// Takes finished files from the shared folder into <c>kiriman</c> and moves them to <c>arsip</c>. Uploading comes first: stopped
/// in between, the next run finds the drop uploaded and only moves it. Nothing is deleted.
/// </summary>
internal sealed class Collector(StorageClients storage, Sweep sweep, Waiting waiting, IOptions<IntakeOptions> options, TimeProvider clock, ILogger<Collector> logger)
{
    /// <summary>Collects what is finished.</summary>
    /// <param name="folder">The shared folder.</param>
    /// <param name="recent">The submissions received lately.</param>
    /// <param name="work">Keeps a file that fails from stopping the others.</param>
    /// <param name="cancellation">Stops between two files.</param>
    public async Task CollectAsync(SharedFolder folder, IReadOnlyList<StoredSubmission> recent, IndependentWork work, CancellationToken cancellation)
    {
        var candidates = await FinishedFilesAsync(folder, work, cancellation);
        var earlier = new Dictionary<SenderFolder, CollectedBlobs>();
        foreach (var file in candidates.OrderBy(file => file.ModifiedAt).ThenBy(file => file.Path, StringComparer.Ordinal))
        {
            await work.TryAsync(file.Path, () => TryTakeAsync(file), cancellation);
        }

        async Task TryTakeAsync(DroppedFile file)
        {
            if (!earlier.TryGetValue(file.Sender, out var blobs))
            {
                earlier[file.Sender] = blobs = await CollectedBlobs.OfAsync(storage.SubmissionBlobs, file.Sender, options.Value.RecentMonths(clock), recent, cancellation);
            }

            try
            {
                await TakeAsync(file, blobs, cancellation);
                waiting.End(file.Path);
            }
            catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
            {
                waiting.Say(file.Path, file.ModifiedAt, trouble.Message, logger.FileLeft);
            }
        }
    }

    /// <summary>The files that have lain unmodified long enough, and that stay so while they are watched.</summary>
    private async Task<IReadOnlyList<DroppedFile>> FinishedFilesAsync(SharedFolder folder, IndependentWork work, CancellationToken cancellation)
    {
        var seen = new List<DroppedFile>();
        foreach (var sender in folder.Senders().ToList())
        {
            await work.TryAsync(sender.Path, () => LookInto(sender, seen), cancellation);
        }

        if (seen.Count > 0)
        {
            await Task.Delay(options.Value.Watching, clock, cancellation);
        }

        return [.. seen.Where(file =>
        {
            var still = file.IsUnchanged();
            if (!still)
            {
                logger.FileStillChanging(file.Path);
            }

            return still;
        })];
    }

    /// <summary>Adds the files of a sender that have lain long enough: those that were found before a folder in it could not be read, too.</summary>
    private Task LookInto(SenderFolder sender, List<DroppedFile> seen)
    {
        try
        {
            seen.AddRange(sender.Files().Select(file => DroppedFile.Of(sender, file)).Where(IsSettled));
            waiting.End(sender.Path);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            waiting.Say(sender.Path, DateTimeOffset.MinValue, trouble.Message, logger.FolderUnreadable);
        }

        return Task.CompletedTask;
    }

    private bool IsSettled(DroppedFile file)
    {
        if (file.Length == 0)
        {
            logger.PlaceholderLeft(file.Path);
            return false;
        }

        // A file server's clock may run ahead of ours. A time in the future cannot be waited for; watching must do.
        var age = clock.GetUtcNow().UtcDateTime - file.ModifiedAt;
        return age < TimeSpan.Zero || age >= options.Value.Settling;
    }

    /// <summary>Uploads a file unless this very drop is uploaded already, and archives it.</summary>
    private async Task TakeAsync(DroppedFile file, CollectedBlobs earlier, CancellationToken cancellation)
    {
        await using var snapshot = await Snapshot.TakeAsync(file.Path, cancellation);
        if (!file.IsUnchanged())
        {
            // What was read may be half old, half new.
            logger.FileStillChanging(file.Path);
            return;
        }

        var drop = file.DropIdentity(snapshot.Sha256);

        // Copying a file keeps its time, so path, time and bytes of a second drop can equal the first one's. The first one is in the
        // archive then; an interrupted one is not.
        var interrupted = earlier.Of(drop).Cast<SubmissionId?>().LastOrDefault(submission => !File.Exists(ArchivePath(file, submission!.Value)));
        var uploaded = interrupted ?? await earlier.UploadAsync(snapshot, file.Name, drop, clock.GetUtcNow(), cancellation);
        sweep.Expect(SubmissionBlobName.For(file.Sender.Region, uploaded, file.Name));
        logger.Collected(file.Path, uploaded);
        await ArchiveAsync(file, uploaded, snapshot.Sha256, cancellation);
    }

    private async Task ArchiveAsync(DroppedFile file, SubmissionId submission, string sha256, CancellationToken cancellation)
    {
        if (!file.IsUnchanged())
        {
            logger.FileReplaced(file.Path);
            return;
        }

        var archived = ArchivePath(file, submission);
        Directory.CreateDirectory(Path.GetDirectoryName(archived)!);
        File.Move(file.Path, archived);

        // Someone may have saved in the moment between the look and the move. The newer bytes go back, to be collected as a new drop.
        if (await Snapshot.HashAsync(archived, cancellation) != sha256)
        {
            File.Move(archived, File.Exists(file.Path) ? Beside(file, submission) : file.Path);
            logger.FileReplaced(file.Path);
        }
    }

    private static string Beside(DroppedFile file, SubmissionId submission) => Path.Combine(
        Path.GetDirectoryName(file.Path)!,
        FileNames.Fitting($"{Path.GetFileNameWithoutExtension(file.Name)} ({submission.Hash12})", Path.GetExtension(file.Name)));

    private static string ArchivePath(DroppedFile file, SubmissionId submission) =>
        Path.Combine(file.Sender.Path, SharedFolder.Archive, FileNames.Fitting($"{submission}-{Path.GetFileNameWithoutExtension(file.Name)}", Path.GetExtension(file.Name)));
}

/// <summary>What was collected of one sender's folder lately: to go on with an interrupted drop, and never to go back in time.</summary>
internal sealed class CollectedBlobs
{
    /// <summary>Metadata: what tells a retry of the same drop.</summary>
    private const string DropMetadata = "drop";

    /// <summary>Metadata: the name of the sender's folder, percent-encoded.</summary>
    private const string FolderMetadata = "folder";

    /// <summary>The name told of the shared folder itself, which has none: no folder is called this, and a value that is not empty is kept by every storage.</summary>
    private const string SharedFolderItself = ".";

    private readonly BlobContainerClient _container;
    private readonly SenderFolder _sender;
    private readonly ILookup<string, SubmissionId> _drops;
    private DateTimeOffset _last;

    private CollectedBlobs(
        BlobContainerClient container, SenderFolder sender, IReadOnlyCollection<(string Drop, SubmissionId Submission)> blobs, IEnumerable<SubmissionId> recorded)
    {
        _container = container;
        _sender = sender;
        _drops = blobs.ToLookup(blob => blob.Drop, blob => blob.Submission, StringComparer.Ordinal);
        _last = blobs.Select(blob => blob.Submission).Concat(recorded).Select(submission => submission.SubmittedAt).DefaultIfEmpty().Max();
    }

    /// <summary>Looks at what is there.</summary>
    /// <param name="container">Where files are collected to.</param>
    /// <param name="sender">The folder.</param>
    /// <param name="months">The months looked at; what was sent before does not make a run cost more.</param>
    /// <param name="recent">The submissions recorded in those months and later, in case a clock once ran ahead.</param>
    /// <param name="cancellation">Stops between two pages.</param>
    public static async Task<CollectedBlobs> OfAsync(
        BlobContainerClient container, SenderFolder sender, IEnumerable<ReportingMonth> months, IEnumerable<StoredSubmission> recent, CancellationToken cancellation)
    {
        var blobs = new List<(string, SubmissionId)>();
        foreach (var prefix in SubmissionBlobName.Prefixes(sender.Region, months))
        {
            await foreach (var blob in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix, cancellation))
            {
                if (SubmissionBlobName.Parse(blob.Name).Submission is { } submission)
                {
                    blobs.Add((blob.Metadata.TryGetValue(DropMetadata, out var drop) ? drop : "", submission));
                }
            }
        }

        var folder = SubmissionBlobName.Prefix(sender.Region);
        return new CollectedBlobs(
            container, sender, blobs, recent.Where(submission => submission.BlobName.StartsWith(folder, StringComparison.Ordinal)).Select(submission => submission.Id));
    }

    /// <summary>The name of the folder that a blob was collected from; empty for the shared folder itself, null when the blob was not collected.</summary>
    public static string? FolderOf(IDictionary<string, string> metadata) => metadata.TryGetValue(FolderMetadata, out var folder)
        ? Uri.UnescapeDataString(folder) is SharedFolderItself ? "" : Uri.UnescapeDataString(folder)
        : metadata.ContainsKey(DropMetadata) ? "" : null;

    /// <summary>The submissions that a drop has already become.</summary>
    public IEnumerable<SubmissionId> Of(string drop) => _drops[drop];

    /// <summary>Uploads a drop as a new submission, later than all before it.</summary>
    public async Task<SubmissionId> UploadAsync(Snapshot snapshot, string fileName, string drop, DateTimeOffset now, CancellationToken cancellation)
    {
        var options = new BlobUploadOptions
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            Metadata = new Dictionary<string, string>
            {
                [DropMetadata] = drop,
                [FolderMetadata] = _sender.Name.Length == 0 ? SharedFolderItself : Uri.EscapeDataString(_sender.Name),
            },
        };
        while (true)
        {
            var earliest = _last.AddMilliseconds(1);
            var submission = SubmissionId.Of(now > earliest ? now : earliest, snapshot.Sha256);
            _last = submission.SubmittedAt;
            var blob = _container.GetBlobClient(SubmissionBlobName.For(_sender.Region, submission, fileName));
            if (await blob.UploadAsync(snapshot.Content, options, cancellation).WonAsync() || await IsDropAsync(blob, drop, cancellation))
            {
                return submission;
            }

            // A name is never used twice: the next millisecond is free.
        }
    }

    /// <summary>Whether what has the name is this very drop: it was uploaded, the answer was lost, and the client tried again.</summary>
    private static async Task<bool> IsDropAsync(BlobClient blob, string drop, CancellationToken cancellation) =>
        await blob.GetPropertiesAsync(cancellationToken: cancellation).FoundAsync() is { } there && there.Metadata.TryGetValue(DropMetadata, out var theirs) && theirs == drop;
}
