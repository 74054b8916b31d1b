using System.Diagnostics;
using System.Runtime.InteropServices;
using Renstra.LocalHost.Hook;

/// <summary>
/// Runs in the worker's process before the app does, because LocalHost names it in <c>DOTNET_STARTUP_HOOKS</c>: the worker ends with
/// LocalHost, is left alone by a Ctrl-C in LocalHost's terminal, and lives in LocalHost's time. The runtime demands this class by name.
/// </summary>
internal static class StartupHook
{
    /// <summary>Called by the runtime.</summary>
    public static void Initialize()
    {
        LeaveCtrlCToLocalHost();
        EndWithLocalHost();
        if (Environment.GetEnvironmentVariable(SharedClock.Variable) is { Length: > 0 } path)
        {
            ClockInjection.Begin(path);
        }
    }

    /// <summary>LocalHost lets calls under way end and then asks the worker to stop. A terminal sends Ctrl-C to its whole process group.</summary>
    private static void LeaveCtrlCToLocalHost()
    {
        if (OperatingSystem.IsWindows())
        {
            _ = SetConsoleCtrlHandler(IntPtr.Zero, add: true);
        }
        else
        {
            _ = SetProcessGroup(0, 0);
        }
    }

    /// <summary>LocalHost holds the other end of standard input and writes nothing: the pipe ends when LocalHost does, however it does.</summary>
    private static void EndWithLocalHost()
    {
        var watching = new Thread(() =>
        {
            using var input = Console.OpenStandardInput();
            while (input.ReadByte() >= 0)
            {
            }

            // Nobody is left to be told anything. What was under way is made again when the app next runs.
            using var self = Process.GetCurrentProcess();
            self.Kill();
        })
        {
            IsBackground = true,
            Name = "End with LocalHost",
        };
        watching.Start();
    }

    [DllImport("libc", EntryPoint = "setpgid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetProcessGroup(int process, int group);

    [DllImport("kernel32", EntryPoint = "SetConsoleCtrlHandler")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool SetConsoleCtrlHandler(IntPtr handler, [MarshalAs(UnmanagedType.Bool)] bool add);
}
