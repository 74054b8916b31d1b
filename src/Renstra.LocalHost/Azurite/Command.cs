using System.ComponentModel;
using System.Diagnostics;

namespace Renstra.LocalHost.Azurite;

/// <summary>Runs a program to its end.</summary>
internal static class Command
{
    /// <summary>Runs <paramref name="program"/> and returns what it wrote; null when there is no such program.</summary>
    /// <remarks>Cancelling ends the program and whatever it has started.</remarks>
    public static async Task<CommandResult?> RunAsync(
        string program, IEnumerable<string> arguments, string workingDirectory, CancellationToken cancellation)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = workingDirectory,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }

        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);

            return new CommandResult(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}

/// <summary>How a program ended, and what it wrote.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error);
