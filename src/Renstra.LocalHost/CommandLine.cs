using System.CommandLine;
using Renstra.Transform.Calendar;
using Renstra.Transform.Reference;
using Spectre.Console;

namespace Renstra.LocalHost;

/// <summary>What can be asked of this program.</summary>
internal static class CommandLine
{
    /// <summary>Something on this machine is missing or taken.</summary>
    public const int CannotStart = 2;

    private const int RedirectedWidth = 200;

    public static RootCommand Build()
    {
        var once = new Option<bool>("--once") { Description = "Exit after the summary instead of staying up; exit code 1 if anything failed." };
        var data = new Option<DirectoryInfo?>("--data") { Description = "Keep storage and the shared folder there and go on from them; a fresh temporary folder unless given." };
        var port = new Option<int>("--port") { Description = "The app's port on localhost; 0 takes a free one.", DefaultValueFactory = _ => 7071 };
        var open = new Option<bool>("--open") { Description = "Open the dashboard in the browser as soon as it is up." };
        var requests = new Option<bool>("--count-requests") { Description = "Print what was asked of storage, by kind.", Hidden = true };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 65535)
            {
                result.AddError("--port must be from 0 to 65535.");
            }
        });
        var root = new RootCommand("Runs Renstra on this machine, with no Azure account: storage, shared folder, triggers and feed, on a year of sample data.")
        {
            once,
            data,
            port,
            open,
            requests,
            Forms(),
            Audit(),
        };
        root.Validators.Add(result =>
        {
            if (result.GetValue(once) && result.GetValue(open))
            {
                result.AddError("With --once nothing stays up that --open could show.");
            }
        });
        root.SetAction((arguments, cancellation) => RefuseClearlyAsync(console => new MainJob(console).RunAsync(
            new MainJobOptions(arguments.GetValue(port), arguments.GetValue(once), arguments.GetValue(data)?.FullName, arguments.GetValue(open), arguments.GetValue(requests)), cancellation)));
        return root;
    }

    private static Command Forms()
    {
        var month = Month("The month to report about, such as 2024-08.");
        var folder = new Option<DirectoryInfo>("--to")
        {
            Description = "The shared folder; its regions' folders are made as needed.",
            DefaultValueFactory = _ => new DirectoryInfo("berkas"),
        };
        var reference = new Option<DirectoryInfo?>("--reference")
        {
            Description = "A folder with reference files that take the place of shipped ones, such as a copy of the container referensi.",
        };
        var forms = new Command("forms", "Makes the shared folder's tree and puts the pre-filled forms of a month into the folders of those who report.") { month, folder, reference };
        forms.SetAction((arguments, _) => RefuseClearlyAsync(console => Task.FromResult(
            new FormsJob(console, arguments.GetValue(reference) is { } overrides ? ReferenceFolder.Read(overrides.FullName) : ReferenceData.Shipped)
                .Run(ReportingMonth.Parse(arguments.GetValue(month)!), arguments.GetValue(folder)!.FullName))));
        return forms;
    }

    private static Command Audit()
    {
        var month = Month("The closed month to audit, such as 2024-08.");
        var release = new Option<int?>("--release") { Description = "The number of the release; the one in force unless given." };
        var data = new Option<DirectoryInfo?>("--data") { Description = "The folder of a run that was kept with --data and is not up." };
        var storage = new Option<string?>("--storage") { Description = "The connection string of a storage account, in place of --data." };
        var audit = new Command("audit", "Computes a release again from the files in kiriman alone and compares figures, fingerprint and files with what is stored; exit code 1 if anything differs.")
        {
            month,
            release,
            data,
            storage,
        };
        audit.Validators.Add(result =>
        {
            if (result.GetValue(data) is null == (result.GetValue(storage) is null))
            {
                result.AddError("Say where the release is stored: either --data or --storage.");
            }
        });
        audit.SetAction((arguments, cancellation) => RefuseClearlyAsync(console =>
        {
            var job = new AuditJob(console);
            var (audited, number) = (ReportingMonth.Parse(arguments.GetValue(month)!), arguments.GetValue(release));
            return arguments.GetValue(storage) is { } connection
                ? job.RunAsync(connection, audited, number, cancellation)
                : job.RunInFolderAsync(arguments.GetValue(data)!.FullName, audited, number, cancellation);
        }));
        return audit;
    }

    private static Argument<string> Month(string description)
    {
        var month = new Argument<string>("month") { Description = description };
        month.Validators.Add(result =>
        {
            if (!ReportingMonth.TryParse(result.GetValueOrDefault<string>(), out _))
            {
                result.AddError("The month is written as 2024-08.");
            }
        });
        return month;
    }

    private static async Task<int> RefuseClearlyAsync(Func<IAnsiConsole, Task<int>> run)
    {
        var console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
        {
            // A file or a pipe has no width; lines that are to be copied must not be broken.
            console.Profile.Width = RedirectedWidth;
        }

        try
        {
            return await run(console);
        }
        catch (CannotStartException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return CannotStart;
        }
    }
}
