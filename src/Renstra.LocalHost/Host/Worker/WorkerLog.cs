using Renstra.LocalHost.Host.Rpc;

namespace Renstra.LocalHost.Host.Worker;

/// <summary>Shows what a worker logs when something goes wrong, in the form of the console logger.</summary>
internal static class WorkerLog
{
    /// <summary>Writes a line to standard error, from warnings upwards.</summary>
    public static void Write(RpcLog line)
    {
        var label = line.Level switch
        {
            RpcLog.Types.Level.Warning => "warn",
            RpcLog.Types.Level.Error => "fail",
            RpcLog.Types.Level.Critical => "crit",
            _ => null,
        };
        if (label is not null)
        {
            var cause = line.Exception is { Message.Length: > 0 } exception ? Environment.NewLine + "      " + exception.Message : "";
            Console.Error.WriteLine($"{label}: {line.Category}{Environment.NewLine}      {line.Message}{cause}");
        }
    }
}
